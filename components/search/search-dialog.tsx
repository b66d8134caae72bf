import type { MouseEvent } from "react";
import type { Search } from "./search-trigger";

type Props = { search: Search; query: string; onQuery: (query: string) => void; onRetry: () => void; onClose: () => void };

/**
 * The frame and the field. They come with the page, so that the field has the focus within the tap that asked for it:
 * later, a phone would not show its keyboard.
 */
export function SearchDialog({ search: Results, query, onQuery, onRetry, onClose }: Props) {
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
          onChange={(event) => onQuery(event.target.value)}
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
              onRetry();
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
  dialog?.querySelector("input")?.select();
}

/** A tap beside the dialog, or on a link that the router took. */
function closeAfter(event: MouseEvent<HTMLDialogElement>) {
  if (event.target === event.currentTarget || event.defaultPrevented) event.currentTarget.close();
}
