"use client";

import { useCallback, useEffect, useRef } from "react";
import { useDevice } from "@/components/progress/progress-provider";
import { KeptWords } from "@/components/progress/kept-words";
import { useItem, useProgress } from "@/components/progress/use-progress";
import { PROVEN_FROM, STATES, type ItemState as State } from "@/lib/progress/states";
import { rememberVisit } from "@/lib/site/visited";
import { sayDay } from "@/lib/progress/words";
import { useStandingChoice } from "./use-standing-choice";

const NAMES: Record<State, string> = { todo: "To do", doing: "Doing", done: "Done", skipped: "Skip" };
const ORDER = [...STATES].sort((a, b) => Object.keys(NAMES).indexOf(a) - Object.keys(NAMES).indexOf(b));

/** Where the learner is with this item, and how to say so. */
export function ItemState({ itemId, title, hours }: { itemId: string; title: string; hours: number }) {
  const device = useDevice();
  const item = useItem(itemId);
  const known = useProgress(({ opened }) => opened) ?? false;
  const choices = useRef<HTMLFieldSetElement>(null);

  // The document: on a slow phone a state may have been chosen before this script ran.
  useEffect(() => {
    const chosen = choices.current?.querySelector<HTMLInputElement>(":checked")?.value;
    const state = STATES.find((known) => known === chosen);
    if (state) void device?.setState(itemId, state);
  }, [device, itemId]);

  const say = useCallback((state: State) => void device?.setState(itemId, state), [device, itemId]);
  const { choose, shown, radios } = useStandingChoice(say);

  // The browser's storage: for "where was I" on other pages.
  useEffect(() => rememberVisit({ title, path: location.pathname }), [title]);

  const since = item.at ? ` since ${sayDay(item.at)}` : "";
  const said = {
    todo: "",
    doing: `Doing${since}. `,
    done: item.level >= PROVEN_FROM ? `Done${since}, and proven. ` : `Done${since}: a claim until it is proven. `,
    skipped: `Skipped${since}, does not count as done. `,
  }[item.state];

  return (
    <div className="flow">
      <fieldset className="segments" ref={choices} {...radios}>
        <legend className="sr-only">Where you are with this item</legend>
        {ORDER.map((state) => (
          <label key={state}>
            <input
              type="radio"
              name="state"
              value={state}
              autoComplete="off"
              checked={known && (shown ?? item.state) === state}
              onChange={() => choose(state)}
            />
            <span>{NAMES[state]}</span>
          </label>
        ))}
      </fieldset>
      <p className="text-sm text-soft" role="status">
        <span className="sr-only">{title}: </span>
        {said}It takes about {hours} {hours === 1 ? "hour" : "hours"}. <KeptWords item={item} />
      </p>
    </div>
  );
}
