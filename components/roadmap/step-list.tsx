import { roadmap } from "@/lib/roadmap/catalog";

export function StepList() {
  return (
    <ol className="md:columns-2">
      {roadmap.steps.map((step) => (
        <li key={step.slug} className="break-inside-avoid">
          <a className="inline-flex min-h-[44px] items-center" href={`/roadmap/${step.slug}`}>
            {step.number}. {step.title}
          </a>{" "}
          <span className="text-sm text-soft">{step.hours}&nbsp;h</span>
        </li>
      ))}
    </ol>
  );
}
