"use client";

import { unstable_rethrow } from "next/navigation";
import { createContext, useContext, useEffect, useRef, useState, useTransition, type ReactNode, type SubmitEvent } from "react";
import type { ActionResult } from "@/lib/action-result";
import type { StageMove } from "@/lib/applications/moves";
import { STAGE_WORDS } from "@/lib/applications/words";
import { STAGES, type Stage } from "@/lib/jobs/words";

type Told = { id: string; answer: ActionResult };
type Moving = { moving: readonly string[]; told: readonly Told[]; move: (move: StageMove) => void; moveByForm?: Props["moveByForm"] };

const Moves = createContext<Moving>({ moving: [], told: [], move: () => undefined });

type Props = {
  move: (move: StageMove) => Promise<ActionResult>;
  /** Where the form goes when scripts do not run. */
  moveByForm: (form: FormData) => Promise<void>;
  /** At which stage the server has each. */
  places: Readonly<Record<string, Stage>>;
  children: ReactNode;
};

const fieldOf = (id: string) => `stage-${id}`;

/** What an application says when it has moved outlives its place: it is drawn anew at another stage. Moves are sent one after the other. */
export function StageMoves({ move: send, moveByForm, places, children }: Props) {
  const [moving, setMoving] = useState<readonly string[]>([]);
  const [told, setTold] = useState<readonly Told[]>([]);
  const [busy, start] = useTransition();
  const awaited = useRef<StageMove | null>(null);

  // The document's focus, which is lost with the place that went.
  useEffect(() => {
    const { current } = awaited;
    if (!current || places[current.id] !== current.stage) return;
    awaited.current = null;
    if (document.activeElement === document.body) document.getElementById(fieldOf(current.id))?.focus();
  }, [places]);

  function move(wanted: StageMove) {
    if (busy && moving.includes(wanted.id)) return;
    setMoving(busy ? [...moving, wanted.id] : [wanted.id]);
    if (!busy) setTold([]);
    awaited.current = wanted;
    start(async () => {
      const answer = await call(send, wanted);
      setTold((before) => [...before, { id: wanted.id, answer }]);
    });
  }

  const last = busy ? undefined : told.at(-1)?.answer;

  return (
    <Moves value={{ moving: busy ? moving : [], told, move, moveByForm }}>
      {children}
      <p role="status" className="sr-only">
        {last?.ok && last.message}
      </p>
    </Moves>
  );
}

/** Says the stage it shall have. Works by thumb and by keyboard: choosing alone changes nothing. */
export function StageMoveForm({ application: { id, title, company, stage } }: { application: { id: string; title: string; company: string; stage: Stage } }) {
  const { moving, told, move, moveByForm } = useContext(Moves);
  const busy = moving.includes(id);
  const answer = busy ? undefined : told.find((one) => one.id === id)?.answer;

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get("stage");
    const to = STAGES.find((known) => known === chosen);
    if (to) move({ id, stage: to });
  }

  return (
    <form className="move no-print" action={moveByForm} aria-busy={busy} onSubmit={submit}>
      <input type="hidden" name="id" value={id} />
      <label className="sr-only" htmlFor={fieldOf(id)}>
        Stage of {title}, {company}
      </label>
      <select id={fieldOf(id)} name="stage" key={stage} defaultValue={stage}>
        {STAGES.map((known) => (
          <option key={known} value={known}>
            {STAGE_WORDS[known]}
          </option>
        ))}
      </select>
      <button type="submit" className="btn" aria-disabled={busy} aria-label={`Move ${title}, ${company}`}>
        Move
      </button>
      {busy && <p className="text-sm text-soft">Saving …</p>}
      {answer?.ok && <p className="text-sm text-soft">{answer.message}</p>}
      {answer?.ok === false && (
        <p role="alert" className="error">
          {answer.message}
        </p>
      )}
    </form>
  );
}

async function call(send: Props["move"], wanted: StageMove): Promise<ActionResult> {
  try {
    return await send(wanted);
  } catch (error) {
    // A redirect is Next's to follow.
    unstable_rethrow(error);
    console.warn("The stage was not changed.", error);
    return { ok: false, message: "The server could not be reached. The stage is as it was; try again when there is a connection." };
  }
}
