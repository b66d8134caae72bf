/** Answers with what was found last, for `ms` from when it was asked for, and asks once for all who come meanwhile. What failed is not kept. */
export function keptFor<T>(ms: number, find: () => Promise<T>): () => Promise<T> {
  let kept: { found: Promise<T>; until: number } | null = null;
  return () => {
    if (kept && performance.now() < kept.until) return kept.found;
    const asked = { found: find(), until: performance.now() + ms };
    kept = asked;
    asked.found.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.found;
  };
}
