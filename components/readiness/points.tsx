import "./readiness.css";
import { Strip } from "@/components/roadmap/surface";
import type { Readiness } from "@/lib/readiness/measure";
import { sayNothingYet, sayPoints } from "@/lib/readiness/words";

/** The number, what it is made of in words, and the same as a road: gravel for claims, tarmac for proof. */
export function Points({ readiness }: { readiness: Readiness }) {
  return (
    <>
      <p className="big">
        {readiness.points}
        <small> of 100</small>
      </p>
      <p className="prose">
        {sayPoints(readiness)} {sayNothingYet(readiness.parts)}
      </p>
      <Strip surface={{ done: readiness.points, proven: readiness.provenPoints }} />
    </>
  );
}
