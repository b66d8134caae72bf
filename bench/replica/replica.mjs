import { endWith, passIfNone } from "../verdict.mjs";

// Journeys of instructors and learners with a replica for reports, which follows, stands still by turns, and is then killed.
//   node bench/replica/replica.mjs
// Not part of npm test, which has db/report.test.ts.

await endWith(async () => {
  const { run } = await import("./run.mjs");
  return passIfNone(await run());
});
