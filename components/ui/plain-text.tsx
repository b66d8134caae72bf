import { Fragment } from "react";

/** What a person typed: its lines and nothing else. */
export function PlainText({ text }: { text: string }) {
  return (
    <p className="prose">
      {text.split("\n").map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}
