import { useEffect, useState, type ComponentType, type MouseEvent } from "react";

/** What finds and lists, once it has come over the network. `unreachable`: there was no connection. */
type Search = ComponentType<{ query: string }> | "loading" | "unreachable";

// Kept from one opening to the next, on every page of the visit.
let lastQuery = "";
let loaded: Search = "loading";

/** `typed`: what was typed before the field was there. */
export function SearchDialog({ typed, onClose }: { typed: string; onClose: () => void }) {
  const [query, setQuery] = useState(typed || lastQuery);
  const [Results, setResults] = useState<Search>(() => loaded);

  // The network, for all that searches: at the first opening, and when asked again.
  useEffect(() => {
    if (Results === "loading") void fetchSearch().then((search) => setResults(() => (loaded = search)));
  }, [Results]);

  return (
    <dialog ref={show} className="search" aria-label="Search" onClose={onClose} onClick={closeAfter}>
      <div className="search-field" role="search">
        <input
          aria-label="Search the guide"
          placeholder="A word, a skill, a question"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => setQuery((lastQuery = event.target.value))}
        />
        <button type="button" onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
          Close
        </button>
      </div>
      {Results === "loading" ? (
        <p className="search-wait">Fetching the search …</p>
      ) : Results === "unreachable" ? (
        <div className="note kept flow" role="status">
          <p>Search is not on this device yet and could not be fetched. Try again when you are online.</p>
          <button
            type="button"
            className="btn"
            onClick={(event) => {
              // This button is about to go: the focus must not go with it.
              event.currentTarget.closest("dialog")?.querySelector("input")?.focus();
              setResults("loading");
            }}
          >
            Try again
          </button>
        </div>
      ) : (
        <Results query={query} />
      )}
    </dialog>
  );
}

function show(dialog: HTMLDialogElement | null) {
  dialog?.showModal();
  const field = dialog?.querySelector("input");
  // The last question is typed over; what was typed on the way goes on.
  if (field?.value === lastQuery) field.select();
  else field?.setSelectionRange(field.value.length, field.value.length);
}

/** A tap beside the dialog, or on a link that leads away from the page. */
function closeAfter(event: MouseEvent<HTMLDialogElement>) {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const link = event.target instanceof Element && event.target.closest("a");
  if (event.target === event.currentTarget || (link && !elsewhere)) event.currentTarget.close();
}

async function fetchSearch(): Promise<Search> {
  try {
    const [{ searchIn }, index] = await Promise.all([import("./search-results"), findIndex()]);
    return await searchIn(index);
  } catch (error) {
    console.warn("The search did not come.", error);
    return "unreachable";
  }
}

/** Without a connection, what the browser kept of it, however old. */
async function findIndex(): Promise<string> {
  const address = "/search-index.json";
  const answer = await fetch(address).catch(() => fetch(address, { cache: "force-cache" }));
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.text();
}
