/** Why Postgres refused a statement, as its code of five signs; null when something else went wrong. The query builder keeps what the driver threw as the cause. */
export function sqlStateOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string" ? cause.code : null;
}
