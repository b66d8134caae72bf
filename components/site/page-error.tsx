"use client";

import { AHEAD, Strip } from "../roadmap/surface";

/** In place of any page that failed. Asks the server again: what a page failed of is seldom in the browser. */
export function PageError({ retry }: { retry: () => void }) {
  return (
    <div className="flow">
      <Strip surface={AHEAD} />
      <h1>This page could not be shown</h1>
      <p className="lead">Something went wrong on our side. Your ticks are kept on this device, and nothing that was saved is lost.</p>
      <p className="row">
        <button type="button" className="btn go" onClick={retry}>
          Try again
        </button>
        <a className="btn low" href="/roadmap">
          Read the roadmap
        </a>
      </p>
    </div>
  );
}
