import { blankProblems, isHttps, slugProblems } from "@/lib/reference/checks";
import type { Language } from "./languages";

/** One sentence per problem; empty when the languages can be used. */
export function languageProblems(languages: readonly Language[]): string[] {
  const real = new Set(languages.filter((language) => !language.aliasOf).map((language) => language.slug));
  return [...slugProblems("Language", languages), ...languages.flatMap((language) => ownProblems(language, real))];
}

function ownProblems({ slug, aliasOf, docs, hello, ...texts }: Language, real: ReadonlySet<string>): string[] {
  const problems = blankProblems(`Language ${slug}`, texts);
  if (aliasOf && !real.has(aliasOf)) problems.push(`Language ${slug} is an alias of ${aliasOf}, which is not a language of its own.`);
  if (!isHttps(docs)) problems.push(`Language ${slug} has documentation without https: ${docs}.`);
  if (!hello.some((line) => line.includes("Hello"))) problems.push(`Language ${slug} has no program that says hello.`);
  return problems;
}
