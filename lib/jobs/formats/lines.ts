import { Parser } from "htmlparser2";

// Postgres refuses NUL; nothing else of these can be seen, and the last turn the direction of the text around them.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** What a source says in one line; null where it says nothing, or neither text nor a number. */
export function lineOf(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  return String(value).toWellFormed().replace(UNSEEN, "").replace(/\s+/g, " ").trim() || null;
}

/** Text of several lines without characters that cannot be seen; empty where there is none. */
export function linesOf(value: unknown): string {
  return typeof value === "string" ? value.toWellFormed().replace(/\r\n?/g, "\n").replace(UNSEEN, "") : "";
}

/** Each once, in order. */
export function distinct(lines: readonly (string | null | undefined)[]): string[] {
  return [...new Set(lines.filter((line) => line !== null && line !== undefined))];
}

/** "Pune", null, "Maharashtra", "India" → "Pune, Maharashtra, India"; what repeats the part before it is left out. */
export function placeOf(parts: readonly (string | null | undefined)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== undefined);
  return said.filter((part, index) => part !== said[index - 1]).join(", ") || null;
}

/** "&amp;lt;" → "&lt;": one turn of decoding; tags stay as they are. `xml`: only the five names of XML and numbers. */
export function decodeEntities(text: string, { xml = false } = {}): string {
  if (!text.includes("&")) return text;
  // Without "<" there are no tags, so the parser sees text alone.
  return text.split("<").map((part) => (part.includes("&") ? decodePart(part, xml) : part)).join("<");
}

function decodePart(part: string, xmlMode: boolean): string {
  const found: string[] = [];
  new Parser({ ontext: (text) => void found.push(text) }, { xmlMode, decodeEntities: true }).end(part);
  return found.join("");
}
