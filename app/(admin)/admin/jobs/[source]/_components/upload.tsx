"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ChosenFile } from "@/components/ui/chosen-file";
import type { ActionResult } from "@/lib/action-result";

const MOST_BYTES = 5_000_000;

/** The file is all the source has: what it does not hold twice in a row is closed. */
export function Upload({ sourceId }: { sourceId: string }) {
  const router = useRouter();
  const [answer, setAnswer] = useState<ActionResult | null>(null);
  const [busy, setBusy] = useState(false);

  async function choose(file: File | undefined) {
    setAnswer(null);
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setAnswer({ ok: false, message: "The file is larger than 5 MB. Nothing was read; cut it into parts." });
      return;
    }
    setBusy(true);
    setAnswer(await send(sourceId, file));
    setBusy(false);
    router.refresh();
  }

  return (
    <section className="flow" aria-labelledby="upload">
      <h2 id="upload">Upload a file</h2>
      <p className="prose">The file holds all listings of this source, at most 5 MB. A listing that two files in a row do not hold is closed.</p>
      <ChosenFile id="file" label="File" onChosen={(file) => void choose(file)} />
      <p role="status">{busy ? "Reading …" : answer?.ok ? answer.message : ""}</p>
      {answer && !answer.ok && (
        <p role="alert" className="error">
          {answer.message}
        </p>
      )}
    </section>
  );
}

async function send(sourceId: string, file: File): Promise<ActionResult> {
  try {
    const response = await fetch(`/api/jobs/sources/${sourceId}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    const answer: ActionResult = await response.json();
    return answer;
  } catch (error) {
    console.warn("The upload was not answered.", error);
    return { ok: false, message: "The server could not be reached. Nothing was read; try again when there is a connection." };
  }
}
