import { findItem, itemPath } from "@/lib/roadmap/catalog";

/** Links to items, joined by commas, for a line of text. */
export function ItemLinks({ slugs }: { slugs: readonly string[] }) {
  return slugs.map((slug, index) => (
    <span key={slug}>
      {index > 0 && ", "}
      <a href={itemPath({ slug })}>
        {findItem(slug)?.item.title}
      </a>
    </span>
  ));
}
