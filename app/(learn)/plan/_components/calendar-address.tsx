"use client";

import { useRef, useState, useTransition } from "react";

type Props = { exists: boolean; open: () => Promise<string | null>; close: () => Promise<void> };

/** The address is shown once, to whoever asked for it. */
export function CalendarAddress({ exists, open, close }: Props) {
  const [path, setPath] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [busy, start] = useTransition();
  const status = useRef<HTMLParagraphElement>(null);

  const act = (work: () => Promise<string | null>, done: string) => () => {
    if (busy) return;
    start(async () => {
      try {
        setPath(await work());
        setSaid(done);
      } catch (error) {
        console.warn("The calendar was not changed.", error);
        setSaid("The server could not be reached. Nothing was changed; try again when there is a connection.");
      }
    });
  };

  const closeIt = act(() => close().then(() => null), "The address is closed.");

  return (
    <>
      {exists && path && <Address path={path} />}
      {exists && !path && <p className="text-soft">Your calendar has an address. It was shown once; if it is lost, make another one. That closes the one from before.</p>}
      <p className="row">
        <button type="button" className="btn" aria-disabled={busy} onClick={act(open, "The address stands above, this once.")}>
          {exists ? "Make another address" : "Make an address"}
        </button>
        {exists && (
          <button
            type="button"
            className="btn low"
            aria-disabled={busy}
            onClick={() => {
              // The button goes with the address.
              status.current?.focus({ preventScroll: true });
              closeIt();
            }}
          >
            Close the address
          </button>
        )}
      </p>
      <p ref={status} role="status" tabIndex={-1} className="text-soft">
        {busy ? "Saving …" : said}
      </p>
    </>
  );
}

function Address({ path }: { path: string }) {
  const address = new URL(path, location.href);
  return (
    <div className="note flow">
      <p>
        <b>This address is shown once.</b> Give it to your calendar as a subscription. Any address from before is closed.
      </p>
      <p>
        <code>{address.href}</code>
      </p>
      <p className="row">
        <a className="btn go" href={`webcal://${address.host}${path}`}>
          Subscribe
        </a>
        <a href={address.href} download="milepost.ics">
          Save as a file
        </a>
      </p>
    </div>
  );
}
