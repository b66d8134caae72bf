"use client";

import { Fragment, type ReactNode } from "react";
import type { Said } from "@/lib/cohorts/say-signal";

type Reason = { key: string; says: readonly Said[]; rule: string };

type Props = {
  at: string;
  people: readonly { id: string; name: string; reasons: readonly Reason[] }[];
  writes: boolean;
  settles: boolean;
  settling?: { key: string; form: ReactNode };
};

/** Drawn in a leaf: as server components a hundred entries would stand twice in the answer. */
export function SignalEntries({ at, people, writes, settles, settling }: Props) {
  return (
    <ul>
      {people.map(({ id, name, reasons }) => (
        <li key={id} className="signal flow">
          {reasons.map(({ key, says, rule }, index) => (
            <div key={key} id={key}>
              <p className="text-lg">
                <b>
                  <a href={`${at}/learners/${id}`}>{name}</a>
                </b>{" "}
                <Sentence at={at} says={says} />
              </p>
              <p className="text-sm text-soft">Rule: {rule}.</p>
              {writes && (
                <p className="row mt-2 no-print">
                  {index === 0 && (
                    <a className="btn" href={`${at}/messages?to=${id}`}>
                      Write to {name}
                    </a>
                  )}
                  {settles && settling?.key !== key && (
                    <a className="btn low" href={`${at}/stuck?settle=${key}#${key}`}>
                      Snooze or settle<span className="sr-only"> this signal of {name}</span>
                    </a>
                  )}
                </p>
              )}
              {settling?.key === key && settling.form}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What follows the name, with links to its items. */
export function Sentence({ at, says }: { at: string; says: readonly Said[] }) {
  return says.map((part, index) =>
    typeof part === "string" ? (
      <Fragment key={index}>{index > 0 ? ` ${part}` : `${part} `}</Fragment>
    ) : (
      <a key={index} href={`${at}/items#${part.itemId}`}>
        {part.title}
      </a>
    ),
  );
}
