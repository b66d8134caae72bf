import { expect, test } from "vitest";
import { readBody } from "./read-body";

const KB = 1024;

/** A body that is made as it is read; `made` counts its parts. */
function bodyOf(parts: number, part: Uint8Array, said?: number) {
  const count = { made: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (count.made >= parts) controller.close();
      else {
        count.made += 1;
        controller.enqueue(part);
      }
    },
    cancel() {
      count.cancelled = true;
    },
  });
  const headers = new Headers(said === undefined ? [] : [["content-length", String(said)]]);
  // Node asks for `duplex`, which the types of the browser do not know.
  const init = { method: "POST", headers, body: stream, duplex: "half" };
  return { request: new Request("http://localhost/", init), count };
}

test("a body up to the limit is read whole, byte for byte", async () => {
  const { request } = bodyOf(4, new TextEncoder().encode("नम"), undefined);
  expect((await readBody(request, 24))?.toString()).toBe("नमनमनमनम");
  expect(await readBody(new Request("http://localhost/", { method: "POST" }), 10)).toEqual(Buffer.alloc(0));
});

test("one byte more is too much", async () => {
  expect(await readBody(bodyOf(4, new Uint8Array(6)).request, 23)).toBeNull();
});

test("a body that says it is too long is not read at all", async () => {
  const { request, count } = bodyOf(50, new Uint8Array(KB), 50 * KB * KB);
  expect(await readBody(request, 5 * KB)).toBeNull();
  expect(count.made).toBeLessThanOrEqual(1);
});

test("one of 50 MB that says nothing, or less than it sends, is left after the limit, with flat memory", async () => {
  const part = new Uint8Array(256 * KB);
  for (const said of [undefined, 100]) {
    const { request, count } = bodyOf(200, part, said);
    const before = process.memoryUsage().rss;
    expect(await readBody(request, 5_000_000)).toBeNull();
    expect(count.made).toBeLessThan(25);
    expect(count.cancelled).toBe(true);
    expect((process.memoryUsage().rss - before) / KB / KB).toBeLessThan(40);
  }
});
