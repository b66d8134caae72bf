const STONES = [1, 14, 24, 34, 44] as const;

/** A proof level as five little stones, a gap after the first. The number and the word stand beside them. */
export function LevelStones({ level }: { level: number }) {
  return (
    <svg viewBox="0 0 52 18" aria-hidden="true">
      {STONES.map((x, index) => (
        <path key={x} className={stoneClass(index + 1, level)} d={`M${x} 16V7a3.5 3.5 0 0 1 7 0v9z`} />
      ))}
    </svg>
  );
}

/** Level 1 only outlines the first stone: still a claim. From level 2 on the stones past the gap are solid. */
function stoneClass(stone: number, level: number): string {
  if (stone > level) return "empty";
  return stone === 1 ? "claim" : "proof";
}
