import { readdirSync, readFileSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchSource, type FetchOptions } from "./fetch-source";
import { PUBLIC, startLab, type Lab } from "./fixtures/lab/lab";

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

const options = (change: Partial<FetchOptions> = {}): FetchOptions => ({ from: "https://milepost.example", ...change });
const megabyte = Buffer.alloc(1024 * 1024);

const troubleOf = async (...asked: Parameters<typeof fetchSource>) => {
  const answer = await fetchSource(...asked);
  return answer.kind === "failed" ? answer.trouble : answer;
};

/** What is said when a site answers like this. */
const troubleWith = (handler: RequestListener, change: Partial<FetchOptions> = {}) => {
  const { address, network } = lab.site(handler);
  return troubleOf(address, options(change), network);
};

describe("a source", () => {
  test("is read as text, asked plainly, without cookies, and says who asks", async () => {
    const asked: unknown[] = [];
    const { address, network, host, opened } = lab.site((request, response) => {
      asked.push(request.method, request.url, { ...request.headers });
      response.writeHead(200, { etag: '"a1"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT", "set-cookie": "a=b", "content-type": "image/png" }).end("नमस्ते");
    });
    expect(await fetchSource(`${address}?a=b%20c#part`, options(), network)).toEqual({
      kind: "read",
      body: "नमस्ते",
      etag: '"a1"',
      lastModified: "Mon, 23 Nov 2026 10:00:00 GMT",
    });
    expect(asked).toEqual(["GET", "/feed?a=b%20c", { host, "user-agent": "Milepost (+https://milepost.example)", accept: "*/*", "accept-encoding": "gzip, br, deflate", connection: "close" }]);
    expect(opened).toEqual([{ ip: PUBLIC, host }]);
  });

  test("that has not changed is not sent again", async () => {
    const { address, network } = lab.site((request, response) => {
      const known = request.headers["if-none-match"] === '"a1"' && request.headers["if-modified-since"] === "yesterday";
      response.writeHead(known ? 304 : 500).end();
    });
    expect(await fetchSource(address, options({ etag: '"a1"', lastModified: "yesterday" }), network)).toEqual({ kind: "unchanged" });
    expect(await troubleWith((_, response) => response.writeHead(304).end())).toMatch(/answered with 304/);
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ])("packed with %s is unpacked", async (encoding, pack) => {
    const { address, network } = lab.site((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(pack("x".repeat(1_000_000))));
    expect(await fetchSource(address, options(), network)).toMatchObject({ kind: "read", body: "x".repeat(1_000_000) });
  });

  test.each([
    ["text/xml; charset=ISO-8859-1", Buffer.from("caf\u00e9", "latin1")],
    ["text/xml; charset=ISO-8859-1", Buffer.from("caf\u00e9")],
    ['application/json; charset="UTF-8"', Buffer.from("\ufeffcaf\u00e9")],
  ])("in %s is decoded", async (type, bytes) => {
    const { address, network } = lab.site((_, response) => response.writeHead(200, { "content-type": type }).end(bytes));
    expect(await fetchSource(address, options(), network)).toMatchObject({ body: "caf\u00e9" });
  });

  test("that sends what is no text of ours is refused", async () => {
    expect(await troubleWith((_, response) => response.end(Buffer.from([0xc3, 0x28])))).toMatch(/not in UTF-8/);
    expect(await troubleWith((_, response) => response.writeHead(200, { "content-type": "text/xml; charset=us-ascii" }).end(Buffer.from([0xe9])))).toMatch(/not in UTF-8/);
    expect(await troubleWith((_, response) => response.writeHead(200, { "content-type": "text/xml; charset=shift_jis" }).end("x"))).toMatch(/"shift_jis"/);
  });
});

describe("an address that does not lead to the public internet", () => {
  test.each(["localhost", "localhost.", "127.1", "2130706433", "0x7f.1", "0177.1", "[::1]", "[::ffff:10.0.0.1]", "169.254.169.254", "postgres"])("such as %s is neither looked up nor asked", async (host) => {
    const { network, resolved, opened } = lab.site((_, response) => response.end("secret"));
    expect(await troubleOf(`https://${host}/`, options(), network)).toMatch(/number in place of a name|not the name of a site/);
    expect([resolved, opened]).toEqual([[], []]);
  });

  test.each([
    [["10.0.0.1"]],
    [["127.0.0.1"]],
    [["169.254.169.254"]],
    [["::1"]],
    [["::ffff:10.0.0.1"]],
    [["64:ff9b::a00:1"]],
    [[PUBLIC, "fd00::1"]],
    [["10.0.0.1", PUBLIC]],
    [["2606:4700::1111", "100.64.0.1"]],
  ])("a name that means %j is not asked", async (ips) => {
    const { address, network, opened } = lab.site((_, response) => response.end("secret"), [ips]);
    expect(await troubleOf(address, options(), network)).toMatch(/leads into a private network/);
    expect(opened).toEqual([]);
  });

  test("a name that changes its meaning after it was checked gains nothing", async () => {
    const { address, host, network, resolved, opened } = lab.site(
      (request, response) => (request.url === "/feed" ? response.writeHead(302, { location: "/next" }).end() : response.end("listings")),
      [[PUBLIC], ["127.0.0.1"]],
    );
    expect(await fetchSource(address, options(), network)).toMatchObject({ kind: "read", body: "listings" });
    expect(resolved).toEqual([host]);
    expect(opened).toEqual([
      { ip: PUBLIC, host },
      { ip: PUBLIC, host },
    ]);
  });

  test("a name without an address, and one that does not exist, are told apart from it", async () => {
    const none = lab.site((_, response) => response.end(), [[]]);
    expect(await troubleOf(none.address, options(), none.network)).toMatch(/has no address/);
    const unknown = { ...none.network, resolve: () => Promise.reject(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" })) };
    expect(await troubleOf("https://nobody.jobs.example/", options(), unknown)).toBe("There is no site named nobody.jobs.example.");
  });

  test("only a test puts another network in the place of the internet", () => {
    const root = path.join(import.meta.dirname, "../..");
    const sources = ["app", "components", "db", "lib", "scripts"].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.test\.ts$|^jobs\/fixtures\//.test(file))
        .map((file) => path.join(folder, file)),
    );
    const users = sources.filter((file) => /["'](?:\.|@\/lib\/jobs)\/network["']|(?:from|import\() *["'][^"']*fixtures\/lab/.test(readFileSync(path.join(root, file), "utf8")));
    expect(users).toEqual(["lib/jobs/fetch-source.ts"]);
  });
});

describe("a source that sends on", () => {
  const sendsOn = (location: (host: string) => string) => {
    let host = "";
    const site = lab.site((request, response) => (request.url === "/feed" ? response.writeHead(301, { location: location(host) }).end() : response.end("there")));
    host = site.host;
    return site;
  };

  test.each([(host: string) => `https://${host}/next`, () => "/next", () => "next?a=b", (host: string) => `//${host}:443/next`])("within its own site is followed (%#)", async (location) => {
    const { address, network } = sendsOn(location);
    expect(await fetchSource(address, options(), network)).toMatchObject({ kind: "read", body: "there" });
  });

  test.each([
    ["https://127.0.0.1/", "https://127.0.0.1"],
    ["https://2130706433/", "https://127.0.0.1"],
    ["https://[::1]/", "https://[::1]"],
    ["http://169.254.169.254/latest/meta-data/", "http://169.254.169.254"],
    ["https://other.example/", "https://other.example"],
    ["//localhost/", "https://localhost"],
    ["file:///etc/passwd", "file://"],
    ["http:///next", "http://next"],
  ])("to %s is not followed, and where to is said", async (location, where) => {
    const { address, network, resolved, opened } = sendsOn(() => location);
    expect(await troubleOf(address, options(), network)).toContain(`sends on to ${where}, and Milepost follows only within one site over https.`);
    expect([resolved.length, opened.length]).toEqual([1, 1]);
  });

  test.each([(host: string) => `http://${host}/next`, (host: string) => `https://${host}:8443/`, (host: string) => `https://a:b@${host}/`])("to its own site in an unsafe way is not followed (%#)", async (location) => {
    const { address, network, opened } = sendsOn(location);
    expect(await troubleOf(address, options(), network)).toMatch(/sends on to/);
    expect(opened.length).toBe(1);
  });

  test("without saying where is refused", async () => {
    expect(await troubleWith((_, response) => response.writeHead(302, { location: "https://" }).end())).toMatch(/without saying where/);
  });

  test("is followed three times, not four", async () => {
    const chain = (length: number) =>
      lab.site((request, response) => {
        const hop = Number(/\d+/.exec(request.url ?? "")?.[0] ?? 0);
        if (hop < length) response.writeHead(307, { location: `/hop${hop + 1}` }).end();
        else response.end("there");
      });
    const three = chain(3);
    expect(await fetchSource(three.address, options(), three.network)).toMatchObject({ body: "there" });
    const four = chain(4);
    expect(await troubleOf(four.address, options(), four.network)).toMatch(/more than 3 times/);
    expect(four.opened.length).toBe(4);
  });
});

describe("a source that sends too much", () => {
  /** How much more memory this process held at the worst. */
  const growthDuring = async (work: () => Promise<unknown>) => {
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
    await work();
    clearInterval(timer);
    return (Math.max(most, process.memoryUsage.rss()) - before) / megabyte.length;
  };

  test.each([
    ["gzip", () => Buffer.concat(Array<Buffer>(100).fill(gzipSync(Buffer.alloc(10 * megabyte.length))))],
    ["br", () => brotliCompressSync(Buffer.alloc(100 * megabyte.length), { params: { 1: 1 } })],
    ["deflate", () => deflateSync(Buffer.alloc(100 * megabyte.length))],
  ])("as a %s bomb is stopped with flat memory", async (encoding, pack) => {
    const bomb = pack();
    expect(bomb.length).toBeLessThan(2 * megabyte.length);
    const { address, network } = lab.site((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bomb));
    const growth = await growthDuring(async () => {
      expect(await troubleOf(address, options(), network)).toMatch(/sends more than 5 MB/);
    });
    expect(growth).toBeLessThan(60);
  });

  const endless = (response: ServerResponse, from: () => Buffer, count: (bytes: number) => void) => {
    const write = () => {
      const chunk = from();
      count(chunk.length);
      if (response.destroyed) return;
      if (response.write(chunk)) setImmediate(write);
      else response.once("drain", write);
    };
    write();
  };

  test("is cut off, whether it says how much or not", async () => {
    let sent = 0;
    const { address, network } = lab.site((_, response) => endless(response, () => megabyte, (bytes) => (sent += bytes)));
    const growth = await growthDuring(async () => {
      expect(await troubleOf(address, options(), network)).toMatch(/sends more than 5 MB/);
    });
    expect(sent).toBeLessThan(20 * megabyte.length);
    expect(growth).toBeLessThan(60);
    expect(await troubleWith((_, response) => response.writeHead(200, { "content-length": 50 * megabyte.length }).write("["))).toMatch(/sends more than 5 MB/);
  });

  test("packed, though it unpacks to nothing, is cut off too", async () => {
    const empty = Buffer.concat(Array<Buffer>(10_000).fill(gzipSync("")));
    expect(await troubleWith((_, response) => endless(response.writeHead(200, { "content-encoding": "gzip" }), () => empty, () => undefined))).toMatch(/sends more than 5 MB/);
  });

  test("in its headers is refused", async () => {
    expect(await troubleWith((_, response) => response.writeHead(200, { "x-much": "x".repeat(100_000) }).end())).toMatch(/not proper HTTP/);
  });

  test("is read when it is just small enough", async () => {
    const { address, network } = lab.site((_, response) => response.end(Buffer.alloc(5 * megabyte.length, "x")));
    expect(await fetchSource(address, options(), network)).toMatchObject({ kind: "read" });
  });
});

describe("a source that takes too long", () => {
  const limits = { totalMs: 400, headersMs: 200 };

  test("byte after byte is stopped when the time is over", async () => {
    const start = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const trouble = await troubleWith(
      (_, response) => {
        response.flushHeaders();
        timer = setInterval(() => response.write(" "), 20);
      },
      { limits: { totalMs: 400 } },
    );
    clearInterval(timer);
    expect(trouble).toMatch(/had not answered in full after 0.4 seconds/);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("and does not begin, is given up sooner", async () => {
    expect(await troubleWith(() => undefined, { limits })).toMatch(/had not begun to answer after 0.2 seconds/);
  });

  test("because its name is not looked up, is given up", async () => {
    const { address, network } = lab.site((_, response) => response.end());
    expect(await troubleOf(address, options({ limits }), { ...network, resolve: () => new Promise(() => undefined) })).toMatch(/after 0.4 seconds/);
  });

  test("over several hops is stopped by the time of them all", async () => {
    const slow: RequestListener = (_, response) => void setTimeout(() => response.writeHead(302, { location: "/feed" }).end(), 150);
    expect(await troubleWith(slow, { limits: { totalMs: 400 } })).toMatch(/had not answered in full/);
  });
});

describe("a source that is broken", () => {
  const raw = (text: string | Buffer): RequestListener => (request) => void request.socket.end(text);

  test.each<[string, RequestListener, RegExp]>([
    ["with packing that is none", (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("{}"), /packing is broken/],
    ["with packing that stops short", (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(999)).subarray(0, 20)), /packing is broken/],
    ["with Brotli that is none", (_, response) => response.writeHead(200, { "content-encoding": "br" }).end("no brotli at all, none"), /packing is broken/],
    ["with packing nobody knows", (_, response) => response.writeHead(200, { "content-encoding": "gzip, br" }).end("x"), /cannot read \("gzip, br"\)/],
    ["with less than it said", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,"), /broke off/],
    ["with two lengths", raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\n[1,2]"), /not proper HTTP/],
    ["with a length and chunks", raw("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), /not proper HTTP/],
    ["with a chunk that stops short", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n[1,"), /broke off/],
    ["in another language", raw("SSH-2.0-OpenSSH_9.2\r\n"), /not proper HTTP/],
    ["without a word", raw(""), /broke off/],
    ["with an upgrade", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n"), /broke off/],
    ["with 404", (_, response) => response.writeHead(404).end(), /has nothing at this address \(404\)/],
    ["with 403", (_, response) => response.writeHead(403).end("no"), /does not let Milepost read this address \(403\)/],
    ["with 500", (_, response) => response.writeHead(500).end("<html>"), /has a fault of its own \(500\)/],
    ["with 300", (_, response) => response.writeHead(300).end(), /answered with 300/],
  ])("%s, is told in words", async (_, handler, words) => {
    expect(await troubleWith(handler)).toMatch(words);
  });

  test("because it is asked too often says when to come back", async () => {
    const waits = async (status: number, retryAfter: string) => {
      const { address, network } = lab.site((_, response) => response.writeHead(status, { "retry-after": retryAfter }).end());
      const answer = await fetchSource(address, options(), network);
      return answer.kind === "failed" ? [answer.retryAfterSeconds, answer.trouble.replace(/^\S+ /, "")] : answer;
    };
    expect(await waits(429, "90")).toEqual([90, "finds that it is asked too often (429). It asks to wait 90 seconds."]);
    expect(await waits(503, "3600")).toEqual([3_600, "has a fault of its own (503). It asks to wait 60 minutes."]);
    expect(await waits(429, "soon")).toEqual([60, "finds that it is asked too often (429)."]);
    expect(await waits(429, "9999999999")).toEqual([86_400, "finds that it is asked too often (429). It asks to wait 24 hours."]);
    expect(await waits(503, new Date(Date.now() - 5_000).toUTCString())).toEqual([60, "has a fault of its own (503)."]);
    expect(await waits(500, "90")).toEqual([null, "has a fault of its own (500)."]);
    const [seconds] = await waits(429, new Date(Date.now() + 60_000).toUTCString()) as [number];
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  test("by asking to be left alone is not asked before the time, whoever asks; a short rest is waited through", async () => {
    let times = 0;
    const { address, network, host } = lab.site((_, response) => (++times === 1 ? response.writeHead(429, { "retry-after": "2" }).end() : response.writeHead(503, { "retry-after": "120" }).end()));
    const began = performance.now();
    expect(await troubleOf(address, options(), network)).toMatch(/asks to wait 2 seconds/);
    expect(await troubleOf(address, options(), network)).toMatch(/asks to wait 2 minutes/);
    expect(performance.now() - began).toBeGreaterThan(1_950);
    for (const other of [address, `https://${host}/other`]) expect(await fetchSource(other, options(), network)).toMatchObject({ kind: "failed", trouble: expect.stringMatching(/asked to be left alone for another (?:2 minutes|1\d\d seconds)\. Nothing was sent\.$/) });
    expect(times).toBe(2);
  });

  test("in its certificate is not read", async () => {
    const untrusted = lab.site((_, response) => response.end("secret"), [[PUBLIC]], "");
    expect(await troubleOf(untrusted.address, options(), untrusted.network)).toMatch(/certificate is not valid/);
    const misnamed = lab.site((_, response) => response.end("secret"), [[PUBLIC]], undefined, "other.example");
    expect(await troubleOf(misnamed.address, options(), misnamed.network)).toMatch(/certificate is not valid/);
  });
});

test("two readings of one host are a second apart", async () => {
  const asked: number[] = [];
  const { address, network } = lab.site((_, response) => {
    asked.push(performance.now());
    response.end("x");
  });
  await Promise.all([fetchSource(address, options(), network), fetchSource(address, options(), network)]);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(990);
});
