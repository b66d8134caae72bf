/** What goes wrong most with one item of a cohort: what came back, or who has been on it for too long. */
export function sayTrouble({ returned, slow }: { returned: number; slow: number }): string {
  if (returned === 0 && slow === 0) return "–";
  if (returned >= slow) return returned === 1 ? "1 submission returned" : `${returned} submissions returned`;
  return slow === 1 ? "1 person on it for too long" : `${slow} people on it for too long`;
}
