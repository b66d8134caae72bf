import Link from "next/link";
import { findItem, itemPath } from "@/lib/roadmap/catalog";

/** Links to items, joined by commas, for a line of text. */
export function ItemLinks({ slugs }: { slugs: readonly string[] }) {
  return slugs.map((slug, index) => (
    <span key={slug}>
      {index > 0 && ", "}
      <Link href={itemPath({ slug })} prefetch={false}>
        {findItem(slug)?.item.title}
      </Link>
    </span>
  ));
}
