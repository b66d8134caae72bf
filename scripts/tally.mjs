/** Counts what passed, failed and was skipped; a part that is one thing counts as one. */
export function makeTally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  return {
    add(part) {
      for (const name of Object.keys(total)) total[name] += part[name] ?? 0;
      failures.push(...(part.failures ?? []));
    },
    say(name, ok) {
      total[ok ? "passed" : "failed"] += 1;
      if (!ok) failures.push(name);
      console.log(`${ok ? "passed" : "FAILED"}  ${name}`);
    },
    get failed() {
      return total.failed;
    },
    /** What failed by name; the counts are the last line. */
    lines() {
      const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
      return [...failures.map((name) => `FAILED  ${name}`), `${total.passed} passed, ${total.failed} failed${skipped}`].join("\n");
    },
  };
}
