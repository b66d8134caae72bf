import { install } from "./install.mjs";
import { leave } from "./leave.mjs";
import { lintAndTypes } from "./lint-and-types.mjs";
import { makeTally } from "./tally.mjs";
import { runVitest } from "./vitest.mjs";

export async function check() {
  await install();
  const tally = makeTally();
  await lintAndTypes(tally);
  tally.add(await runVitest(["unit"], process.env));
  await leave(tally.failed > 0 ? 1 : 0, tally.lines());
}
