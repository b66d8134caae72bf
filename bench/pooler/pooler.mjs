import { parseArgs } from "node:util";
import { endWith, passIfNone } from "../verdict.mjs";

// The query tests, and then journeys of people, through PgBouncer in transaction mode.
//   node bench/pooler/pooler.mjs [--only queries|journeys] [--untold]
// PGBOUNCER names the program when it is not on the path. --untold: the application is not told of it, which must fail. Not part of npm test.

await endWith(async () => {
  const { values } = parseArgs({ options: { only: { type: "string" }, untold: { type: "boolean", default: false } } });
  const { run } = await import("./run.mjs");
  return passIfNone(await run(values));
});
