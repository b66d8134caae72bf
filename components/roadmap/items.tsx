import { ItemRow } from "@/components/progress/item-row";
import { itemPath, roadmapGraph } from "@/lib/roadmap/catalog";
import type { Item, Step } from "@/lib/roadmap/roadmap";

/** A step's items with their ticks; in detail also what each is and what it needs. */
export function Items({ step, detail = false }: { step: Step; detail?: boolean }) {
  return (
    <ul className={detail ? "items detailed" : "items"}>
      {step.items.map((item) => (
        <ItemRow key={item.slug} itemId={item.slug} title={item.title}>
          <a href={itemPath(item)}>{item.title}</a>
          <span className="hours">{item.hours}&nbsp;h</span>
          {detail && <Detail item={item} />}
        </ItemRow>
      ))}
    </ul>
  );
}

function Detail({ item }: { item: Item }) {
  const needs = roadmapGraph.needsOf(item);
  return (
    <div className="detail">
      <p>{item.what}</p>
      {needs.length > 0 && (
        <p className="text-sm text-soft">
          Needs{" "}
          {needs.map((needed, index) => (
            <span key={needed.slug}>
              {index > 0 && ", "}
              <a href={itemPath(needed)}>{needed.title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
