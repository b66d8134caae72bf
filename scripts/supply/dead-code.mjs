import { fileURLToPath } from "node:url";
import { runNode } from "../child.mjs";
import { verdict } from "./verdict.mjs";

const KNIP = fileURLToPath(new URL("../../node_modules/knip/bin/knip.js", import.meta.url));
const CONFIG = fileURLToPath(new URL("knip.jsonc", import.meta.url));

export const deadCode = {
  name: "every dependency, file and export has a reader",
  requirement: "59, ASVS 15.2.3",
  async run(root = ".", config = CONFIG) {
    const { code, text } = await runNode([KNIP, "--directory", root, "--config", config, "--treat-config-hints-as-errors", "--no-progress"], { quiet: true });
    return verdict(code === 0 ? [] : [text.trim()], "knip finds nothing that is not used.");
  },
};
