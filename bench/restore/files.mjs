import fs from "node:fs";
import path from "node:path";
import { copyRunning } from "../../db/embedded/copy-running.mjs";
import { handOver, prepareBinaries } from "../../db/embedded/home.mjs";

const SEGMENT = /^[0-9A-F]{24}$/;

/** The simplest archive there is: a folder of segments, and a copy by the backup functions of Postgres. Needs nothing but the embedded Postgres. */
export async function makeFiles({ home, data, as, run, connect }) {
  const bin = path.join(prepareBinaries({ home, as }), "bin");
  const [segments, base] = ["archive", "base"].map((name) => path.join(home, name));
  fs.mkdirSync(segments, { mode: 0o700 });

  return {
    name: "a folder",
    bin,
    env: {},
    settings: ["archive_mode = on", `archive_command = 'test ! -f "${segments}/%f" && cp "%p" "${segments}/%f"'`, "archive_timeout = 60"].join("\n"),
    prepare: async () => undefined,
    async backUp() {
      const sql = connect();
      await copyRunning(sql, data, base).finally(() => sql.end({ timeout: 5 }));
      handOver(base, as);
    },
    last: async () => fs.readdirSync(segments).filter((name) => SEGMENT.test(name)).sort().at(-1),
    async restore(at) {
      await run("cp", ["-a", `${base}/.`, data]);
      const settings = [`restore_command = 'cp "${segments}/%f" "%p"'`, ...(at ? ["archive_mode = off", `recovery_target_time = '${at}'`, "recovery_target_action = promote"] : [])];
      fs.appendFileSync(path.join(data, "postgresql.conf"), `${settings.join("\n")}\n`);
      fs.writeFileSync(path.join(data, "recovery.signal"), "");
      handOver(data, as);
    },
  };
}
