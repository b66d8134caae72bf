"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import { asksForSearch } from "./asks-for-search";
import { SearchDialog } from "./search-dialog";

/** What finds and lists, once it has come over the network. `unreachable`: there was no connection. */
export type Search = ComponentType<{ query: string }> | "loading" | "unreachable";

/** Opens the search. All that searches is fetched then, once for every page of the visit. */
export function SearchTrigger() {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [search, setSearch] = useState<Search>("loading");

  // The keyboard, wherever the focus is.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      button.current?.click();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  function load() {
    setSearch("loading");
    Promise.all([import("./search-results"), findIndex()])
      .then(([{ searchIn }, index]) => searchIn(index))
      .then(
        (loaded) => setSearch(() => loaded),
        (error: unknown) => {
          console.warn("The search did not come.", error);
          setSearch("unreachable");
        },
      );
  }

  function close() {
    setOpen(false);
    // The browser gives the focus back to where it was; with `/` that may have been nowhere.
    if (document.activeElement?.matches("body, dialog *")) button.current?.focus({ preventScroll: true });
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="search-trigger"
        aria-label="Search"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => {
          setOpen(true);
          if (typeof search === "string") load();
        }}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m21 21-4.34-4.34" />
          <circle cx="11" cy="11" r="8" />
        </svg>
      </button>
      {open && <SearchDialog search={search} query={query} onQuery={setQuery} onRetry={load} onClose={close} />}
    </>
  );
}

/** Without a connection, what the browser kept of it, however old. */
async function findIndex(): Promise<string> {
  const address = "/search-index.json";
  const answer = await fetch(address).catch(() => fetch(address, { cache: "force-cache" }));
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.text();
}
