import type { OutlineItem } from "@/lib/progress/next";
import type { ItemView } from "@/lib/progress/view";
import { sayDay, sayItem } from "@/lib/progress/words";

const SHOWN = 8;

export function LastChanges({ outline, items }: { outline: OutlineItem[]; items: Record<string, ItemView> }) {
  const changed = outline
    .flatMap((item) => {
      const view = items[item.slug];
      return view?.at ? [{ item, view, at: view.at }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, SHOWN);
  return (
    <section className="flow" aria-labelledby="changes">
      <h2 id="changes">Last changes</h2>
      {changed.length === 0 && <p className="text-soft">Nothing is ticked yet. Tick the first item when you have done it.</p>}
      <ul className="list">
        {changed.map(({ item, view, at }) => (
          <li key={item.slug}>
            <a href={item.path}>
              {item.title}
            </a>
            <span className="block text-sm text-soft">
              {sayItem(view)} · <time dateTime={at}>{sayDay(at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
