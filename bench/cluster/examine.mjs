import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { check, readTables } from "../faults/checker.mjs";

const PATIENCE_MS = 30_000;

/** The rules of the fault test about the leader's tables, and that the others have the same. */
export async function examine({ cluster, seed, sent, history, logs }) {
  const tables = await withDatabase(cluster.url, readTables).catch((error) => ({ unreadable: error }));
  if (tables.unreadable) return { checked: null, unreadable: tables.unreadable };
  const seen = logs.reduce((sum, log) => sum + (fs.readFileSync(log, "utf8").match(/^The server died/gm)?.length ?? 0), 0);
  const checked = check({ seed, sent, before: [], history: history.events, tables, deaths: { seen, caused: 0 } });
  const all = await Promise.all(cluster.nodes.filter((node) => node.isUp()).map((node) => compare(cluster.urlOf(node), tables)));
  checked.rules.push(["each machine that runs has the same", all.filter((same) => !same).length, all.length]);
  return { checked };
}

async function compare(url, wanted) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(500)) {
    const found = await withDatabase(url, readTables).catch(() => null);
    if (found && textOf(found) === textOf(wanted)) return true;
  }
  return false;
}

const textOf = ({ log, states }) => JSON.stringify([log, states].map((rows) => rows.map((row) => JSON.stringify(row)).sort()));

export async function withDatabase(url, work) {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
