"use client";

import { useState } from "react";
import { TextArea } from "@/components/ui/field";
import { useFieldError } from "@/components/ui/form-errors";
import { LearnerChoice, type Learner } from "./learner-choice";

type Props = { id: string; recipients: Learner[]; chosen: string[] };

/** To whom, and what. The id stays as long as these fields do: however often they are sent, it is one message. */
export function WriteFields({ id, recipients, chosen }: Props) {
  const [messageId] = useState(id);
  const [to, setTo] = useState<ReadonlySet<string>>(() => new Set(recipients.map((learner) => learner.id).filter((learner) => chosen.includes(learner))));
  const wrong = useFieldError("to");
  return (
    <>
      <input type="hidden" name="message" value={messageId} />
      <LearnerChoice learners={recipients} chosen={to} onChoose={setTo} wrong={wrong} />
      <TextArea id="body" label="Message" hint="Plain text, up to 4,000 characters." rows={6} />
    </>
  );
}
