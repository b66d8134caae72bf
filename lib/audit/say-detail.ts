/** "name: Acme; rows: 12", or nothing. */
export function sayDetail(detail: Record<string, string | number> | null): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}
