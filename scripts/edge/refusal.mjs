const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const METHODS = new Set([...SAFE, "POST", "PUT", "PATCH", "DELETE"]);
export const HEALTH = new Set(["/livez", "/readyz"]);
const SESSION = /(?:^|;\s*)(?:__Host-)?milepost-session=/;
/** next-auth takes forms, has a token of its own, and fails at JSON that is none. */
const TYPE_OF_FORMS = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
/** What a form of another site cannot send without asking first. */
const TYPES_OF_ROUTES = /^(?:application\/json|application\/octet-stream|text\/csv)\s*(?:;|$)/i;

/** Why a request goes no further, or null. Asked before anything reads it. */
export function refusalOf({ method, url, headers }, addresses) {
  const path = pathOf(url);
  if (!url.startsWith("/") || !isDecodable(path)) return refuse(400, "The address of this request could not be read.");
  if (!METHODS.has(method)) return refuse(405, "Nothing here knows this method.");
  const safe = SAFE.has(method);
  const origin = addresses.get(headers.host?.toLowerCase());
  if (!origin && !(safe && HEALTH.has(path))) {
    return refuse(421, "Milepost does not answer under this name. Whoever hosts it sets APP_URL to the address that people use.");
  }
  if (safe) return null;
  if (!isFromOwnPage(headers, origin)) return refuse(403, "This was not sent from a page of this installation. Nothing was read.");
  if (path.startsWith("/api/") && hasBody(headers) && !(path.startsWith("/api/auth/") ? TYPE_OF_FORMS : TYPES_OF_ROUTES).test(headers["content-type"] ?? "")) {
    return refuse(415, "This kind of content is not taken here. Nothing was read.");
  }
  return null;
}

export function pathOf(url) {
  return url.split("?", 1)[0];
}

/** Next fails at what it cannot decode. */
function isDecodable(path) {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** What says neither where it comes from nor who sends it acts for nobody, and goes on. */
function isFromOwnPage(headers, origin) {
  if (headers.origin !== undefined) return headers.origin === origin;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return !SESSION.test(headers.cookie ?? "");
}

function hasBody(headers) {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function refuse(status, message) {
  return { status, message };
}
