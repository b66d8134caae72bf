import { LevelStones } from "@/components/progress/level-stones";
import { LEVEL_NAMES } from "@/lib/progress/words";

/** A proof level as the server has it. */
export function ProofLevel({ level }: { level: number }) {
  return (
    <p className="level">
      <LevelStones level={level} />
      <span className="text-soft">Proof level: </span>
      {level === 0 ? "none yet" : `${level} ${LEVEL_NAMES[level]}`}
    </p>
  );
}
