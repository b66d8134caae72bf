import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ACTIONS, PAGES, WRITES } from "./matrix";

const FILES = readdirSync("app", { recursive: true, encoding: "utf8" });

/** "app/(teach)/teach/page.tsx" answers at "/teach". */
function addressOf(file: string): string {
  return `/${path.dirname(file).split("/").filter((part) => !/^\(.*\)$|^\.$/.test(part)).join("/")}`;
}

const read = (file: string) => readFileSync(path.join("app", file), "utf8");
const exported = (file: string) => [...read(file).matchAll(/^export (?:(?:async )?function|const) (\w+)/gm)].map(([, name = ""]) => name);

const routes = FILES.filter((file) => path.basename(file) === "route.ts").flatMap((file) => {
  const address = addressOf(file);
  // next-auth hands over one handler under two names.
  const methods = /export \{ \w+ as GET, \w+ as POST \}/.test(read(file)) ? ["GET", "POST"] : exported(file).filter((name) => /^(GET|HEAD|POST|PUT|PATCH|DELETE)$/.test(name));
  return methods.map((method) => ({ address, method }));
});
const actions = FILES.filter((file) => /\.tsx?$/.test(file) && read(file).startsWith('"use server"')).flatMap(exported);

describe("has a row, and no row is left over, for", () => {
  test("every page and every address that is read", () => {
    const pages = FILES.filter((file) => path.basename(file) === "page.tsx").map(addressOf);
    const readable = routes.filter(({ method, address }) => method === "GET" && address !== "/api/auth/[...nextauth]").map(({ address }) => address);
    expect(Object.keys(PAGES).sort()).toEqual([...pages, ...readable].sort());
  });

  test("every other method of a route", () => {
    const unsafe = routes.filter(({ method }) => method !== "GET" && method !== "HEAD").map(({ address, method }) => `${method} ${address}`);
    expect(Object.keys(WRITES).sort()).toEqual(unsafe.sort());
  });

  test("every server action, each with a name of its own", () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(actions.sort());
  });
});

test("no page or component hides an action of its own", () => {
  const inline = FILES.filter((file) => /\.tsx?$/.test(file) && /^\s+["']use server["']/m.test(read(file)));
  expect(inline).toEqual([]);
});
