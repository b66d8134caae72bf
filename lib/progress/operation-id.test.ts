import { expect, test, vi } from "vitest";
import { newOperationId } from "./operation-id";

test("ids are uuids of version 7, and no two are the same", () => {
  const ids = Array.from({ length: 5_000 }, newOperationId);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("they begin with the time in milliseconds", () => {
  vi.useFakeTimers({ now: 0x01935a6e1234 });
  expect(newOperationId()).toMatch(/^01935a6e-1234-7/);
  vi.useRealTimers();
});
