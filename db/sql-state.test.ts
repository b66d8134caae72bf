import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client";
import { sqlStateOf } from "./sql-state";

test("it is what Postgres says, and nothing for what did not come from there", async () => {
  expect(sqlStateOf(await db.execute(sql`select 1 / 0`).catch((error: unknown) => error))).toBe("22012");
  for (const other of [new Error("no"), new Error("no", { cause: "22012" }), new Error("no", { cause: { code: 22012 } }), "22012", null]) expect(sqlStateOf(other)).toBeNull();
});
