import { describe, expect, test } from "vitest";
import { readAddresses } from "./addresses.mjs";
import { stripBelieved } from "./inside.mjs";
import { refusalOf } from "./refusal.mjs";

const OWN = "https://milepost.example.org";
const addresses = readAddresses({ appUrl: OWN, trial: "", host: "0.0.0.0", port: 3000 });
const SESSION = { cookie: "other=1; __Host-milepost-session=secret" };

type Headers = Record<string, string>;

const statusOf = (method: string, url: string, headers: Headers) =>
  refusalOf({ method, url, headers: { host: "milepost.example.org", ...headers } }, addresses)?.status ?? null;

describe("a host", () => {
  const answered = (host: string, known = addresses) => refusalOf({ method: "GET", url: "/", headers: { host } }, known) === null;

  test("is the one of APP_URL, however it is spelled, and no other", () => {
    for (const host of ["milepost.example.org", "Milepost.Example.ORG", "milepost.example.org:443"]) expect(answered(host), host).toBe(true);
    for (const host of ["", "evil.example", "localhost:3000", "127.0.0.1:3000", "milepost.example.org:3000", "milepost.example.org.evil.example", "milepost.example.org@evil.example"]) {
      expect(answered(host), host).toBe(false);
    }
  });

  test("may in a trial be this machine at its port, or the address it listens on", () => {
    const trial = (host: string) => readAddresses({ appUrl: "http://localhost:3000", trial: "local", host, port: 3000 });
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"]) expect(answered(host, trial("127.0.0.1")), host).toBe(true);
    for (const host of ["localhost", "localhost:3001", "127.0.0.2:3000", "rebound.example:3000"]) expect(answered(host, trial("127.0.0.1")), host).toBe(false);
    expect(answered("192.168.1.5:3000", trial("192.168.1.5"))).toBe(true);
    expect(answered("192.168.1.5:3000", trial("0.0.0.0"))).toBe(false);
  });

  test("does not matter where only health is asked for", () => {
    for (const url of ["/livez", "/readyz?full"]) expect(statusOf("GET", url, { host: "10.0.0.7:3000" })).toBeNull();
    expect(statusOf("POST", "/livez", { host: "10.0.0.7:3000" })).toBe(421);
    expect(statusOf("GET", "/livez/", { host: "10.0.0.7:3000" })).toBe(421);
  });

  test("is not taken from the address of the request", () => {
    expect(statusOf("GET", "http://evil.example/", {})).toBe(400);
    expect(statusOf("OPTIONS", "*", {})).toBe(400);
  });
});

describe("a request that may write", () => {
  const foreign: Headers[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "" },
    { origin: "http://milepost.example.org" },
    { origin: "https://milepost.example.org:444" },
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];

  test("comes from a page of ours, whatever its method and address", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      for (const url of ["/", "/roadmap", "/api/session", "/api/auth/signout", "/_next/static/x.js"]) {
        for (const headers of [...foreign, {}]) expect(statusOf(method, url, { ...headers, ...SESSION }), `${method} ${url} ${JSON.stringify(headers)}`).toBe(403);
        for (const headers of [{ origin: OWN }, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }] as Headers[]) {
          expect(statusOf(method, url, { ...headers, ...SESSION })).toBeNull();
        }
      }
    }
  });

  test("is refused from elsewhere without a session too: it could sign somebody in", () => {
    for (const headers of foreign) expect(statusOf("POST", "/api/auth/callback/password", headers)).toBe(403);
  });

  test("goes on when it says neither where it comes from nor who sends it", () => {
    expect(statusOf("POST", "/sign-up", {})).toBeNull();
    expect(statusOf("POST", "/sign-up", { cookie: "milepost-session=secret" })).toBe(403);
  });

  test("brings to a route what no form of another site can send", () => {
    const send = (type: string | null, url = "/api/evidence/an-item") =>
      statusOf("POST", url, { origin: OWN, "content-length": "5", ...(type !== null && { "content-type": type }) });
    for (const type of ["application/json", "application/json; charset=utf-8", "application/octet-stream", "text/csv"]) expect(send(type), type).toBeNull();
    for (const type of [null, "", "text/plain", "text/plain; application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx"]) {
      expect(send(type), String(type)).toBe(415);
    }
    expect(send("application/x-www-form-urlencoded", "/api/auth/callback/password")).toBeNull();
    for (const type of [null, "application/json", "multipart/form-data; boundary=x", "text/plain"]) expect(send(type, "/api/auth/callback/password"), String(type)).toBe(415);
    expect(send("multipart/form-data; boundary=x", "/roadmap")).toBeNull();
    expect(statusOf("DELETE", "/api/session", { origin: OWN })).toBeNull();
    expect(statusOf("POST", "/api/evidence/an-item", { origin: OWN, "transfer-encoding": "chunked" })).toBe(415);
  });
});

test.each(["/%", "/%zz", "/languages/%E0%A4%A", "/%ff", "/%ed%a0%80", "/a/%c0%af?x=1"])("the address %s cannot be read", (url) => {
  expect(statusOf("GET", url, {})).toBe(400);
});

test.each(["/%E0%A4%A8", "/%F0%9F%98%80", "/%00", "/jobs?q=%ff"])("the address %s can", (url) => {
  expect(statusOf("GET", url, {})).toBeNull();
});

test.each(["TRACE", "PROPFIND", "SEARCH", "LINK", "get"])("nothing knows the method %s", (method) => {
  expect(statusOf(method, "/", { origin: OWN })).toBe(405);
});

test("what Next would believe is not passed on", () => {
  const headers: Headers = {
    forwarded: "host=evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "1",
    "x-middleware-subrequest": "proxy", "x-middleware-rewrite": "/admin", "x-matched-path": "/admin", "x-nextjs-data": "1", "x-next-resume-state-length": "1",
    "x-now-route-matches": "1=x", "x-invoke-path": "/admin", "next-resume": "1", upgrade: "websocket",
    "x-forwarded-for": "198.51.100.7", "next-action": "id", "next-router-state-tree": "tree", rsc: "1", host: "milepost.example.org",
  };
  stripBelieved(headers);
  expect(Object.keys(headers).sort()).toEqual(["host", "next-action", "next-router-state-tree", "rsc", "x-forwarded-for"]);
});
