import { expect, test } from "vitest";
import { openPath, sealPath } from "./sealed-path";

test("a sealed path opens to itself, and shows nothing of it", async () => {
  const path = "/join/7QHM-3XWP?from=mail";
  const sealed = await sealPath(path);
  expect(await openPath(sealed)).toBe(path);
  expect(sealed).not.toContain("7QHM");
  expect(sealed.split(".").map((part) => Buffer.from(part, "base64url").toString()).join()).not.toContain("join");
});

test("what was not sealed here leads home", async () => {
  const sealed = await sealPath("/join/7QHM-3XWP");
  for (const other of ["", "/join/7QHM-3XWP", `${sealed}x`, sealed.slice(1)]) expect(await openPath(other)).toBe("/home");
});
