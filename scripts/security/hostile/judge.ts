import type { Case } from "./cases";
import type { Reply } from "./send";

/** What nobody is to be told of: the database, and where the files of the server are. */
const INSIDE = /Failed query|PostgresError|invalid byte sequence|syntax error at or near|\/node_modules\/|server\/chunks/;

/** What is wrong with an answer, or null. */
export function judge(one: Case, reply: Reply): string | null {
  if (reply.error !== null && !one.mayCut) return `no answer: ${reply.error}`;
  if (INSIDE.test(reply.text)) return `tells of the inside: ${INSIDE.exec(reply.text)?.[0] ?? ""}`;
  return null;
}
