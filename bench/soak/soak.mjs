import { endWith } from "../verdict.mjs";
import { readOptions } from "./options.mjs";

await endWith(async () => {
  const options = readOptions(process.argv.slice(2));
  const { run } = await import("./run.mjs");
  return run(options);
});
