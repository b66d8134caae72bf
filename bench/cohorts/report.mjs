/** So many times as long as with 1,000 learners any page may take. */
const FLAT = 1.5;

const ms = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const kb = (bytes) => (bytes / 1000).toFixed(1);

/** Every figure that is over its limit, and every page with a limit that could not be measured, as sentences. */
export function judge(installations) {
  return installations.flatMap(({ learners, rows }) => rows.flatMap((row) => judgeRow(row, learners)));
}

function judgeRow({ name, status, ms: time, limitMs, bytes, kb: limitKb, times }, learners) {
  const where = `${name}, ${learners.toLocaleString("en")} learners`;
  if (status !== 200) return [`${where}: answers ${status}.`];
  const over = [];
  if (limitMs && time.median > limitMs) over.push(`${where}: ${ms(time.median)} ms is over ${limitMs}.`);
  if (limitKb && bytes > limitKb * 1000) over.push(`${where}: ${kb(bytes)} KB is over ${limitKb}.`);
  if (times && times.median > FLAT) over.push(`${where}: ${times.median.toFixed(2)} times the time with 1,000 is over ${FLAT}.`);
  return over;
}

const COLUMNS = ["learners", "ms", "quartiles", "limit", "KB", "limit", "first", "SQL ms", "stmts", "x bare", "x sign-in", "x 1,000", "+MB"];
const WIDTHS = [10, 8, 16, 9, 8, 8, 8, 8, 7, 8, 11, 9, 6];

export function print(installations, { over, calls }) {
  console.log(`\nMedians of ${calls} calls, five one after the other and then those of the next size, after a hundred more, in ms until the last byte, on loopback. KB are 1,000 bytes as sent.\n`);
  line("", COLUMNS);
  const names = [...new Set(installations.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  for (const name of names) {
    for (const { learners, rows } of installations) {
      const row = rows.find((other) => other.name === name);
      if (row) line(name, [learners.toLocaleString("en"), ...(row.status === 200 ? figures(row, rows) : [`status ${row.status}`])]);
    }
  }
  console.log(over.length > 0 ? `\nOver the limit:\n${over.join("\n")}` : "\nEverything keeps to its limit.");
}

function figures({ ms: time, limitMs, bytes, kb: limitKb, gzip, first, sql, bare, times, grownMb }, rows) {
  const floor = rows.find((row) => row.floor)?.ms;
  return [
    ms(time.median),
    `${ms(time.low)}–${ms(time.high)}`,
    limitMs ? mark(limitMs, time.median <= limitMs) : "",
    gzip ? kb(bytes) : `${kb(bytes)}*`,
    limitKb ? mark(limitKb, bytes <= limitKb * 1000) : "",
    ms(first.median),
    sql ? ms(sql.ms) : "",
    sql ? sql.statements.toFixed(0) : "",
    (time.median / bare.median).toFixed(0),
    floor ? (time.median / floor.median).toFixed(1) : "",
    times ? times.median.toFixed(2) : "",
    grownMb === undefined ? "" : grownMb === null ? "?" : grownMb.toFixed(0),
  ];
}

const mark = (limit, kept) => `${limit}${kept ? " ok" : " NO"}`;

function line(name, values) {
  console.log(name.padEnd(30) + values.map((value, index) => String(value).padStart(WIDTHS[index])).join(""));
}
