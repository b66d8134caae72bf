import { stopAt } from "./checks";
import { salaryProblems } from "./problems";
import { source } from "./source";

/** Average pay at one level of experience, in rupees a year. */
export type Band = {
  level: "entry" | "mid" | "senior";
  min: number;
  /** Null when the band is open at the top. */
  max: number | null;
};

export type Salaries = { source: { title: string; publisher: string; date: string }; bands: readonly Band[] };

export const BAND_NAMES = { entry: "Entry", mid: "Mid", senior: "Senior" } as const satisfies Record<Band["level"], string>;

export const salaries: Salaries = {
  source,
  bands: [
    { level: "entry", min: 300_000, max: 600_000 },
    { level: "mid", min: 800_000, max: 1_200_000 },
    { level: "senior", min: 1_500_000, max: null },
  ],
};

stopAt("The salaries cannot be used.", salaryProblems(salaries));

/** The stretches between bands of which the source says nothing, in rupees a year. */
export function gapsBetween(bands: readonly Band[]): { from: number; to: number }[] {
  return bands.flatMap(({ max }, index) => {
    const next = bands[index + 1];
    return max !== null && next && next.min > max ? [{ from: max, to: next.min }] : [];
  });
}
