import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { placesOfTools } from "../../scripts/backup/pg-tools.mjs";

const PROGRAMS = ["initdb", "pg_ctl", "postgres"];

/** The archive of docs/operations.md: the files of deploy/ with the places of this run, and the commands that stand there. */
export async function makePgBackRest({ home, data, port, run }) {
  const bin = placesOfTools().find((place) => PROGRAMS.every((program) => fs.existsSync(path.join(place, program))));
  if (!bin) throw new Refusal("There is no Postgres with initdb and pg_ctl on this machine: install one, or run this with --archive=files.");
  const version = await run("pgbackrest", ["version"]).catch((error) => {
    throw new Refusal(`pgBackRest does not run (${error.code}): install it, or run this with --archive=files.`);
  });
  const config = path.join(home, "pgbackrest.conf");
  fs.writeFileSync(config, configuration({ home, data, port }), { mode: 0o600 });
  const pgbackrest = async (...args) => (await run("pgbackrest", ["--stanza=milepost", ...args])).stdout;

  return {
    name: version.stdout.trim(),
    bin,
    env: { PGBACKREST_CONFIG: config },
    settings: fs.readFileSync("deploy/archive.conf", "utf8"),
    async prepare() {
      await pgbackrest("stanza-create");
      await pgbackrest("check");
    },
    backUp: () => pgbackrest("--type=full", "backup"),
    async last() {
      const [{ archive }] = JSON.parse(await pgbackrest("--output=json", "info"));
      return archive.at(-1).max;
    },
    // A look at a moment archives nothing: the archive would lead on from there, and no longer to its end.
    restore: (at) => pgbackrest("--delta", ...(at ? ["--archive-mode=off", "--type=time", `--target=${at}`, "--target-action=promote"] : []), "restore"),
  };
}

function configuration({ home, data, port }) {
  const ours = { "repo1-path": `${home}/archive`, "repo1-cipher-pass": randomBytes(48).toString("base64"), "pg1-path": data };
  const lines = fs.readFileSync("deploy/pgbackrest.conf", "utf8").split("\n");
  const placed = lines.map((line) => {
    const [name] = line.split("=");
    return Object.hasOwn(ours, name) ? `${name}=${ours[name]}` : line;
  });
  return [...placed, `pg1-port=${port}`, `pg1-socket-path=${home}`, "[global]", `log-path=${home}/log`, `lock-path=${home}/lock`, ""].join("\n");
}
