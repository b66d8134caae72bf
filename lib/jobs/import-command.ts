import { importNamed } from "./import-named";

// Run by `npm run jobs:import`.

try {
  const said = await importNamed(process.argv.slice(2));
  console.log(said.message);
  process.exit(said.ok ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
