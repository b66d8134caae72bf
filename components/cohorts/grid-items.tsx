import type { Grid } from "@/lib/cohorts/grid";

/** The items of the open step by name, where the grid has room for their numbers only. */
export function GridItems({ open, items }: Pick<Grid, "open" | "items">) {
  return (
    <section className="flow grid-items" aria-labelledby="items-of-step">
      <h2 id="items-of-step">The items of this step</h2>
      <ol className="list">
        {items.map(({ slug, title, path, said }, index) => (
          <li key={slug}>
            <a href={path}>
              {open.number}.{index + 1} {title}
            </a>{" "}
            <small>{said}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
