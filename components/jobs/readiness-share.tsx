import { Strip } from "@/components/roadmap/surface";

/** Whole points of 100, and those of them that rest on a proof; null where the listing asks for no skill that is known. */
export function ReadinessShare({ readiness }: { readiness: { points: number; provenPoints: number } | null }) {
  if (readiness === null) return <p className="text-soft">It asks for no skill that Milepost knows, so there is no readiness to show.</p>;
  const { points, provenPoints } = readiness;
  return (
    <div className="job-share">
      <p>
        <b>{points}&nbsp;of 100 ready</b>, {provenPoints}&nbsp;proven
      </p>
      <Strip surface={{ done: points, proven: provenPoints }} />
    </div>
  );
}
