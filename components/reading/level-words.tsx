import { LEVELS, type Level } from "@/lib/roles/roles";

const ORDER = ["aware", "working", "strong"] as const satisfies readonly Level[];

/** What the levels that a table uses mean. */
export function LevelWords({ used }: { used: readonly Level[] }) {
  const sentences = ORDER.filter((level) => used.includes(level)).map((level) => `${level}: ${LEVELS[level]}`);
  return <p className="text-sm text-soft prose">Levels: {sentences.join("; ")}.</p>;
}
