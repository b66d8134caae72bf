import type { Metadata } from "next";
import { AHEAD, Strip } from "@/components/roadmap/surface";

export const metadata: Metadata = { title: "This page needs a connection", robots: { index: false } };

/** Shown by the service worker in place of a page that it cannot keep. */
export default function OfflinePage() {
  return (
    <div className="flow">
      <Strip surface={AHEAD} />
      <h1>This page needs a connection</h1>
      <p className="lead">There is none right now. The roadmap is kept on this device, and ticks made meanwhile are sent later.</p>
      <p className="row">
        <a className="btn go" href="/roadmap">
          Read the roadmap
        </a>
        <a className="btn low" href="/home">
          Go to your home page
        </a>
      </p>
    </div>
  );
}
