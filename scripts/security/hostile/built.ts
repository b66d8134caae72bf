import { readFileSync } from "node:fs";
import path from "node:path";

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/** Everything of the build that takes requests: each server action with a page that calls it, and each address. */
export type Built = { actions: { id: string; name: string; page: string }[]; addresses: string[] };

export function readBuilt(distDir: string): Built {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(distDir, "server", name), "utf8"));
  const { node } = read("server-reference-manifest.json") as Manifest;
  const actions = Object.entries(node).map(([id, { exportedName, workers }]) => ({ id, name: exportedName, page: addressOf(Object.keys(workers)[0] ?? "") }));
  // The page for what went wrong has that status itself.
  const addresses = Object.keys(read("app-paths-manifest.json") as Record<string, string>).map(addressOf).filter((address) => address !== "/_global-error");
  return { actions: actions.sort((one, other) => one.name.localeCompare(other.name)), addresses: [...new Set(addresses)].sort() };
}

/** "app/(teach)/teach/page" and "/(teach)/teach/page" answer at "/teach". */
function addressOf(entry: string): string {
  return `/${entry.replace(/^app\//, "").split("/").slice(0, -1).filter((part) => part !== "" && !/^\(.*\)$/.test(part)).join("/")}`;
}
