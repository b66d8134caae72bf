import type { Metadata } from "next";
import Link from "next/link";
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
        <Link className="btn go" href="/roadmap" prefetch={false}>
          Read the roadmap
        </Link>
        <Link className="btn low" href="/home" prefetch={false}>
          Go to your home page
        </Link>
      </p>
    </div>
  );
}
