import type { Metadata } from "next";
import Link from "next/link";
import { StepList } from "@/components/roadmap/step-list";
import { AHEAD, Strip } from "@/components/roadmap/surface";

export const metadata: Metadata = { title: "There is no page at this address" };

export default function NotFound() {
  return (
    <div className="flow">
      <Strip surface={AHEAD} />
      <h1>There is no page at this address</h1>
      <p className="lead">It may have moved, or the address lost a letter. Nothing of yours is lost.</p>
      <p className="row">
        <Link className="btn go" href="/roadmap" prefetch={false}>
          Read the roadmap
        </Link>
        <Link className="btn low" href="/home" prefetch={false}>
          Go to your home page
        </Link>
      </p>
      <h2>The fifteen steps</h2>
      <StepList />
    </div>
  );
}
