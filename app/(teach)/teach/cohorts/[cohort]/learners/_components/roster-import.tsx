"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ChosenFile } from "@/components/ui/chosen-file";
import type { GoodAnswer, RosterAnswer } from "@/lib/cohorts/roster-answer";
import { RosterPreview, sayAnswer } from "./roster-preview";

const NO_SERVER: RosterAnswer = { ok: false, message: "The server could not be reached. Nothing was written; try again when there is a connection." };
const TOO_LARGE = "The file is larger than 2 MB. Nothing was read; cut it into parts.";
const MOST_BYTES = 2 * 1024 * 1024;

/** The bytes that were looked at are the bytes that are sent again on confirmation. */
export function RosterImport({ slug, mailed }: { slug: string; mailed: boolean }) {
  const router = useRouter();
  const status = useRef<HTMLParagraphElement>(null);
  const [bytes, setBytes] = useState<ArrayBuffer | null>(null);
  const [answer, setAnswer] = useState<GoodAnswer | null>(null);
  const [trouble, setTrouble] = useState("");
  const [doing, setDoing] = useState<"Reading …" | "Writing …" | null>(null);

  /** What was shown stays where the server says no: the same file can be asked for again. */
  async function ask(file: ArrayBuffer, save: boolean) {
    setDoing(save ? "Writing …" : "Reading …");
    setTrouble("");
    const answered = await send(`/api/cohorts/${slug}/roster${save ? "?save=1" : ""}`, file);
    setDoing(null);
    if (!answered.ok) {
      setTrouble(answered.message);
      return;
    }
    setAnswer(answered);
    if (answered.said !== "saved") return;
    // The button goes with what it was about.
    status.current?.focus({ preventScroll: true });
    router.refresh();
  }

  async function choose(file: File | undefined) {
    setAnswer(null);
    setTrouble("");
    setBytes(null);
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setTrouble(TOO_LARGE);
      return;
    }
    const read = await file.arrayBuffer();
    setBytes(read);
    await ask(read, false);
  }

  return (
    <div className="flow" aria-busy={doing !== null}>
      <p className="prose">
        A CSV file in UTF-8 with the columns name and e-mail, and group if you like; at most 2 MB and 5,000 rows. You see first what it would change. Each new address gets an invitation
        {mailed ? " by e-mail" : ""}.
      </p>
      {!mailed && <p className="note">This installation sends no mail. Make a link for each person afterwards, and send it yourself.</p>}
      <ChosenFile id="roster-file" label="Roster" accept=".csv,text/csv" onChosen={(file) => void choose(file)} />
      <p ref={status} role="status" tabIndex={-1} className={answer?.said === "saved" ? "note" : undefined}>
        {doing ?? (answer && sayAnswer(answer))}
      </p>
      {answer && <RosterPreview answer={answer} busy={doing !== null} onConfirm={bytes ? () => void ask(bytes, true) : undefined} />}
      {trouble && (
        <p role="alert" className="error">
          {trouble}
        </p>
      )}
    </div>
  );
}

async function send(address: string, body: ArrayBuffer): Promise<RosterAnswer> {
  try {
    const response = await fetch(address, { method: "POST", headers: { "Content-Type": "text/csv" }, body });
    if (response.status === 404) return { ok: false, message: "You do not teach this cohort any more. Nothing was written." };
    const answer: RosterAnswer = await response.json();
    return answer;
  } catch (error) {
    console.warn("The roster was not answered.", error);
    return NO_SERVER;
  }
}
