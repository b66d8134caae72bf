import { AsyncLocalStorage } from "node:async_hooks";
import { format, inspect, stripVTControlCharacters, types } from "node:util";
import pino from "pino";

// What the server says, as lines of JSON; plain JavaScript, since the server that starts before Next reads it too.

/** What is known of the request that is being answered. */
const requests = new AsyncLocalStorage();

/** Characters that wait for a log that takes none, as on a full disk; what comes then is lost. */
const MOST_KEPT = 1_000_000;

const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) }, mixin: () => requests.getStore() ?? {} }, pino.destination({ fd: 1, sync: true, maxLength: MOST_KEPT }));

/** Whatever `work` says, and what it calls, bears the id of the request. */
export function withRequestId(request, work) {
  return requests.run({ request }, work);
}

/** Sends what Next, packages and Milepost say on the console to the log, without what people typed. */
export function logConsole() {
  const levels = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug", trace: "debug" };
  for (const [method, level] of Object.entries(levels)) {
    console[method] = (...said) => {
      const { error, ...entry } = entryOf(said);
      try {
        log[level](error ? { ...entry, error } : entry);
      } catch {
        // The log takes nothing, as on a full disk: whoever says it goes on.
      }
    };
  }
}

/** One line of the log: the words that were said, and the first error among them. */
export function entryOf(said) {
  const error = said.find((part) => types.isNativeError(part));
  const words = said.filter((part) => part !== error).map((part) => (typeof part === "object" && part !== null ? inspect(withoutSecrets(part), { depth: 3, breakLength: Infinity }) : part));
  // Next puts a sign before its own.
  const msg = scrub(stripVTControlCharacters(format(...words))).replace(/^\s*[⨯⚠✓▲○]\s*/, "").trim();
  return { msg: msg || (error?.name ?? ""), ...(error && { error: tellError(error) }) };
}

const MOST_CAUSES = 5;
const MOST_ERRORS = 20;

/** What a developer needs of an error. Of a failed query that is the statement and what Postgres called the fault, never a value. */
function tellError(error, depth = 0) {
  const { name, message, code, digest, query, cause, errors, constraint_name: constraint, table_name: table, column_name: column } = error;
  return {
    name,
    message: typeof query === "string" ? `Failed query: ${query}` : scrub(String(message)),
    ...Object.fromEntries(Object.entries({ code, digest, constraint, table, column }).filter(([, value]) => typeof value === "string")),
    stack: framesOf(error),
    ...(types.isNativeError(cause) && depth < MOST_CAUSES && { cause: tellError(cause, depth + 1) }),
    ...(Array.isArray(errors) && depth < MOST_CAUSES && { errors: errors.filter((one) => types.isNativeError(one)).slice(0, MOST_ERRORS).map((one) => tellError(one, depth + 1)) }),
  };
}

/** Where it was, in our own files where Next knows them, without the message at its head. */
function framesOf(error) {
  const shown = stripVTControlCharacters(inspect(error, { depth: 0 }));
  const message = String(error.message);
  const afterMessage = shown.slice(Math.max(0, shown.indexOf(message)) + message.length).split("\n");
  const first = afterMessage.findIndex(isFrame);
  const last = afterMessage.findIndex((line, index) => index > first && !isFrame(line));
  return first === -1 ? "" : afterMessage.slice(first, last === -1 ? undefined : last).map((line) => line.trim().replace(/ \{$/, "")).slice(0, 15).join("\n");
}

const isFrame = (line) => /^\s+at /.test(line);

/** Drizzle names the values of a query, Postgres and parsers quote what they could not read, and libraries name addresses. */
function scrub(text) {
  return text
    .replace(/\nparams: [\s\S]*/, "")
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/[^\s<>"'(]+@[^\s<>"')]+/g, "…@…");
}

const SECRET = /cookie|authorization|password|token|secret|email|params|body/i;

function withoutSecrets(value, depth = 0) {
  if (Array.isArray(value)) return value.slice(0, 20).map((part) => withoutSecrets(part, depth + 1));
  if (typeof value !== "object" || value === null || depth > 3) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, SECRET.test(key) ? "…" : withoutSecrets(part, depth + 1)]));
}
