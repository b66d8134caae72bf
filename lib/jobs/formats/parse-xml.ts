import { XMLParser, XMLValidator } from "fast-xml-parser";
import { UnreadableSource } from "./format";
import { decodeEntities } from "./lines";

export type XmlNode = Record<string, unknown>;

/**
 * Every element is a list, text is under "#text" or "#cdata", attributes under "@name". Only the five entities of XML and numbers are
 * decoded; a DOCTYPE, where others would be declared, is refused. Elements at `raw` keep their inside as it is.
 *
 * Throws UnreadableSource for what is not well-formed XML.
 */
export function parseXml(body: string, raw: string[] = []): XmlNode {
  const text = body.replace(/^\ufeff/, "").trim();
  if (!text.startsWith("<")) throw new UnreadableSource("It is not XML. The address may be wrong.");
  if (declares(text)) throw new UnreadableSource("It has a DOCTYPE, as web pages have and feeds have not. It was not read.");
  // Its successor is a package of its own; without it a cut-off feed would be read as a shorter one.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (XMLValidator.validate(text) !== true) throw new UnreadableSource("It is not well-formed XML. It may be a web page, or have been cut off.");
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    cdataPropName: "#cdata",
    // Its own decoding knows no numbers, and counts what it decodes against a limit that long feeds reach.
    processEntities: false,
    tagValueProcessor: (_name, value) => decodeEntities(value, { xml: true }),
    attributeValueProcessor: (_name, value) => decodeEntities(value, { xml: true }),
    alwaysCreateTextNode: true,
    isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
    stopNodes: raw,
  });
  try {
    return nodeOf(parser.parse(text));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UnreadableSource("Its XML is nested too deep or uses names that are not allowed.");
  }
}

/** Outside CDATA, where a description may hold a whole page. */
function declares(text: string): boolean {
  let at = 0;
  while (at >= 0) {
    const cdata = text.indexOf("<![CDATA[", at);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, cdata < 0 ? undefined : cdata))) return true;
    at = cdata < 0 ? -1 : text.indexOf("]]>", cdata);
  }
  return false;
}

function nodeOf(value: unknown): XmlNode {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

/** The elements of a name within a node. */
export function elements(node: XmlNode | undefined, name: string): XmlNode[] {
  const found = node?.[name];
  return Array.isArray(found) ? found.map((one: unknown) => (typeof one === "string" ? { "#text": one } : nodeOf(one))) : [];
}

/** The text of a node, or of its first element of a name; empty where there is none. */
export function textOf(node: XmlNode | undefined, name?: string): string {
  const from = name === undefined ? node : elements(node, name)[0];
  return [from?.["#text"], from?.["#cdata"]].map(plainOf).join("").trim();
}

/** CDATA comes as elements with a text of their own. */
function plainOf(part: unknown): string {
  if (typeof part === "string") return part;
  if (Array.isArray(part)) return part.map(plainOf).join("");
  return typeof part === "object" && part !== null && "#text" in part ? plainOf(part["#text"]) : "";
}
