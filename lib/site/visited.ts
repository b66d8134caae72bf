const KEY = "milepost-visited";

/** The item whose page was looked at last on this device. A convenience: where the browser keeps nothing, there is none. */
export type Visited = { title: string; path: string };

export function rememberVisit(visited: Visited): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(visited));
  } catch {
    // Private mode or no room: the strip is then not shown.
  }
}

export function forgetVisit(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

export function lastVisit(): Visited | null {
  try {
    const kept: Partial<Visited> | null = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return typeof kept?.title === "string" && /^\/roadmap\//.test(kept.path ?? "") ? { title: kept.title, path: kept.path ?? "" } : null;
  } catch {
    return null;
  }
}
