import { acknowledgedBefore, longestGap } from "./gap.mjs";

const SWITCHOVER_MS = 5_000;
/** Fewer calls acknowledged in the five seconds before a strike, and nothing much could have been lost. */
const BUSY = 50;

/** FAIL when a rule is broken; INDETERMINATE when the run could not have shown it. */
export function judge({ asynchronous, checked, strikes, history }) {
  if (!checked) return "INDETERMINATE";
  if (checked.rules.some(([, broken]) => broken > 0) || strikes.some((strike) => faultOf(strike, history))) return "FAIL";
  if (asynchronous || strikes.some(({ from }) => acknowledgedBefore(history, from, 5_000) < BUSY)) return "INDETERMINATE";
  return "PASS";
}

/** What is wrong with how it went, or "". */
function faultOf(strike, history) {
  if (strike.broken) return strike.broken;
  const tooLong = strike.name === "planned switchover" && longestGap(history, strike) >= SWITCHOVER_MS;
  return tooLong ? "at most 5 s are allowed" : "";
}

export function report({ asynchronous, checked, unreadable, strikes, sent, history }) {
  const count = (type) => history.filter((event) => event.type === type).length;
  const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
  const slowest = history.reduce((most, event) => Math.max(most, event.took ?? 0), 0);
  const lines = [["calls", `${count("invoke")}, answered ${count("ok")}, refused ${count("fail")}, unknown ${count("info")}`], ["slowest call", seconds(slowest)]];
  for (const strike of strikes) {
    const fault = faultOf(strike, history);
    lines.push([strike.name, `nothing acknowledged for ${seconds(longestGap(history, strike))}${fault && `: NO, ${fault}`}`]);
  }
  lines.push(["operations", `${sent.length} sent, ${checked?.acknowledged ?? "?"} acknowledged`]);
  for (const [rule, broken, of] of checked?.rules ?? []) lines.push([rule, broken === 0 ? `yes, ${of}` : `NO: ${broken} of ${of}`]);
  for (const [what, figure] of lines) console.log(`  ${what.padEnd(42)}${figure}`);
  if (unreadable) console.log(`  The database cannot be read: ${unreadable.message}`);
  if (asynchronous && checked?.lost === 0) console.log("  Without synchrony nothing acknowledged was lost: nothing was written between the last that the others received and the kill.");
}
