import { runNode } from "./child.mjs";

/** Runs the linter and the type checker; each counts as one. */
export async function lintAndTypes(tally) {
  const lint = await runNode(["node_modules/eslint/bin/eslint.js", "."]);
  tally.say("lint", lint.code === 0);

  const env = { ...process.env, NEXT_DIST_DIR: ".next", NEXT_TELEMETRY_DISABLED: "1" };
  const routes = await runNode(["node_modules/next/dist/bin/next", "typegen"], { env, quiet: true });
  if (routes.code !== 0) console.log(routes.text);
  const types = await runNode(["node_modules/typescript/bin/tsc", "--noEmit"]);
  tally.say("types", routes.code === 0 && types.code === 0);
}
