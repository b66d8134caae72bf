import type { Segment } from "@/lib/glossary/link-terms";

/** A text whose terms lead to the glossary. */
export function GlossaryText({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, term }, index) =>
    term ? (
      <a key={index} className="term" href={`/glossary#${term.slug}`}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}
