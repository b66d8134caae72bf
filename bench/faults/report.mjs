const NAMES = {
  server: "the server killed with -9",
  postgres: "Postgres killed with -9",
  connections: "all connections ended by Postgres",
  freeze: "Postgres frozen for 12 s",
  memory: "the server out of memory",
  disk: "the disk of Postgres full for 6 s",
};

/** What did not happen as often as it must, by name. */
export const lacking = (strikes, least) => Object.keys(least).filter((kind) => strikes[kind] < least[kind]);

/** FAIL when a rule is broken; INDETERMINATE when the run could not have shown it. */
export function judge({ options, checked, ready, strikes, fullDisks }) {
  if (!checked) return "INDETERMINATE";
  if (!ready || checked.rules.some(([, broken]) => broken > 0)) return "FAIL";
  if (lacking(strikes, options.least).length > 0) return "INDETERMINATE";
  if (options.fullDisk && fullDisks === 0) return "INDETERMINATE";
  if (options.synchronousCommit === "off" || options.dropKey !== "no") return "INDETERMINATE";
  return "PASS";
}

export function report({ options, checked, unreadable, ready, strikes, fullDisks, took, history }) {
  const count = (type) => history.filter((event) => event.type === type).length;
  const slowest = history.reduce((most, event) => Math.max(most, event.took ?? 0), 0);
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  const lines = [
    ["time of the load", seconds(took)],
    ...Object.entries(strikes).map(([kind, times]) => [NAMES[kind], `${times} times`]),
    ...(options.fullDisk ? [["statements refused by the full disk", `${fullDisks ?? 0}`]] : []),
    ["calls", `${count("invoke")}, answered ${count("ok")}, refused ${count("fail")}, unknown ${count("info")}`],
    ["slowest call", seconds(slowest)],
  ];
  if (checked) lines.push(["acknowledged", `${checked.acknowledged} operations, ${Math.round((checked.acknowledged * 1000) / took)} a second`]);
  for (const [rule, broken, of] of checked?.rules ?? []) lines.push([rule, broken === 0 ? `yes, ${of}` : `NO: ${broken} of ${of}`]);
  for (const [what, figure] of lines) console.log(`  ${what.padEnd(42)}${figure}`);

  if (unreadable) console.log(`  The database cannot be read: ${unreadable.message}`);
  if (!ready) console.log("  The application did not become ready again.");
  for (const kind of lacking(strikes, options.least)) console.log(`  Fewer than ${options.least[kind]} times: ${NAMES[kind]}.`);
  if (options.synchronousCommit === "off" && checked?.lost === 0) {
    console.log("  With synchronous_commit=off nothing acknowledged was lost: no kill fell between an answer and its flush.");
  }
  if (options.dropKey === "lenient") console.log("  Run with a unique index that finds no two ids equal.");
}
