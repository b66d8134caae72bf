export const TOO_BIG = "A file may have at most 1 MB. Choose a smaller one, or give a link to it. Nothing was changed.";
export const WRONG_TYPE = "This is no text, PDF, PNG or JPEG file. Choose another one, or give a link to it. Nothing was changed.";
export const EMPTY = "This file is empty. Choose another one. Nothing was changed.";

const BEGINNINGS = [
  { type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], endings: ["png"] },
  { type: "image/jpeg", bytes: [0xff, 0xd8, 0xff], endings: ["jpg", "jpeg"] },
  { type: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], endings: ["pdf"] },
] as const;

/** Endings with which nothing runs when a text is opened with two taps. */
const TEXT_ENDINGS = ["txt", "md", "csv", "tsv", "json", "yaml", "yml", "toml", "log", "sql", "diff", "patch", "http", "py", "go", "java", "kt", "rs", "c", "h", "cpp", "cs", "rb", "php", "ts"];

export type FileType = (typeof BEGINNINGS)[number]["type"] | "text/plain";

/** What a file is by its own bytes, whatever its name says; null for what is not taken. */
export function typeOf(content: Uint8Array): FileType | null {
  const known = BEGINNINGS.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte));
  return known?.type ?? (isText(content) ? "text/plain" : null);
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A name that is safe on every disk and says what the file is. */
export function cleanName(name: string, type: FileType): string {
  const last = name.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const safe = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const endings = BEGINNINGS.find((known) => known.type === type)?.endings ?? TEXT_ENDINGS;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(safe)?.[1] ?? "";
  const fits = endings.some((known) => known === ending.toLowerCase());
  const stem = Array.from(fits ? safe.slice(0, -ending.length - 1) : safe).slice(0, 100).join("").trim() || "evidence";
  return `${stem}.${fits ? ending : endings[0]}`;
}

/** As an attachment under its own name (RFC 5987), with a plain one for what cannot read that. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
