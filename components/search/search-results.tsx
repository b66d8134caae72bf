import { useLayoutEffect, useRef, type ComponentType } from "react";
import { readSearchIndex, type Finder } from "@/lib/search/finder";

/** Reads the index and gives back what searches in it. */
export async function searchIn(index: string): Promise<ComponentType<{ query: string }>> {
  const find = await readSearchIndex(index);
  return function Results({ query }) {
    return <SearchResults find={find} query={query.trim()} />;
  };
}

function SearchResults({ find, query }: { find: Finder; query: string }) {
  const here = useRef<HTMLDivElement>(null);
  const { best, count } = find(query);

  // The field stands outside, and its keys move through the results, from the moment when they are shown.
  useLayoutEffect(() => {
    const dialog = here.current?.closest("dialog");
    dialog?.addEventListener("keydown", moveByKey);
    return () => dialog?.removeEventListener("keydown", moveByKey);
  }, []);

  return (
    <div ref={here} className="search-results">
      <p role="status">
        {query === "" ? (
          "Finds steps, items, skills, languages, roles, questions and the words of the glossary."
        ) : count === 0 ? (
          <>
            Nothing found for “{query}”. Try another word, or{" "}
            <a href="/roadmap">
              read the roadmap
            </a>
            .
          </>
        ) : count > best.length ? (
          `The best ${best.length} of ${count} results`
        ) : (
          `${count} ${count === 1 ? "result" : "results"}`
        )}
        {count > 0 && <span className="search-keys">: Enter opens the first, arrow keys choose</span>}
      </p>
      <ul>
        {best.map(({ path, title, context }) => (
          <li key={path}>
            <a href={path}>
              <b>{title}</b> <span>{context}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Arrows go from the field through the results and back, Enter in the field opens the first, and typing returns to the field. */
function moveByKey(event: KeyboardEvent) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const [field, ...links] = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("input, li a");
  const at = [field, ...links].findIndex((stop) => stop === document.activeElement);
  if (at === -1) return;

  if (event.key === "Enter" && at === 0) links[0]?.click();
  else if (event.key === "ArrowDown") links[Math.min(at, links.length - 1)]?.focus();
  else if (event.key === "ArrowUp") (links[at - 2] ?? field)?.focus();
  else {
    if (at > 0 && (event.key.length === 1 || event.key === "Backspace")) field?.focus();
    return;
  }
  event.preventDefault();
}
