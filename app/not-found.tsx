import type { Metadata } from "next";
import { AHEAD, Strip } from "@/components/roadmap/surface";

export const metadata: Metadata = { title: "There is no page at this address" };

/** Next sends this twice with every page that is not built beforehand, in case nothing is found: it is kept short. */
export default function NotFound() {
  return (
    <div className="flow">
      <Strip surface={AHEAD} />
      <h1>There is no page at this address</h1>
      <p className="lead">It may have moved, or the address lost a letter. Nothing of yours is lost.</p>
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
