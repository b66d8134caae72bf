"use client";

import { useEffect, useRef, useState } from "react";
import { TextArea } from "@/components/ui/field";
import { useFieldError } from "@/components/ui/form-errors";
import { newOperationId } from "@/lib/progress/operation-id";
import { LearnerChoice, type Learner } from "./learner-choice";

type Props = { id: string; recipients: Learner[]; chosen: string[] };

/** To whom, and what. The id stays until the form is emptied: however often it is sent, it is one message. */
export function WriteFields({ id, recipients, chosen }: Props) {
  const [messageId, setMessageId] = useState(id);
  const [to, setTo] = useState<ReadonlySet<string>>(() => amongst(recipients, chosen));
  const field = useRef<HTMLInputElement>(null);
  const wrong = useFieldError("to");

  // The form that these fields stand in: it is emptied when it was sent, and by nothing else that happens on the page.
  useEffect(() => {
    const form = field.current?.form;
    const begin = () => {
      setMessageId(newOperationId());
      setTo(amongst(recipients, chosen));
    };
    form?.addEventListener("reset", begin);
    return () => form?.removeEventListener("reset", begin);
  }, [recipients, chosen]);

  return (
    <>
      <input type="hidden" name="message" value={messageId} ref={field} />
      <LearnerChoice learners={recipients} chosen={to} onChoose={setTo} wrong={wrong} />
      <TextArea id="body" label="Message" hint="Plain text, up to 4,000 characters." rows={6} />
    </>
  );
}

function amongst(recipients: Learner[], chosen: string[]): ReadonlySet<string> {
  return new Set(recipients.map((learner) => learner.id).filter((learner) => chosen.includes(learner)));
}
