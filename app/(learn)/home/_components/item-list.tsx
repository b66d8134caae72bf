import { ItemRow } from "@/components/progress/item-row";
import type { OutlineItem } from "@/lib/progress/next";

type ItemListProps = { id: string; title: string; lead?: string; empty: string; items: OutlineItem[]; hideWhenEmpty?: boolean };

export function ItemList({ id, title, lead, empty, items, hideWhenEmpty }: ItemListProps) {
  if (items.length === 0 && hideWhenEmpty) return null;
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? <p className="text-soft">{empty}</p> : lead && <p className="text-soft">{lead}</p>}
      <ul className="items">
        {items.map((item) => (
          <ItemRow key={item.slug} itemId={item.slug} title={item.title}>
            <a href={item.path}>
              {item.title}
            </a>
            <span className="hours">{item.hours}&nbsp;h</span>
          </ItemRow>
        ))}
      </ul>
    </section>
  );
}
