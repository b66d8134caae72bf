import { expect, test } from "vitest";
import type { GivenListing } from "./listing";
import { refine } from "./refine";
import { loadLanguages } from "./text-language";

const languageOf = await loadLanguages();

test.each([
  ["de", "Wir suchen einen Entwickler, der unsere Dienste in Java schreibt und sie im Betrieb betreut."],
  ["fr", "Nous cherchons une développeuse qui écrit nos services en Python et les garde en bonne santé."],
  ["es", "Buscamos una persona que escriba nuestros servicios en Go y los mantenga funcionando cada día."],
  ["hi", "हमें एक बैकएंड डेवलपर चाहिए जो Java और SQL जानता हो और हमारी सेवाओं की देखभाल करे।"],
  ["pl", "Szukamy programisty, który pisze usługi w języku Java i dba o ich działanie w naszym zespole."],
  ["en", "Backend developer for payments in Pune. You know Java and SQL."],
  ["en", "We need somebody who writes Go and looks after it."],
])("a short text in %s is known as such", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test("what has too few words, or only names, is of no language", () => {
  expect(languageOf("")).toBeNull();
  expect(languageOf("Java, Kafka, AWS")).toBeNull();
  expect(languageOf("Python Docker Kubernetes Terraform Ansible Linux Jenkins Git Redis MySQL")).toBeNull();
  expect(languageOf("4567 8910 1112 ".repeat(20))).toBeNull();
});

test("a listing that states no language gets that of its text, and one that states it keeps it", () => {
  const given: GivenListing = {
    externalId: "1", title: "Entwickler", company: "Acme", places: ["Berlin"], countries: ["DE"], remote: null, remoteFor: null, employment: null, level: null, pay: null,
    postedAt: null, validUntil: null, language: null, url: null, applyUrl: null,
    html: "<p>Wir suchen jemanden mit Erfahrung in Java und Kubernetes. Sie arbeiten in Berlin an unserem Zahlungsdienst.</p>",
  };
  expect(refine(given, languageOf).language).toBe("de");
  expect(refine({ ...given, language: "en-IN" }, languageOf).language).toBe("en-IN");
  expect(refine(given, languageOf).skills).toEqual(expect.arrayContaining(["programming-languages", "containers-orchestration"]));
});
