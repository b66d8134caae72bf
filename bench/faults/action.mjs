import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";

/** Gives up waiting at the time no request may exceed. */
export const PATIENCE_MS = 10_000;

/** The id under which the built application answers calls of the server action. */
export function findAction(distDir, exportedName) {
  const manifest = JSON.parse(fs.readFileSync(path.join(distDir, "server/server-reference-manifest.json"), "utf8"));
  const [id] = Object.entries(manifest.node).find(([, action]) => action.exportedName === exportedName) ?? [];
  if (!id) throw new Refusal(`The build in ${distDir} has no server action ${exportedName}.`);
  return id;
}

/** Calls recordProgress as a browser does; throws when there is no answer or it cannot be read. */
export function makeCaller({ origin, actionId }) {
  return async ({ cookie, owner, operations }) => {
    const response = await fetch(`${origin}/roadmap`, {
      method: "POST",
      headers: {
        "Next-Action": actionId,
        Accept: "text/x-component",
        "Content-Type": "text/plain;charset=UTF-8",
        Origin: origin,
        Cookie: cookie,
      },
      body: JSON.stringify([{ owner, operations }]),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(statusOf(response));
    return readAnswer(text);
  };
}

/** What recordProgress answered, out of what the server sends to a page. */
export function readAnswer(text) {
  const row = text.split("\n").find((line) => /^[0-9a-f]+:\{"ok":/.test(line));
  if (!row) throw new Error(`no answer in ${JSON.stringify(text.slice(0, 200))}`);
  return JSON.parse(row.slice(row.indexOf(":") + 1));
}

/** The status, and who said it: an instance that refuses says when to try again, a proxy without an instance does not. */
export const statusOf = ({ status, headers }) => `status ${status}${headers.has("Retry-After") ? " of an instance" : ""}`;
