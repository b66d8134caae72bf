"use client";

import { PROVEN_FROM } from "@/lib/progress/states";
import { LEVEL_NAMES } from "@/lib/progress/words";
import { LevelStones } from "./level-stones";
import { useItem } from "./use-progress";

/** The learner's proof level on an item: five little stones, a gap after the first, and the word. */
export function LevelOfItem({ itemId }: { itemId: string }) {
  const { state, level } = useItem(itemId);
  const name = level === 0 && state !== "done" ? "nothing claimed yet" : `${level} ${LEVEL_NAMES[level]}`;
  return (
    <p className="level">
      <LevelStones level={level} />
      <span className="text-soft">Your proof level: </span>
      {name}
      {level < PROVEN_FROM && state === "done" && <span className="text-soft">, which is a claim</span>}
    </p>
  );
}
