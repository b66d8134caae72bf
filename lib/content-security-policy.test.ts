import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity, type Finding } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.mjs";

const SOUND = Severity.MEDIUM;

function findings(policy: string): Finding[] {
  return new CspEvaluator(new CspParser(policy).csp).evaluate();
}

const grave = (policy: string) => findings(policy).filter(({ severity }) => severity <= SOUND).map(({ description }) => description);

describe("the policy of a page", () => {
  const ofStaticPage = contentSecurityPolicy(["'sha256-yMXG+4/Pv8aatBDGkdRJNfBl6KysNvZquCeY7DpIWEA='"]);
  const withNonce = contentSecurityPolicy(["'nonce-pIthLoVflK4sStHQDA2WTQ=='", "'sha256-yMXG+4/Pv8aatBDGkdRJNfBl6KysNvZquCeY7DpIWEA='"]);

  test("has no grave fault where its scripts are known by their hashes", () => {
    expect(grave(ofStaticPage)).toEqual([]);
  });

  test("has none where they carry a nonce", () => {
    expect(grave(withNonce)).toEqual([]);
  });

  test("would have one if any inline script might run, or none were said to be the only ones", () => {
    expect(grave(contentSecurityPolicy(["'unsafe-inline'"]))).not.toEqual([]);
    expect(grave(withNonce.replace("default-src 'none'; ", "").replace(/script-src[^;]*; /, ""))).not.toEqual([]);
  });
});
