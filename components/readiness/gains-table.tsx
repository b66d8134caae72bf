import "./readiness.css";
import { FoldTable } from "@/components/reading/fold-table";
import type { Gain } from "@/lib/readiness/gains";
import { findItem, itemPath } from "@/lib/roadmap/catalog";

const MOST = 10;

/** "What if I prove this one": the items that add most for an hour. */
export function GainsTable({ gains }: { gains: readonly Gain[] }) {
  if (gains.length === 0) return null;
  const shown = gains.slice(0, MOST);
  return (
    <section className="flow" aria-labelledby="gains">
      <h2 id="gains">What if I prove this one</h2>
      <p className="prose">
        {gains.length > MOST ? `The ${MOST} of ${gains.length} items that add most for an hour` : "Every item that adds points, the most for an hour first"}. Points are
        those of the item alone; hours include what it needs before.
      </p>
      <div className="parts">
        <FoldTable
          caption="Points that one item would add"
          needs="little"
          columns={[{ name: "Item" }, { name: "Hours", num: true }, { name: "Adds", num: true }]}
          rows={shown.map(({ itemId, points, hours, before }) => ({
            key: itemId,
            cells: [
              <>
                <a href={itemPath({ slug: itemId })}>{findItem(itemId)?.item.title}</a>
                {before > 0 && <p className="text-sm text-soft">after {before === 1 ? "one other item" : `${before} other items`}</p>}
              </>,
              hours,
              points,
            ],
          }))}
        />
      </div>
    </section>
  );
}
