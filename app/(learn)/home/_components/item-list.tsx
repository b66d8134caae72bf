"use client";

import { useState } from "react";
import { ItemRow } from "@/components/progress/item-row";
import type { OutlineItem } from "@/lib/progress/next";

type ItemListProps = { id: string; title: string; lead?: string; empty: string; items: OutlineItem[]; hideWhenEmpty?: boolean };

/** What is ticked here stays in its place while the page does, with its Undo: nothing else moves under the thumb. */
export function ItemList({ id, title, lead, empty, items, hideWhenEmpty }: ItemListProps) {
  const [ticked, setTicked] = useState<readonly Place[]>([]);
  const rows = withTicked(items, ticked);
  if (rows.length === 0 && hideWhenEmpty) return null;
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? <p className="text-soft">{empty}</p> : lead && <p className="text-soft">{lead}</p>}
      <ul className="items">
        {rows.map((item, at) => (
          <ItemRow key={item.slug} itemId={item.slug} title={item.title} onTick={() => setTicked([...ticked.filter((one) => one.item.slug !== item.slug), { item, at }])}>
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

type Place = { item: OutlineItem; at: number };

function withTicked(items: readonly OutlineItem[], ticked: readonly Place[]): OutlineItem[] {
  const gone = ticked.filter(({ item }) => !items.some(({ slug }) => slug === item.slug)).sort((a, b) => a.at - b.at);
  const rows = [...items];
  for (const { item, at } of gone) rows.splice(at, 0, item);
  return rows;
}
