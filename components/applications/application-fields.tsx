"use client";

import { useState, type ReactNode } from "react";
import { Field, TextArea } from "@/components/ui/field";

type Written = { title: string; company: string; url: string | null; appliedOn: string | null; contact: string; nextAction: string; nextOn: string | null; notes: string };

type Props = {
  /** What is there already. */
  application: Written | null;
  /** What stands between the address and the dates. */
  children?: ReactNode;
};

/** What a learner may write of an application. It stays as it was first drawn, and as AsDrawn says, whatever else draws the page anew. */
export function ApplicationFields({ application: now, children }: Props) {
  const [application] = useState(now);
  return (
    <>
      <Field id="title" label="Title" hint="As the employer calls the job." defaultValue={application?.title} autoComplete="off" />
      <Field id="company" label="Company" defaultValue={application?.company} autoComplete="off" />
      <Field id="url" label="Address, if there is one" hint="Where the job stands or where one applies, like https://example.org/jobs/12." inputMode="url" defaultValue={application?.url ?? ""} autoComplete="off" />
      {children}
      <Field id="appliedOn" label="Applied on" type="date" defaultValue={application?.appliedOn ?? ""} />
      <Field id="nextAction" label="Next action" hint="What you do next, like: send the exercise." defaultValue={application?.nextAction} autoComplete="off" />
      <Field
        id="nextOn"
        label="On which day"
        hint="From that day on it stands on top of your applications. It stands in your calendar too, with title and company, if you made an address for it under Plan: whoever has that address can read it."
        type="date"
        defaultValue={application?.nextOn ?? ""}
      />
      <TextArea id="contact" label="Contact" hint="Whom you write to or speak with. Only you see it." rows={2} defaultValue={application?.contact} />
      <TextArea id="notes" label="Notes" hint="Only you see them." rows={6} defaultValue={application?.notes} />
    </>
  );
}
