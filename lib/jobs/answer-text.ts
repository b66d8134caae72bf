import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Duplex } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Trouble } from "./fetch-trouble";

/** The text of an answer, unpacked and decoded. Holds no more than `most` bytes, however much is sent or unpacks. */
export async function readText(answer: IncomingMessage, host: string, most: number, signal: AbortSignal): Promise<string> {
  const charset = charsetOf(answer.headers["content-type"] ?? "", host);
  const tooMuch = new Trouble(`${host} sends more than ${most / 1_048_576} MB. Is there an address with fewer listings?`);
  if (Number(answer.headers["content-length"] ?? 0) > most) throw tooMuch;

  const count = async function* (chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) throw tooMuch;
      yield chunk;
    }
  };
  const kept: Buffer[] = [];
  const keep = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) kept.push(chunk);
  };
  const unpack = unpackerOf(answer.headers["content-encoding"] ?? "", host);
  if (unpack) await pipeline(answer, count, unpack, count, keep, { signal });
  else await pipeline(answer, count, keep, { signal });
  return decode(Buffer.concat(kept), charset, host);
}

function unpackerOf(encoding: string, host: string): Duplex | null {
  switch (encoding.trim().toLowerCase()) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      throw new Trouble(`${host} packs its answer in a way that Milepost cannot read ("${encoding.slice(0, 40)}").`);
  }
}

/** Names of the old Western European encoding, which differ in nothing that is used. */
const WESTERN = ["iso-8859-1", "latin1", "windows-1252"];

function charsetOf(contentType: string, host: string): string {
  const charset = /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? "utf-8";
  if (["utf-8", "utf8", "us-ascii", ...WESTERN].includes(charset)) return charset;
  throw new Trouble(`${host} sends its text as "${charset.slice(0, 40)}". Milepost reads UTF-8, ASCII and ISO-8859-1.`);
}

/** UTF-8 wherever it can be that, as many servers name another by habit. */
function decode(bytes: Buffer, charset: string, host: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (WESTERN.includes(charset)) return new TextDecoder("windows-1252").decode(bytes);
    throw new Trouble(`The answer of ${host} is not readable text: it is not in UTF-8.`);
  }
}
