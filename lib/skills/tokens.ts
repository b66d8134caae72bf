/** Words of a text, in its order. `key` is what they are compared by; `joined`: only a blank, a hyphen or a slash parts it from the last one. */
export type Token = {
  key: string;
  start: number;
  end: number;
  joined: boolean;
  /** It is the first word of its sentence. */
  opens: boolean;
  /** Part of an address, a hashtag or the like: no name. */
  inert: boolean;
};

/** Whether a token, e.g. "node.js" or ".net", is known as a whole; others are cut at their full stops. */
export type Knows = (key: string) => boolean;

const ABBREVIATIONS = new Set(["e.g", "i.e", "eg", "ie", "etc", "incl", "vs", "sr", "jr", "min", "max", "approx", "resp"]);
const DOMAINS = new Set(["com", "org", "io", "in", "co", "dev", "ai", "app", "example", "edu", "gov", "eu", "de", "uk", "test"]);

const OTHER = 0;
const WORD = 1;
const SINGLE = 2;

function classOf(code: number): number {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) ? WORD : OTHER;
  // Han, kana and Hangul are written without blanks: each stands alone.
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af)) return SINGLE;
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return OTHER;
  if (code >= 0x2000 && code <= 0x2bff) return OTHER;
  return code >= 0x3000 && (code < 0xd800 || code > 0xdfff) ? OTHER : WORD;
}

export function isWordAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && classOf(text.charCodeAt(index)) === WORD;
}

const APOSTROPHES = "'’";
const SOFT = " -/&+‑–\u00a0'’_";
const STOPS = ".!?。！？;；";

/** How far a token reaches that begins at `start`: letters and digits, ++ and #, and full stops and apostrophes between letters. */
function endOf(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    if (classOf(text.charCodeAt(end)) === WORD) end += 1;
    else if (text[end] === "#" && !isWordAt(text, end + 1)) return end + 1;
    else if (text[end] === "+" && text[end + 1] === "+") return end + 2;
    else if (text[end] === "." && isWordAt(text, end + 1)) end += 1;
    else if (APOSTROPHES.includes(text[end] ?? "") && isWordAt(text, end + 1)) end += 1;
    else break;
  }
  return end;
}

export function tokensOf(text: string, knows: Knows): Token[] {
  return new Cutter(text, knows).tokens;
}

class Cutter {
  readonly tokens: Token[] = [];
  /** The text in small letters, each in its place. */
  readonly #low: string;
  #last = 0;
  #soft = false;
  #opens = true;

  constructor(
    readonly text: string,
    readonly knows: Knows,
  ) {
    const low = text.toLowerCase();
    this.#low = low.length === text.length ? low : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    for (let at = 0; at < text.length; at = this.#readAt(at));
  }

  /** Gives the place to go on from. */
  #readAt(at: number): number {
    const kind = classOf(this.text.charCodeAt(at));
    if (kind === SINGLE) {
      this.#push(at, at + 1, false, this.#soft);
      return at + 1;
    }
    if (kind === WORD) {
      const end = endOf(this.text, at);
      const dotted = at > this.#last && this.text[at - 1] === "." && !isWordAt(this.text, at - 2) && this.knows(this.#keyOf(at - 1, end));
      if (dotted) this.#push(at - 1, end, false, this.#soft);
      else this.#pushWord(at, end);
      return this.#last;
    }
    const char = this.text[at] ?? "";
    // The full stop in ".NET" ends nothing.
    const leads = char === "." && isWordAt(this.text, at + 1);
    if (!leads) {
      if (!SOFT.includes(char)) this.#soft = false;
      if (STOPS.includes(char) && !(char === "." && this.#abbreviates(at))) this.#opens = true;
    }
    return at + 1;
  }

  #push(start: number, end: number, inert: boolean, joined: boolean) {
    this.tokens.push({ key: this.#keyOf(start, end), start, end, joined, opens: this.#opens, inert });
    this.#opens = false;
    this.#soft = true;
    this.#last = end;
  }

  #pushWord(start: number, end: number) {
    const key = this.#keyOf(start, end);
    const before = this.text[start - 1];
    const inert = before === "@" || before === "#" || this.text[end] === "@" || this.text.startsWith("://", end);
    if (inert || !key.includes(".") || this.knows(key)) {
      this.#push(start, end, inert, this.#soft);
      return;
    }
    const parts = this.text.slice(start, end).split(".");
    if (DOMAINS.has((parts.at(-1) ?? "").toLowerCase()) || ABBREVIATIONS.has(key) || /^[\d.]+$/.test(key)) {
      this.#push(start, end, true, this.#soft);
      return;
    }
    // Some write no blank behind a full stop.
    let from = start;
    for (const part of parts) {
      if (from > start) this.#opens = true;
      if (part !== "") this.#push(from, from + part.length, false, from === start && this.#soft);
      from += part.length + 1;
    }
  }

  #keyOf(start: number, end: number): string {
    const low = this.#low.slice(start, end);
    return low.includes("'") || low.includes("’") ? low.replaceAll(/['’]/g, "") : low;
  }

  /** "e.g." and initials, but not the languages of one letter. */
  #abbreviates(at: number): boolean {
    const before = this.tokens.at(-1);
    if (before?.end !== at) return false;
    if (ABBREVIATIONS.has(before.key)) return true;
    return before.key.length === 1 && before.key !== "c" && before.key !== "r" && this.text[before.start] !== before.key;
  }
}
