"use client";

import { PROVEN_FROM } from "@/lib/progress/states";
import { LEVEL_NAMES } from "@/lib/progress/words";
import { useItem } from "./use-progress";

const STONES = [1, 14, 24, 34, 44] as const;

/** The learner's proof level on an item: five little stones, a gap after the first, and the word. */
export function LevelOfItem({ itemId }: { itemId: string }) {
  const { state, level } = useItem(itemId);
  const name = level === 0 && state !== "done" ? "nothing claimed yet" : `${level} ${LEVEL_NAMES[level]}`;
  return (
    <p className="level">
      <svg viewBox="0 0 52 18" aria-hidden="true">
        {STONES.map((x, index) => (
          <path key={x} className={stoneClass(index + 1, level)} d={`M${x} 16V7a3.5 3.5 0 0 1 7 0v9z`} />
        ))}
      </svg>
      <span className="text-soft">Your proof level: </span>
      {name}
      {level < PROVEN_FROM && state === "done" && <span className="text-soft">, which is a claim</span>}
    </p>
  );
}

/** Level 1 only outlines the first stone: still a claim. From level 2 on the stones past the gap are solid. */
function stoneClass(stone: number, level: number): string {
  if (stone > level) return "empty";
  return stone === 1 ? "claim" : "proof";
}
