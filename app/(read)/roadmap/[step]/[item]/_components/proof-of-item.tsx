import { LevelOfItem } from "@/components/progress/level-of-item";
import { GlossaryText } from "@/components/reading/glossary-text";
import { whoProves } from "@/lib/evidence/words";
import type { Segment } from "@/lib/glossary/link-terms";
import type { Item } from "@/lib/roadmap/roadmap";

export function ProofOfItem({ item, text }: { item: Item; text: readonly Segment[] }) {
  return (
    <section className="flow" aria-labelledby="proof">
      <h2 id="proof">What proves it</h2>
      <p className="prose">
        <GlossaryText segments={text} />
      </p>
      <LevelOfItem itemId={item.slug} />
      <p className="prose text-sm text-soft">{whoProves(item.evidence)}</p>
      <p>
        <a className="btn" href={`/evidence/${item.slug}`}>
          Add evidence
        </a>
      </p>
    </section>
  );
}
