import { LevelOfItem } from "@/components/progress/level-of-item";
import { GlossaryText } from "@/components/reading/glossary-text";
import type { Segment } from "@/lib/glossary/link-terms";
import type { EvidenceKind, Item } from "@/lib/roadmap/roadmap";

const CHECKED_LATER: ReadonlySet<EvidenceKind> = new Set(["cli", "probe", "ci", "quiz"]);

export function ProofOfItem({ item, text }: { item: Item; text: readonly Segment[] }) {
  return (
    <section className="flow" aria-labelledby="proof">
      <h2 id="proof">What proves it</h2>
      <p className="prose">
        <GlossaryText segments={text} />
      </p>
      <LevelOfItem itemId={item.slug} />
      <p className="prose text-sm text-soft">{whoProves(item.evidence)}</p>
    </section>
  );
}

function whoProves(evidence: EvidenceKind): string {
  if (CHECKED_LATER.has(evidence)) return "Proof needs a reviewer: a person looks at what you made.";
  if (evidence === "peer") return "Another learner can confirm it, and an instructor can review it.";
  if (evidence === "self") return "Your word is enough here. An instructor can review it when you want proof.";
  return "A link or a text makes the claim easier to check. It is proven when a person has reviewed it.";
}
