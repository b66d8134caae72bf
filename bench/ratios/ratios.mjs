import { endWith } from "../verdict.mjs";

await endWith(async () => {
  const { readOptions } = await import("./options.mjs");
  const options = readOptions(process.argv.slice(2));
  const { run } = await import("./run.mjs");
  return run(options);
});
