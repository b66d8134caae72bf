import Link from "next/link";
import { roadmap } from "@/lib/roadmap/catalog";

export function StepList() {
  return (
    <ol className="md:columns-2">
      {roadmap.steps.map((step) => (
        <li key={step.slug} className="break-inside-avoid">
          <Link className="inline-flex min-h-[44px] items-center" href={`/roadmap/${step.slug}`} prefetch={false}>
            {step.number}. {step.title}
          </Link>{" "}
          <span className="text-sm text-soft">{step.hours}&nbsp;h</span>
        </li>
      ))}
    </ol>
  );
}
