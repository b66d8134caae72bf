import { describe, expect, test } from "vitest";
import { cleanName, contentDisposition, typeOf } from "./file";
import { readBody } from "../read-body";
import { saySize } from "./size";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("what a file is", () => {
  test("is told by its first bytes, whatever its name", () => {
    expect(typeOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe("image/png");
    expect(typeOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe("image/jpeg");
    expect(typeOf(Buffer.from("%PDF-1.7\n\0"))).toBe("application/pdf");
    expect(typeOf(Buffer.from("नमस्ते, a plain text\n"))).toBe("text/plain");
  });

  test("is nothing that is taken when it is neither of these nor text in UTF-8", () => {
    expect(typeOf(bytes(0x50, 0x4b, 3, 4, 0x14, 0))).toBe(null);
    expect(typeOf(bytes(0xff, 0xfe, 0x41, 0))).toBe(null);
    expect(typeOf(Buffer.from("text with\0a hole"))).toBe(null);
    expect(typeOf(bytes(0xc3, 0x28))).toBe(null);
    expect(typeOf(bytes(0x89, 0x50, 0x4e))).toBe(null);
  });
});

describe("the name of a file", () => {
  test.each([
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ["C:\\Users\\sneha\\notes.md", "text/plain", "notes.md"],
    ["run.bat", "text/plain", "run.bat.txt"],
    ["page.html", "text/plain", "page.html.txt"],
    ["photo.exe", "image/png", "photo.exe.png"],
    ["photo.JPG", "image/jpeg", "photo.JPG"],
    ["invoice\u202egnp.exe", "application/pdf", "invoicegnp.exe.pdf"],
    ["a\r\nSet-Cookie: b.txt", "text/plain", "aSet-Cookie_ b.txt"],
    ["\ud800.txt", "text/plain", "\ufffd.txt"],
    ["  ..  ", "image/png", "evidence.png"],
    [`${"ल".repeat(300)}.txt`, "text/plain", `${"ल".repeat(100)}.txt`],
  ] as const)("%j as %s becomes %j", (name, type, clean) => {
    expect(cleanName(name, type)).toBe(clean);
  });

  test("is sent as RFC 5987 has it, with a plain one beside it", () => {
    expect(contentDisposition('a"b\\c (1)’.png')).toBe(`attachment; filename="a_b_c (1)_.png"; filename*=UTF-8''a%22b%5Cc%20%281%29%E2%80%99.png`);
  });
});

describe("reading a body", () => {
  const bodyOf = (chunks: number, headers?: HeadersInit) => {
    let left = chunks;
    const body = new ReadableStream<Uint8Array>({ pull: (to) => (left-- > 0 ? to.enqueue(new Uint8Array(10)) : to.close()) });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" };
    return { request: new Request("http://localhost/", init), left: () => left };
  };

  test("stops at the limit although the length was not said, and reads no further", async () => {
    expect((await readBody(bodyOf(10).request, 100))?.byteLength).toBe(100);
    const endless = bodyOf(1_000);
    expect(await readBody(endless.request, 100)).toBe(null);
    expect(endless.left()).toBeGreaterThan(980);
  });

  test("does not begin when the length that was said is too much", async () => {
    const announced = bodyOf(1, { "content-length": "101" });
    expect(await readBody(announced.request, 100)).toBe(null);
  });
});

test("sizes are said in words", () => {
  expect([saySize(1), saySize(2_000), saySize(1_048_575), saySize(1_048_576)]).toEqual(["1 byte", "2 KB", "1 MB", "1 MB"]);
});
