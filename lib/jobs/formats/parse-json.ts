import { UnreadableSource } from "./format";

const DEEPEST = 20;

/** Throws UnreadableSource for what is no JSON or is nested more than 20 levels deep. */
export function parseJson(body: string): unknown {
  const text = body.replace(/^\ufeff/, "").trim();
  if (text.startsWith("<")) throw new UnreadableSource("It is a web page or XML, not JSON. The address may be wrong.");
  if (isDeep(text)) throw new UnreadableSource(`Its JSON is nested more than ${DEEPEST} levels deep, as no list of jobs is.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnreadableSource("It is not valid JSON. It may have been cut off.");
  }
}

/** Looked at before it is parsed, character by character: brackets within strings do not count. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

/** The list named `name` of the object that `body` is. Throws UnreadableSource when there is none. */
export function parseList(body: string, name: string, format: string): { list: unknown[]; whole: object } {
  const whole = parseJson(body);
  const list: unknown = typeof whole === "object" && whole !== null ? Reflect.get(whole, name) : undefined;
  if (typeof whole !== "object" || whole === null || !Array.isArray(list)) throw new UnreadableSource(`It has no list “${name}”, so it is not what ${format} answers.`);
  return { list, whole };
}
