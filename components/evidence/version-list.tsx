import { sayMoment } from "@/lib/calendar/now";
import { KIND_WORDS, STATE_WORDS } from "@/lib/evidence/words";
import { EvidenceContent, type GivenEvidence } from "./evidence-content";
import { Judgements, type SaidOf } from "./judgements";

type Given = GivenEvidence & { id: string; version: number; state: keyof typeof STATE_WORDS; savedAt: Date; handedInAt: Date | null; judgements: readonly SaidOf[] };

/** Versions of the evidence for one item, newest first, with what was said of each. */
export function VersionList({ versions, learnerId, title }: { versions: readonly Given[]; learnerId: string; title: string }) {
  if (versions.length === 0) return null;
  return (
    <section className="flow" aria-labelledby="versions">
      <h2 id="versions">{title}</h2>
      {versions.map((version) => (
        <article key={version.id} className="flow" aria-labelledby={`version-${version.version}`}>
          <h3 id={`version-${version.version}`}>
            Version {version.version}: {STATE_WORDS[version.state]}
          </h3>
          <p className="text-sm text-soft">
            {KIND_WORDS[version.kind]}, {version.handedInAt ? `handed in on ${sayMoment(version.handedInAt)}` : `saved on ${sayMoment(version.savedAt)}`}
          </p>
          <Judgements said={version.judgements} />
          <details className="folded">
            <summary>What was given</summary>
            <EvidenceContent evidence={version} learnerId={learnerId} />
          </details>
        </article>
      ))}
    </section>
  );
}
