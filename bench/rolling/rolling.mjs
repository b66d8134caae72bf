import { parseArgs } from "node:util";
import { endWith, passIfNone } from "../verdict.mjs";

// Restarts two instances behind HAProxy one after the other while 16 clients tick and read: what failed, and what was lost?
//   npm run test:cluster -- rolling --restarts 10
// HAPROXY names the program when it is not on the path. Not part of npm test.

await endWith(async () => {
  const { values } = parseArgs({ options: { restarts: { type: "string", default: "10" } } });
  const { run } = await import("./run.mjs");
  return passIfNone(await run({ restarts: Number(values.restarts) }));
});
