import { fileURLToPath } from "node:url";
import { SUPPLY_CHECKS } from "./checks.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
let failed = 0;
for (const { name, requirement, run } of Object.values(SUPPLY_CHECKS)) {
  const { ok, said } = await run();
  if (!ok) failed += 1;
  console.log(`${ok ? "passed" : "FAILED"}  ${requirement.padEnd(16)}  ${name}\n        ${said.replaceAll("\n", "\n        ")}`);
}
console.log(`\n${Object.keys(SUPPLY_CHECKS).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
