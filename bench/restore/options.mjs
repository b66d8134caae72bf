import { Refusal } from "../../db/embedded/refusal.mjs";
import { readFlags } from "../flags.mjs";

const ARCHIVES = ["pgbackrest", "files"];

/** Which archive, how many ticks come after the backup and how many of them after the last archived moment, and whether the epoch is left as it was. */
export function readOptions(args) {
  const { values } = readFlags("bench/faults/README.md", {
    args,
    options: {
      archive: { type: "string", default: "pgbackrest" },
      ticks: { type: "string", default: "1000" },
      late: { type: "string", default: "240" },
      "same-epoch": { type: "boolean", default: false },
    },
  });
  if (!ARCHIVES.includes(values.archive)) throw new Refusal(`--archive is one of ${ARCHIVES.join(", ")}, not "${values.archive}".`);
  const [ticks, late] = [Number(values.ticks), Number(values.late)];
  if (!Number.isInteger(ticks) || ticks < 80 || ticks > 10_000) throw new Refusal("--ticks must be from 80 to 10000.");
  if (!Number.isInteger(late) || late < 0 || late > ticks - 16) throw new Refusal("--late must be from 0 to 16 less than --ticks.");
  return { archive: values.archive, ticks, late, sameEpoch: values["same-epoch"] };
}
