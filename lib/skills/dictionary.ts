import { names, noNames, type Context } from "./names";
import type { SkillSlug } from "./skills";
import { tokensOf, type Token } from "./tokens";
import { Trie } from "./trie";
import { cues, type Cue } from "./wording";

export type Name = {
  spelt: string;
  skills: readonly SkillSlug[];
  context: Context | null;
  /** Written with capitals, digits or signs: said alone, it speaks of programming. */
  proper: boolean;
};

const SOFT_SKILLS: ReadonlySet<SkillSlug> = new Set(["collaboration-communication", "problem-solving", "continuous-learning"]);

export const nameTrie = new Trie<Name>();
for (const { name, aliases = [], skill, ambiguous } of names) {
  const skills = typeof skill === "string" ? [skill] : skill;
  const soft = skills.every((slug) => SOFT_SKILLS.has(slug));
  for (const spelt of [name, ...aliases]) {
    const proper = !soft && /[\p{Lu}\d+#]/u.test(spelt);
    // Plain words say little where nothing else is technical.
    const plain = !soft && !proper && !skills.includes("security");
    nameTrie.add(spelt, { spelt, skills, context: ambiguous?.context ?? (plain ? "listing" : null), proper });
  }
}
for (const spelt of noNames) nameTrie.add(spelt, { spelt, skills: [], context: null, proper: false });

export const cueTrie = new Trie<Set<Cue>>();
const cuesOfPhrase = new Map<string, Set<Cue>>();
for (const { cue, phrases } of cues) {
  for (const phrase of phrases) {
    const known = cuesOfPhrase.get(phrase);
    if (known) known.add(cue);
    else {
      const own = new Set([cue]);
      cuesOfPhrase.set(phrase, own);
      cueTrie.add(phrase, own);
    }
  }
}

/** A text cut at the words that names and cues are made of. */
export function wordsOf(text: string): Token[] {
  return tokensOf(text, (key) => nameTrie.knows(key) || cueTrie.knows(key));
}

/** Skills that every trade knows. */
export function isSoft({ skills }: Name): boolean {
  return skills.every((slug) => SOFT_SKILLS.has(slug));
}
