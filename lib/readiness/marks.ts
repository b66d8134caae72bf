/** The marks a shortest way is shown to, lowest first. */
export const MARKS = [75, 90, 100] as const;
export type Mark = (typeof MARKS)[number];

/** The mark that the address names, or else the next one above the points, or else the highest. */
export function chooseMark(named: string | string[] | undefined, points: number): Mark {
  return MARKS.find((mark) => String(mark) === named) ?? MARKS.find((mark) => mark > points) ?? 100;
}
