import type { Block, Need } from "@/lib/jobs/words";
import { cueTrie, isSoft, nameTrie, wordsOf, type Name } from "./dictionary";
import { headingOf, labelOf, type Section } from "./sections";
import type { Token } from "./tokens";
import type { Hit } from "./trie";
import type { Cue } from "./wording";

/** A name in a sentence that may ask for it. */
export type Found = Hit<Name> & { need: Need; sentence: Sentence; piece: Piece; /** Among those of its piece. */ place: number };

type CueHit = Hit<Set<Cue>>;

/** Tokens `first` to `last` of a piece. */
type Sentence = { first: number; last: number; has: Set<Cue>; cues: CueHit[] };

export type Piece = { text: string; kind: Block["kind"] | "title"; tokens: Token[]; hasSign: boolean; found: Found[]; /** Kept when they were looked for. */ signs?: Name[] };

/** A listing piece by piece, without those that are about something else than the job. */
export function readListing(title: string, blocks: readonly Block[]): Piece[] {
  return [readTitle(title), ...readBlocks(blocks)];
}

export function saidBy({ piece, first, last }: Found): string {
  return piece.text.slice(piece.tokens[first]?.start, piece.tokens[last]?.end);
}

function readTitle(title: string): Piece {
  const piece = cut(title, "title");
  for (const sentence of sentencesOf(piece)) readSentence(piece, sentence, "required", false);
  return piece;
}

function readBlocks(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  const hasHeadings = blocks.some(({ kind }) => kind === "heading");
  let section: Section = "required";
  let before = hasHeadings;
  let hadItems = false;
  for (const block of blocks) {
    const heading = headingOf(block);
    if (heading !== undefined && (block.kind === "heading" || /[:：] ?[-–—]?$/.test(block.text) || !saysName(block.text))) {
      section = heading;
      before = false;
      hadItems = false;
    } else if (block.kind === "item") hadItems = true;
    else if (hadItems && section === "preferred") section = "required"; // The list of wishes is over.
    if (section === null) continue;
    const piece = cut(block.text, block.kind);
    let part: Section = section;
    for (const sentence of sentencesOf(piece)) {
      const label = labelOf(block.text, piece.tokens[sentence.first]?.start ?? 0);
      if (label) part = label.section;
      if (part === null) continue;
      readSentence(piece, sentence, part, before);
    }
    pieces.push(piece);
  }
  return pieces;
}

function saysName(text: string): boolean {
  const tokens = wordsOf(text);
  return tokens.some((_, index) => nameTrie.at(tokens, index)?.value.proper);
}

function cut(text: string, kind: Piece["kind"]): Piece {
  return { text, kind, tokens: wordsOf(text), hasSign: false, found: [] };
}

/** Tokens of a sentence: names and cues are compared in pairs. */
const LONGEST = 200;

function sentencesOf(piece: Piece): Sentence[] {
  const sentences: Sentence[] = [];
  piece.tokens.forEach((token, index) => {
    const last = sentences.at(-1);
    if (token.opens || !last || index - last.first >= LONGEST) sentences.push({ first: index, last: index, has: new Set(), cues: [] });
    else last.last = index;
  });
  for (const sentence of sentences) {
    for (let index = sentence.first; index <= sentence.last; index += 1) {
      const hit = cueTrie.at(piece.tokens, index);
      if (!hit) continue;
      sentence.cues.push(hit);
      for (const cue of hit.value) sentence.has.add(cue);
    }
    if (sentence.has.has("sign")) piece.hasSign = true;
  }
  return sentences;
}

function readSentence(piece: Piece, sentence: Sentence, need: Need, introduces: boolean) {
  if (piece.kind !== "title" && isNotAsking(piece, sentence, introduces)) return;
  for (let index = sentence.first; index <= sentence.last; index += 1) {
    const hit = nameTrie.at(piece.tokens, index);
    if (!hit) continue;
    index = hit.last;
    if (hit.value.skills.length === 0) continue;
    if (piece.kind !== "title" && isDenied(piece, sentence, hit, need)) continue;
    piece.found.push({ ...hit, sentence, piece, place: piece.found.length, need: needOf(piece, sentence, hit, need) });
  }
}

function isNotAsking(piece: Piece, { first, has, cues: hits }: Sentence, introduces: boolean): boolean {
  if (has.has("apply") || has.has("others")) return true;
  if (has.has("person") || has.has("ask")) return false;
  if (OURS.has(piece.tokens[first]?.key ?? "") && !OUR_WORK.has(piece.tokens[first + 1]?.key ?? "")) return true;
  if (piece.kind === "text" && isNamed(piece, first) && hits.some((hit) => hit.value.has("does") && hit.first - first >= 1 && hit.first - first <= 3)) return true;
  if (!has.has("company")) return false;
  if (introduces) return true;
  return hits.some((hit) => hit.value.has("company") && (hit.first - first <= 1 || piece.kind === "text"));
}

const OURS = new Set(["our", "unser", "unsere", "nuestro", "nuestra", "nuestros", "notre", "nos", "nossa", "nosso", "onze"]);
const OUR_WORK = new Set(["stack", "tech", "technology", "team", "technical"]);

const NO_COMPANY = new Set(["this", "the", "it", "that", "here", "everything", "code", "data", "there", "who", "what", "work", "you", "we", "a", "an", "one"]);

/** It begins with a name that is none of ours. */
function isNamed({ text, tokens }: Piece, first: number): boolean {
  const token = tokens[first];
  return token !== undefined && /\p{Lu}/u.test(text[token.start] ?? "") && !NO_COMPANY.has(token.key) && !nameTrie.at(tokens, first);
}

const DEPARTMENTS = new Set(["QA", "DevOps", "front end", "frontend", "security", "testing", "tester", "architecture", "DBA"]);

/** "with product managers, designers and QA" */
function isColleague({ tokens }: Piece, { cues: hits }: Sentence, { value, first, last }: Hit<Name>): boolean {
  if (!DEPARTMENTS.has(value.spelt) || !hits.some((hit) => hit.value.has("with") && hit.last < first)) return false;
  const next = tokens[last + 1];
  return !next || next.opens || !next.joined || next.key === "and" || next.key === "or" || next.key === "to";
}

function isDenied(piece: Piece, sentence: Sentence, hit: Hit<Name>, need: Need): boolean {
  const { tokens } = piece;
  const soft = isSoft(hit.value);
  if (!soft && (sentence.has.has("taught") || sentence.has.has("benefit") || isColleague(piece, sentence, hit))) return true;
  for (const cue of sentence.cues) {
    if (cue.value.has("notNeeded") && need === "required" && !sentence.has.has("wish")) return true;
    if (cue.last >= hit.first) continue;
    if (cue.value.has("noUse") && !says(tokens, cue.last, hit.first, "but")) return true;
    if (cue.value.has("no") && hit.first - cue.last <= 4 && !parted(tokens, cue.last, hit.first) && !says(tokens, cue.last, hit.first, "but") && !ONLY.has(tokens[cue.last + 1]?.key ?? "")) return true;
    if (cue.value.has("othersNext") && hit.first - cue.last <= 5 && !parted(tokens, cue.last, hit.first)) return true;
  }
  // "work with the DevOps team"
  if (sentence.has.has("seek") || soft || hit.value.skills.includes("technical-leadership")) return false;
  return cueAt(sentence, hit.last + 1, "staff");
}

const ONLY = new Set(["only", "just", "necessarily", "afraid", "limited", "least"]);

function cueAt(sentence: Sentence, index: number, cue: Cue): boolean {
  return sentence.cues.some((hit) => hit.first === index && hit.value.has(cue));
}

export function says(tokens: readonly Token[], from: number, to: number, word: string): boolean {
  for (let index = from + 1; index < to; index += 1) if (tokens[index]?.key === word) return true;
  return false;
}

/** Whether a comma or the like stands between two tokens. */
function parted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from + 1; index <= to; index += 1) if (!tokens[index]?.joined) return true;
  return false;
}

function needOf(piece: Piece, sentence: Sentence, hit: Hit<Name>, need: Need): Need {
  if (piece.kind === "title" || (need === "preferred" && !sentence.has.has("must"))) return need;
  if (piece.tokens[sentence.first]?.key === "plus") return "preferred";
  for (const cue of sentence.cues) {
    if (cue.value.has("wishNext") && cue.last < hit.first) return "preferred";
    if (cue.value.has("wish") && reaches(piece, cue, hit)) return "preferred";
  }
  return "required";
}

/** A wish in brackets is for what stands before them back to the last comma; "…, and Docker is a plus" is not for what was said before. */
function reaches({ text, tokens }: Piece, cue: CueHit, hit: Hit<Name>): boolean {
  const cueStart = tokens[cue.first]?.start ?? 0;
  const hitEnd = tokens[hit.last]?.end ?? 0;
  if (hitEnd > cueStart) return true;
  const between = text.slice(hitEnd, cueStart);
  const open = between.lastIndexOf("(");
  if (open >= 0 && !between.includes(")", open)) return !/[,;]/.test(between.slice(0, open));
  return !/[,;] (and|while|whereas|though|some)\b|[–—] /.test(between);
}
