/** A figure with its limit. @typedef {{ name: string, unit: string, value: { median: number, low: number, high: number }, most?: number, least?: number }} Row */

const WIDTHS = [66, 10, 18, 12];

const isKept = ({ value, most = Infinity, least = -Infinity }) => value.median <= most && value.median >= least;

/** @param {Row[]} rows */
export function print(rows) {
  console.log("\nMedians of blocks that alternate, with quartiles.\n");
  line(["", "median", "quartiles", "limit"]);
  for (const row of rows) {
    const { name, unit, value, most, least } = row;
    const limit = most === undefined ? (least === undefined ? "" : `>= ${least}`) : `<= ${most}`;
    line([`${name}, ${unit}`, say(value.median), `${say(value.low)}–${say(value.high)}`, limit && `${limit} ${isKept(row) ? "ok" : "NO"}`]);
  }
}

/** @param {Row[]} rows */
export const findOver = (rows) => rows.filter((row) => !isKept(row));

const say = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

function line(cells) {
  console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(WIDTHS[n]) : cell.padStart(WIDTHS[n]))).join(""));
}
