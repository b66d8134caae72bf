import { parseArgs } from "node:util";
import { endWith } from "../verdict.mjs";

// Kills, freezes and changes the leader of three Postgres under Patroni while eight devices write through two instances: what was lost,
// and for how long was nothing recorded? README.md here says more.

await endWith(async () => {
  const { values } = parseArgs({ options: { asynchronous: { type: "boolean", default: false } } });
  const { run } = await import("./run.mjs");
  return run(values);
});
