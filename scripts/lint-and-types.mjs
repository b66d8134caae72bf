import { runNode } from "./child.mjs";

/** Runs the linter and the type checker; each counts as one. Both need the types that Next makes of the routes. */
export async function lintAndTypes(tally) {
  const env = { ...process.env, NEXT_DIST_DIR: ".next", NEXT_TELEMETRY_DISABLED: "1" };
  const routes = await runNode(["node_modules/next/dist/bin/next", "typegen"], { env, quiet: true });
  if (routes.code !== 0) console.log(routes.text);

  const lint = await runNode(["node_modules/eslint/bin/eslint.js", "."]);
  tally.say("lint", lint.code === 0);
  const types = await runNode(["node_modules/typescript/bin/tsc", "--noEmit"]);
  tally.say("types", routes.code === 0 && types.code === 0);
}
