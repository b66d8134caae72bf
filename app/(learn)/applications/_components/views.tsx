import { SORT_WORDS, viewHref, type ApplicationsView } from "@/lib/applications/view";

const SHAPES = { board: "Board", list: "List" } as const;
const shapes = ["board", "list"] as const;
const sorts = ["next", "company", "changed"] as const;

/** How they are shown, and what can be done with all of them. */
export function Views({ view }: { view: ApplicationsView }) {
  return (
    <div className="row no-print">
      <nav className="views" aria-label="View">
        {shapes.map((as) => (
          <a key={as} href={viewHref({ as, sort: "next" })} aria-current={as === view.as ? "page" : undefined}>
            {SHAPES[as]}
          </a>
        ))}
      </nav>
      <a className="btn" href="/applications/new">
        Write one down
      </a>
      <a className="btn low" href="/applications/applications.csv" download>
        Save as a file (CSV)
      </a>
      {view.as === "list" && (
        <nav className="views" aria-label="Sort by">
          <span aria-hidden="true">Sorted by</span>
          {sorts.map((sort) => (
            <a key={sort} href={viewHref({ as: "list", sort })} aria-current={sort === view.sort ? "true" : undefined}>
              {SORT_WORDS[sort]}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
