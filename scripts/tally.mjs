/** Counts what passed, failed and was skipped; a part that is one thing counts as one. */
export function makeTally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  return {
    add(part) {
      for (const name of Object.keys(total)) total[name] += part[name] ?? 0;
    },
    say(name, ok) {
      total[ok ? "passed" : "failed"] += 1;
      console.log(`${ok ? "passed" : "FAILED"}  ${name}`);
    },
    get failed() {
      return total.failed;
    },
    line() {
      const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
      return `${total.passed} passed, ${total.failed} failed${skipped}`;
    },
  };
}
