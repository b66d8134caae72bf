import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { getTableConfig, PgTable, type PgColumn } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { progressOperations } from "@/db/schema/progress";
import { exportAsCsv, exportAsJson, PART_NAMES } from "@/lib/privacy/own-data";
import { OWN_PAGE, type Owner, type OwnRow } from "./own-data";
import { ABOUT_NOBODY, ELSEWHERE, PARTS, tableOf, type Part } from "./own-parts";
import { makeWholeLife } from "./whole-life";

const modules = await Promise.all(readdirSync("db/schema").map((file) => import(`../schema/${file.replace(".ts", "")}.ts`) as Promise<Record<string, unknown>>));
const tables = modules.flatMap((module) => Object.values(module)).filter((value): value is PgTable => is(value, PgTable));
const parts: [string, Part][] = PART_NAMES.map((name) => [name, PARTS[name]]);
const nameOf = (column: PgColumn) => `${getTableName(column.table)}.${column.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

describe("the list of what is kept about a person", () => {
  test("names every table of the schema, with its rows or with a reason", () => {
    const named = [...PART_NAMES.map(tableOf), ...Object.keys(ABOUT_NOBODY), ...Object.keys(ELSEWHERE).map((column) => column.split(".")[0] ?? "")];
    expect(tables.map(getTableName).filter((table) => !named.includes(table))).toEqual([]);
    expect(named.filter((table) => !tables.some((known) => getTableName(known) === table))).toEqual([]);
    expect(Object.keys(ABOUT_NOBODY).filter((table) => PART_NAMES.map(tableOf).includes(table))).toEqual([]);
  });

  const references = tables.flatMap((table) => getTableConfig(table).foreignKeys.flatMap((key) => (getTableName(key.reference().foreignTable) === "users" ? key.reference().columns : [])));
  const alike = tables.flatMap((table) => Object.values(getTableColumns(table))).filter(({ name }) => /^(?:email|address|.*(?:actorId|personId|userId|learnerId|By))$/.test(name));
  const leading = new Set([...references, ...alike].map(nameOf).filter((column) => column !== "job_sources.address"));

  test("follows every column that leads to a person, by id or by address, or says why not", () => {
    const followed = parts.flatMap(([, { by }]) => by.map(nameOf));
    expect([...leading].filter((column) => !followed.includes(column) && !(column in ELSEWHERE))).toEqual(["users.email"]);
    expect(Object.keys(ELSEWHERE).filter((column) => !leading.has(column))).toEqual([]);
  });

  test("finds each by an index: a copy and an erasure read no table whole", async () => {
    // Null leads to nobody: an index may leave it out, and one that leaves out anything else is of no use here.
    const indexed = await db.execute<{ column: string }>(sql`
      select distinct i.indrelid::regclass || '.' || a.attname as column
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)`);
    expect([...leading].filter((name) => !indexed.some(({ column }) => column === name))).toEqual([]);
  });

  test("leaves out only columns that there are", () => {
    const unknown = parts.flatMap(([name, { table, leftOut = {} }]) => Object.keys(leftOut).filter((column) => !(column in getTableColumns(table))).map((column) => `${name}.${column}`));
    expect(unknown).toEqual([]);
  });
});

type Exported = Record<string, { says: string; leftOut: Record<string, string>; rows: OwnRow[] }>;

async function exported(owner: Owner): Promise<{ text: string; parts: Exported }> {
  const text = await exportAsJson(owner).text();
  return { text, parts: (JSON.parse(text) as { parts: Exported }).parts };
}

describe("what a person gets", () => {
  test("is every part, with every text of theirs, and not a word of anybody else", async () => {
    const words = { word: `mine${randomUUID()}`, saying: `said${randomUUID()}`, other: `other${randomUUID()}` };
    const person = await makeWholeLife(words);
    const got = await exported(person);
    expect(PART_NAMES.filter((name) => got.parts[name]?.rows.length === 0)).toEqual([]);

    const missing = parts.flatMap(([name, { table, leftOut = {} }]) =>
      Object.entries(getTableColumns(table))
        .filter(([column, { enumValues }]) => !(column in leftOut) && !enumValues?.length)
        .filter(([column]) => got.parts[name]?.rows.every((row) => !(column in row)))
        .map(([column]) => `${name}.${column}`),
    );
    expect(missing).toEqual([]);
    // What instructors said to the person is theirs too; their private notes, and whom the person taught, are not.
    const ofOthers = ["reviews", "messages", "waivers", "signal_settlements"];
    const strange = PART_NAMES.filter((name) => !ofOthers.includes(name) && JSON.stringify(got.parts[name]).includes(words.other));
    expect(strange).toEqual([]);
    expect(JSON.stringify(PART_NAMES.filter((name) => name !== "audit").map((name) => got.parts[name]?.rows))).not.toContain(person.otherId);
    expect(got.text).not.toContain(`${words.other} notes body`);
    expect(got.text).not.toContain("password_hash");
  });

  test("is whole where a part has more rows than are read at once, as JSON and as CSV", async () => {
    const person = await makeWholeLife({ word: "a", saying: "b", other: "c" });
    const many = 2 * OWN_PAGE + 3;
    await db.insert(progressOperations).values(Array.from({ length: many }, (_, index) => ({ userId: person.id, opId: randomUUID(), itemId: "first-endpoint", state: "done" as const, clock: index + 2, at: new Date() })));
    const rows = (await exported(person)).parts.progress_operations?.rows ?? [];
    expect(new Set(rows.map(({ opId }) => opId)).size).toBe(many + 1);

    const csv = parse<Record<string, string>>(await exportAsCsv(person, "progress_operations").text(), { bom: true, columns: true });
    expect(csv.map(({ opId }) => opId)).toEqual(rows.map(({ opId }) => opId));
    expect(csv[0]).toEqual(Object.fromEntries(Object.entries(rows[0] ?? {}).map(([column, value]) => [column, String(value)])));
  });
});
