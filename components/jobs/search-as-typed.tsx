"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const PAUSE_MS = 200;

/** In the order of the one address of a search. */
const NAMES = ["q", "role", "skill", "place", "remote", "level", "pay", "age", "sort"];

/**
 * Searches while one types, in the form it stands in, and leads to the found page without loading a new document. Without scripts the
 * form itself does it. `q` is what the page shown was searched for.
 */
export function SearchAsTyped({ q }: { q: string }) {
  const here = useRef<HTMLSpanElement>(null);
  const router = useRouter();

  // The form, which the server drew.
  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let timer = 0;
    const typed = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== "q") return;
      clearTimeout(timer);
      timer = window.setTimeout(() => router.replace(addressOf(form), { scroll: false }), PAUSE_MS);
    };
    const submitted = (event: SubmitEvent) => {
      event.preventDefault();
      clearTimeout(timer);
      router.push(addressOf(form), { scroll: false });
    };
    // Who follows a link does not wait for a search, and must not be led back by one.
    const left = (event: Event) => {
      if (event.target instanceof Element && event.target.closest("a[href]")) clearTimeout(timer);
    };
    document.addEventListener("click", left, true);
    form.addEventListener("input", typed);
    form.addEventListener("submit", submitted);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", left, true);
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", submitted);
    };
  }, [router]);

  // The field, when the page changes without it: by a link, or back and forth. What is being typed stays.
  useEffect(() => {
    const field = here.current?.closest("form")?.elements.namedItem("q");
    if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = q;
  }, [q]);

  return <span ref={here} hidden />;
}

/** Of what the form says now, without what it leaves empty. */
function addressOf(form: HTMLFormElement): string {
  const said = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : []));
  const query = new URLSearchParams(NAMES.flatMap((name) => said.filter(([one]) => one === name))).toString();
  return `${location.pathname}${query && `?${query}`}`;
}
