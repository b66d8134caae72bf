import { isSoft, type Name } from "./dictionary";
import { saidBy, says, type Found, type Piece } from "./read";

const ROLES =
  /\b(developer|programmer|software|sde|sdet|devops|sre|sysadmin|full[- ]?stack|back[- ]?end|front[- ]?end|tech(nical)? lead|dba|database|cyber|web|cloud|platform|android|ios|blockchain|api|machine learning|ml|ai|data|business analyst|analytics|product (manager|owner)|project manager|scrum master|engineer|qa|tester|test (engineer|analyst|automation)|automation|information security|security (engineer|analyst)|network|systems? (engineer|administrator|admin)|site reliability|it|embedded|firmware|engineering manager|solutions? architect|technical architect|product engineer|integration|support engineer|coder|cto|entwickler\w*|desarrollador\w*|programador\w*|développeu\w*|ingenier[oa]|desenvolvedor\w*|sviluppatore)\b|\bIT\b|开发|工程师|研发|后端|前端|架构|程序|运维|测试|開発|エンジニア/iu;
const MAKERS = /\b(developer|programmer|sde|(software|back[- ]?end|front[- ]?end|full[- ]?stack|java|python|web|mobile|platform|data|devops|cloud) engineer)\b/i;
const RECRUITERS = /\b(recruit\w*|talent|hr|human resources|sourcer|sourcing)\b/i;
const NO_ROLES = /\b(recruit\w*|talent|sales|marketing|account manager|accounts?|teacher|tutor|trainer|hr|human resources|nurse|writer|content|copywriter|business development|customer (success|service|support)|civil|mechanical|electrical|structural|chemical|(site|service|field|process|production|maintenance|quality|design|planning|hvac) engineer|supervisor|driver|cook|chef|warehouse|retail|store|finance|legal|counsel|seo|office|reception\w*)\b/i;

/** Whether a listing is for somebody who works with technology. */
export function isTechnical(title: string, pieces: readonly Piece[]): boolean {
  if (MAKERS.test(title) && !RECRUITERS.test(title)) return true;
  if (NO_ROLES.test(title)) return false;
  if (ROLES.test(title)) return true;
  const proper = new Set<string>();
  for (const { found } of pieces) for (const { value } of found) if (value.proper && value.context === null) proper.add(value.spelt);
  return proper.size >= 3;
}

/** Whether a name means the skill where it stands; see Context. */
export function counts(found: Found, technical: boolean, english: boolean): boolean {
  const { value, piece, sentence } = found;
  // Where the job is not technical, sentences about technology are about the employer, unless they speak to the reader.
  if (!technical && !isSoft(value)) {
    if (piece.kind === "text" && !sentence.has.has("person") && !sentence.has.has("ask")) return false;
    if (says(piece.tokens, sentence.first - 1, found.first, "our")) return false;
  }
  if (isOddPlural(found)) return false;
  switch (value.context) {
    case null:
      return true;
    case "listing":
      return technical || hasSign(found) || (value.proper && (piece.kind === "item" || sentence.has.has("ask")));
    case "near":
      if (!isSpelt(found)) return technical && value.spelt.length > 2 && isSameWord(found) && isListed(found);
      if (isYear(found) || (piece.kind === "text" && isWord(value.spelt) && !isSaidToReader(found))) return false;
      return hasSign(found) || (technical && (!opens(found) || sentence.has.has("ask") || isShort(piece) || piece.kind === "title" || !isWord(value.spelt)));
    case "beside":
      return isSpelt(found) && hasNeighbour(found);
    case "post":
      return piece.kind === "title" ? technical : sentence.has.has("seek") && !saidBy(found).endsWith("s");
    case "letter":
      return isSpelt(found) && isLetterAlone(found) && (hasNeighbour(found) || (technical && (hasSign(found) || sentence.has.has("ask") || isShort(piece) || WRITES.has(before(found)))));
    case "quality":
      return english && hasQuality(found);
    case "engineers":
      return english && isForEngineers(found, technical);
  }
}

/** Whether the listing is for somebody who finds people for others. */
export function recruits(title: string): boolean {
  return RECRUITERS.test(title);
}

/** "Hiring for Java and DevOps roles" */
export function isOfTrades({ value, sentence }: Found): boolean {
  return sentence.has.has("recruits") && !isSoft(value);
}

const WRITES = new Set(["write", "writing", "strong", "solid", "modern", "embedded", "core", "good", "ansi", "in", "using"]);

function before({ piece, first }: Found): string {
  return piece.tokens[first - 1]?.key ?? "";
}

/** "TLs" is not TLS. */
function isOddPlural(found: Found): boolean {
  const said = saidBy(found);
  return said.length <= 3 && said.length === found.value.spelt.length && /^\p{Lu}+s$/u.test(said) && /^\p{Lu}+$/u.test(found.value.spelt);
}

/** Another name, or a word for programming, in the same block. */
function hasSign({ piece, value }: Found): boolean {
  piece.signs ??= signsOf(piece);
  return piece.hasSign || piece.signs.some((other) => other !== value);
}

/** Two names are enough to have another one. */
function signsOf({ found }: Piece): Name[] {
  const signs: Name[] = [];
  for (const other of found) {
    if (other.value.proper && other.value !== signs[0] && (other.value.context === null || isSpelt(other))) signs.push(other.value);
    if (signs.length === 2) break;
  }
  return signs;
}

/** Another name beside it, as in lists. */
function hasNeighbour({ piece, place, first, last, value }: Found): boolean {
  return [piece.found[place - 1], piece.found[place + 1]].some(
    (other) => other && other.value !== value && other.value.proper && Math.min(Math.abs(other.first - last), Math.abs(first - other.last)) <= 2,
  );
}

/** In a list of names, in any spelling: "java, spring and rest". */
function isListed(found: Found): boolean {
  return leadsToName(found, -1) || leadsToName(found, 1);
}

function leadsToName({ piece, place }: Found, step: -1 | 1): boolean {
  const { found: all, tokens, text } = piece;
  for (let here = place; Math.abs(here - place) < 12; here += step) {
    const [left, right] = step < 0 ? [all[here - 1], all[here]] : [all[here], all[here + 1]];
    const next = step < 0 ? left : right;
    if (!left || !right || !next || !/^ ?[,/|&]? ?(and |or )?$/.test(text.slice(tokens[left.last]?.end, tokens[right.first]?.start))) return false;
    if (next.value.proper && (next.value.context === null || next.value.context === "listing" || isSpelt(next))) return true;
  }
  return false;
}

function opens({ piece, first }: Found): boolean {
  return piece.tokens[first]?.opens === true;
}

function isShort({ tokens }: Piece): boolean {
  return tokens.length <= 6;
}

/** Names that are words as well do not count in a sentence about something else. */
function isSaidToReader({ piece, sentence, first, value }: Found): boolean {
  if (isShort(piece) || sentence.has.has("person") || sentence.has.has("ask") || sentence.has.has("sign")) return true;
  if (piece.tokens.slice(sentence.first, sentence.last + 1).some(({ key }) => key === "we" || key === "in" || key === "our")) return true;
  return piece.found.some((other) => other.sentence === sentence && other.first !== first && other.value !== value && other.value.proper);
}

/** "Go" and "Spring", and not "API". */
function isWord(spelt: string): boolean {
  return spelt !== spelt.toUpperCase();
}

/** "Spring 2027" */
function isYear({ piece, last }: Found): boolean {
  return /^20\d\d$/.test(piece.tokens[last + 1]?.key ?? "");
}

function isSameWord(found: Found): boolean {
  return saidBy(found).toLowerCase() === found.value.spelt.toLowerCase();
}

/** As in the list of names, or in capitals. */
function isSpelt(found: Found): boolean {
  const said = saidBy(found);
  const { spelt } = found.value;
  if (said === spelt || !/\p{Lu}/u.test(spelt)) return true;
  if (said.length > 2 && said === said.toUpperCase()) return true;
  return said.startsWith(spelt) && /^(['’]?s|[\d.]+)$/.test(said.slice(spelt.length)) && (spelt === spelt.toUpperCase() || !said.endsWith("s"));
}

const LETTERED = new Set(["series", "block", "gate", "class", "type", "hepatitis", "vitamin", "grade", "plan", "tier", "degrees", "section", "wing", "tower", "sector", "phase", "round", "category", "group", "schedule", "part", "appendix", "building", "floor", "mr", "ms", "mrs", "dr"]);

function isLetterAlone({ piece: { text, tokens }, first }: Found): boolean {
  const token = tokens[first];
  if (!token) return false;
  const after = text[token.end] ?? " ";
  const prior = text[token.start - 1] ?? " ";
  if ("&-–'’°".includes(after) || "&-–'’°.".includes(prior)) return false;
  if (after === "." && /^\. ?\p{Lu}/u.test(text.slice(token.end, token.end + 3)) && tokens[first + 1]?.opens !== true) return false;
  return !LETTERED.has(tokens[first - 1]?.key ?? "");
}

function hasQuality({ sentence, first, last }: Found): boolean {
  return sentence.cues.some(
    (cue) => (cue.value.has("praise") && cue.last < first && first - cue.last <= 4) || (cue.value.has("able") && cue.first > last && cue.first - last <= 5),
  );
}

const TAKES = new Set(["a", "your", "our", "my", "with", "by", "through", "from", "offer", "offers", "get", "gain", "receive", "receives", "close", "regular"]);

function isForEngineers(found: Found, technical: boolean): boolean {
  if (found.piece.tokens.slice(Math.max(0, found.first - 2), found.first).some(({ key }) => TAKES.has(key))) return false;
  return technical && (/^(mentor|coach)/.test(found.value.spelt) || sentenceWork(found));
}

function sentenceWork({ sentence, first, last }: Found): boolean {
  return sentence.cues.some((cue) => cue.value.has("work") && ((cue.first > last && cue.first - last <= 6) || (cue.first < first && first - cue.last <= 3)));
}
