import { FIXED_HEADERS } from "../../lib/fixed-headers.mjs";

/** Pages whose address holds a secret, or leads to one: it is told to no page that follows. */
const SECRET_ADDRESS = /^\/(?:join|become-instructor|claim|reset-password|check-address|change-address|calendar|sign-in|sign-up)(?:\/|$)/;

/** For whatever is not a page. Pages have a policy of their own from page-policy.mjs, which takes the place of this one. */
const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For the service worker: it asks for pages of ours, and runs nothing but itself. */
export const POLICY_OF_WORKER = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** What every answer has, where nothing else is said of it. */
export function alwaysSent({ https }) {
  return {
    ...FIXED_HEADERS,
    "Content-Security-Policy": NOTHING_RUNS,
    // Over http browsers ignore it, and a trial on localhost must not bind the name.
    ...(https && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
  };
}

/** Answers what gives an answer its headers, before anything may answer: so every kind of answer has them. */
export function headersOf({ https }) {
  const always = alwaysSent({ https });
  const secret = { ...always, "Referrer-Policy": "no-referrer" };
  return (response, path) => {
    for (const [name, value] of Object.entries(SECRET_ADDRESS.test(path) ? secret : always)) response.setHeader(name, value);
    keepFromCaches(response);
  };
}

/** What says nothing about caches when it is sent is kept by none: redirects and errors of Next do not. */
function keepFromCaches(response) {
  const { writeHead } = response;
  response.writeHead = (...args) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
    return writeHead.apply(response, args);
  };
}
