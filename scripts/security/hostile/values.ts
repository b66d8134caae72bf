/** In every text that is sent: none of it may stand in the log. */
export const CANARY = "mangowood";

/** What React makes something else of than a text: dates that are none, numbers that are none, references to what is not there. */
export const FLIGHT = [
  "$undefined", "$Dnope", "$D", "$D+275760-09-14", "$NaN", "$Infinity", "$-Infinity", "$-0", "$n1", `$n${"9".repeat(400)}`, "$nx", "$K1", "$K9999999", "$F1", "$Fzz", "$h1", "$Q0", "$W0", "$i0", "$B0",
  "$@1", "$@zz", "$1", "$7f", "$1:__proto__:x", "$0:constructor", "$Z", "$R1", "$r1", "$x1", "$X1", "$b1", "$A0", "$S", "$Sreact.element", "$T", "$$", "$", "$L1", "$E(1)", "$Y", "$P", "$C",
];

/** Of another kind than any slot takes. */
export const OTHER_KINDS: unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER + 1, {}, [], [[]], [null], { toString: 1 }, { length: 1e9 }, { __proto__: null, constructor: { prototype: { x: 1 } } }, { then: 1 }, { get: 1 },
  { $eq: 1 }, { toJSON: 1 }, [[[[[[[[[[]]]]]]]]]],
];

/** Texts that no slot takes. A lone surrogate goes over the wire in JSON alone: in a form it is no UTF-8. */
export const BAD_TEXTS = ["\u0000", `${CANARY}\u0000`, `\u0000${CANARY}`, `${CANARY}\u001b[31m\u0007\u0000`, `${"x".repeat(100_000)}\u0000`];
export const BAD_IN_JSON = [...BAD_TEXTS, "\ud800", `${CANARY}\udfff`];

/** What is nearly what it stands for. */
export const NEARLY: readonly { like: RegExp; values: readonly string[] }[] = [
  { like: /^\d{4}-\d\d-\d\d/, values: ["0000-01-01", "0000-01-01T00:00:00.000Z", "-000001-01-01T00:00:00.000Z", "+275760-09-13T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2026-02-30", "2026-13-01T00:00:00Z", "1", "now", "infinity", "20261128"] },
  { like: /^\d+$/, values: ["-1", "1e9", "0x10", "1.5", "99999999999999999999", "\u0663", "NaN", "1,000", "9".repeat(5_000)] },
  { like: /^[0-9a-f]{8}-[0-9a-f]{4}-/, values: ["019A", "{019a0000-0000-7000-8000-0000000000aa}", "019a0000000070008000000000000000aa", "' or '1'='1", "019a0000-0000-7000-8000-0000000000ag", `${CANARY} 2026-12-24 Write`] },
  { like: /^https:/, values: ["https://jobs.example.org/\u0000", "https://jobs\u0000.example.org/", "javascript:alert(1)", "https://", "//jobs.example.org", "file:///etc/passwd", "http://[::1", `https://jobs.example.org/${"x".repeat(5_000)}`] },
  { like: /@/, values: ["sneha@example.org\r\nBcc: x@example.org", '"x@evil.example"@example.org', "sneha@example.org\u0000", "sneha@exa mple.org", `${"x".repeat(300)}@example.org`, "@", "sneha@-x.org"] },
];

/** A part of an address. */
export const BAD_SEGMENTS = [
  "%00", "a%00b", "%ff", "%c0%af", "%", "%E0%A4%A", "%zz", "..", "..%2f..%2fetc%2fpasswd", "%2e%2e", ".", "%2f", "%5c", "__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "NaN", "-1", "1e309",
  "'%20or%20'1'='1", "1;drop%20table%20users", "%27%22%3e%3cscript%3ealert(1)%3c%2fscript%3e", "%0d%0aSet-Cookie:%20a=b", "%F0%9F%98%80", "%E0%A4%A8", "e%CC%81", "%E2%80%AE", "%ED%A0%80", "{{7*7}}", "${7*7}", "a".repeat(3_000),
  "%61".repeat(1_000), "[cohort]", "[...x]", "(teach)", "@modal", "_next", "index", "page", "route", "x.rsc", "x.segments", "$d$x", "$undefined", "00000000-0000-0000-0000-000000000000", "019A0000-0000-7000-8000-0000000000AA", "2.xml", "999.xml", "test-first%00",
];

const NAMES = [
  "q", "role", "skill", "place", "remote", "level", "pay", "age", "sort", "after", "before", "next", "error", "callbackUrl", "csrf", "to", "name", "then", "save", "view", "sub", "group", "older", "settle", "listing", "step", "item", "action", "person",
  "from", "until", "_rsc", "nxtPcohort", "nxtIcohort", "__nextLocale", "__nextDataReq", "__proto__", "constructor", "x[]", "x[y]", "%00", "id", "learner", "submission",
];
const VALUES = [
  "", "%00", "a%00b", "%ff", "%", "%zz", "%E0%A4%A", "%ED%A0%80", "__proto__", "-1", "0", "NaN", "1e309", "99999999999999999999", "9999-99-99", "0000-00-00", "0000-01-01", "9999-12-31", "%2B275760-09-13", "null", "[object%20Object]", "%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9",
  "'--", "%25", "(((((((((((((((((((((((((((((((a%2B)%2B)%2B", "x".repeat(2_000), "%0d%0aX:%20y", "https://evil.example/", "//evil.example", "javascript:alert(1)", "1", "on", "stated", "readiness", "9999999999999999-00000000-0000-0000-0000-000000000000",
];

export const QUERY_NAMES = NAMES;
export const QUERY_VALUES = VALUES;

/** Headers that Next, a proxy or a library might believe, with what nobody would send. */
export const BAD_HEADERS: Record<string, readonly string[]> = {
  RSC: ["1", "2", "x"],
  "Next-Router-State-Tree": ["x", "%", "[]", "null", "%5B%22%22%5D", "%5B%22%22%2C%7B%22children%22%3A1%7D%5D", "%7B%22__proto__%22%3A1%7D", "%5B".repeat(2_000)],
  "Next-Router-Prefetch": ["1", "2", "x"],
  "Next-Router-Segment-Prefetch": ["/_tree", "/_index", "/../../x", "x", "/%00"],
  "Next-Url": ["/%00", "x", "//evil.example", "/teach/%"],
  "Next-HMR-Refresh": ["1"],
  "Next-Action": ["", "x", "__proto__", "constructor", "0".repeat(42), "f".repeat(42), "0".repeat(5_000), "../../x", "00"],
  "Next-Resume": ["1"],
  "x-nextjs-data": ["1"],
  "x-nextjs-postponed": ["1"],
  "x-matched-path": ["/admin", "/%"],
  "x-invoke-path": ["/admin"],
  "x-invoke-status": ["500", "x"],
  "x-middleware-subrequest": ["middleware:middleware:middleware:middleware:middleware", "proxy:proxy:proxy:proxy:proxy"],
  "x-middleware-invoke": ["1"],
  "x-middleware-rewrite": ["/admin"],
  "x-milepost-path": ["//evil.example", "/%00"],
  "x-milepost-address": ["127.0.0.1", "x"],
  "x-forwarded-host": ["evil.example"],
  "x-forwarded-proto": ["javascript", "https,http"],
  "x-forwarded-for": ["x", ",,,", "::ffff:1.2.3.4%eth0", "1".repeat(500), "1.2.3.4, 5.6.7.8", "::", "fe80::1::2"],
  forwarded: ["host=evil.example"],
  host: ["evil.example", "", "localhost:1", "a b", "[::1"],
  cookie: ["milepost-session=", "milepost-session=x", "milepost-session=x.y.z", "milepost-session=eyJhbGciOiJub25lIn0..", "__Host-milepost-session=x", "=", ";;;;", "a=%", `a=${"b".repeat(6_000)}`, "milepost-device=%00", "milepost-csrf-token=x|y", "milepost-callback-url=%"],
  accept: ["", "x", "text/x-component", "application/json", "*/*;q=2", "a/".repeat(1_000)],
  "accept-language": ["x".repeat(2_000), "en-IN;q=NaN", "*"],
  "accept-encoding": ["", "identity;q=0", "gzip, br, zstd, x", "*;q=0"],
  "if-none-match": ["*", "x", 'W/"x"', `"${"x".repeat(2_000)}"`],
  "if-modified-since": ["x", "Thu, 01 Jan 1970 00:00:00 GMT", "9999"],
  range: ["bytes=0-", "bytes=-1", "bytes=9-1", "bytes=0-0,1-1,2-2", "x"],
  "user-agent": ["", "x".repeat(4_000), "Googlebot", "<script>alert(1)</script>"],
  "content-encoding": ["gzip", "br", "x"],
  "x-http-method-override": ["DELETE"],
  "x-requested-with": ["x"],
  authorization: ["Basic eDp5", "Bearer x", "x"],
  upgrade: ["websocket", "h2c"],
  expect: ["x"],
  purpose: ["prefetch"],
  te: ["trailers"],
};

export const TYPES = ["", "x", "text/plain", "text/plain;charset=UTF-8", "text/plain;charset=x", "application/json", "application/json;charset=utf-7", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "application/octet-stream", "text/csv", "text/x-component", "image/png", "application/xml", "a".repeat(2_000)];

export const ORIGINS = [null, "null", "", "http://evil.example", "https://localhost", "http://localhost:1", "file://", "x"];
