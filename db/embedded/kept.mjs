import { randomUUID } from "node:crypto";
import fs from "node:fs";

/** What the file holds; made once, readable by its owner only, whoever comes first. */
export function kept(file, make) {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${randomUUID()}`;
    fs.writeFileSync(draft, make(), { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return fs.readFileSync(file, "utf8").trim();
}
