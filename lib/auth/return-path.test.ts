import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test.each(["/roadmap", "/roadmap/testing?x=1#items", "/home"])("%s is a path of this site", (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)", "", "home", " /home", "/\n/evil",
  "///evil.example", "/%0a//evil@x", "/.//evil.example", "/x/..//evil.example", "/%2e//evil.example", "/././/evil.example/?x#y", "//milepost.invalid//evil.example", undefined, ["/roadmap"], 7,
])("%j leads home or stays here", (value) => {
  const path = returnPath(value);
  expect(new URL(path, "http://here.example").origin).toBe("http://here.example");
  expect(path.startsWith("/") && !path.startsWith("//")).toBe(true);
});
