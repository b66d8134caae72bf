import Link from "next/link";
import type { Segment } from "@/lib/glossary/link-terms";

/** A text whose terms lead to the glossary. */
export function GlossaryText({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, term }, index) =>
    term ? (
      <Link key={index} className="term" href={`/glossary#${term.slug}`} prefetch={false}>
        {text}
      </Link>
    ) : (
      text
    ),
  );
}
