import "./readiness.css";
import { MARKS, type Mark } from "@/lib/readiness/marks";

/** The mark to show the way to stands in the address. */
export function MarkLinks({ path, chosen }: { path: string; chosen: Mark }) {
  return (
    <nav className="marks" aria-label="The shortest way to">
      {MARKS.map((mark) => (
        <a key={mark} href={`${path}?to=${mark}#way`} aria-current={mark === chosen ? "true" : undefined}>
          to {mark}
        </a>
      ))}
    </nav>
  );
}
