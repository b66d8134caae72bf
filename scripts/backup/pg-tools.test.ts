import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findTool, placesOfTools } from "./pg-tools.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "milepost-tools-"));

function placeWith(version: string) {
  const place = fs.mkdtempSync(path.join(folder, "place-"));
  fs.writeFileSync(path.join(place, "pg_dump"), `#!/bin/sh\necho "${version}"\n`, { mode: 0o755 });
  return place;
}

const [of15, of17, of18, broken] = ["pg_dump (PostgreSQL) 15.20 (Debian 15.20-1)", "pg_dump (PostgreSQL) 17.2", "pg_dump (PostgreSQL) 18beta1", "no"].map(placeWith) as [string, string, string, string];

afterAll(() => fs.rmSync(folder, { recursive: true }));

test("the program that is nearest to the server's version, and not older, is taken", () => {
  const places = [of18, of15, broken, of17];
  expect(findTool("pg_dump", 15, places)).toEqual({ command: path.join(of15, "pg_dump"), version: "15.20" });
  expect(findTool("pg_dump", 16, places)).toEqual({ command: path.join(of17, "pg_dump"), version: "17.2" });
  expect(findTool("pg_dump", 18, places)).toEqual({ command: path.join(of18, "pg_dump"), version: "18" });
});

test("one that is too old, or that is missing, is refused with the version that is needed", () => {
  expect(() => findTool("pg_dump", 18, [of15])).toThrow("pg_dump of Postgres 18 or later is needed, and here is 15.20: install the client programs of Postgres 18");
  expect(() => findTool("pg_dump", 18, [broken])).toThrow("and none is on this machine");
});

test("it is looked for on PATH, and then where Debian keeps it", () => {
  const debian = path.join(folder, "debian");
  for (const version of ["15", "18"]) fs.mkdirSync(path.join(debian, version, "bin"), { recursive: true });
  expect(placesOfTools("/a:/b", debian)).toEqual(["/a", "/b", path.join(debian, "15/bin"), path.join(debian, "18/bin")]);
  expect(placesOfTools("/a", path.join(folder, "none"))).toEqual(["/a"]);
});
