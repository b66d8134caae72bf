import fs from "node:fs";

/**
 * What was asked and answered, with times in milliseconds since the start. `info`: nobody knows whether it was done;
 * `fail`: it was not.
 */
export function makeHistory() {
  const events = [];
  const startedAt = performance.now();
  const now = () => Math.round(performance.now() - startedAt);
  let calls = 0;
  return {
    events,
    now,
    note: (type, what) => events.push({ at: now(), type, ...what }),
    invoke(client, operations) {
      const call = (calls += 1);
      events.push({ at: now(), type: "invoke", call, client, operations: operations.map(({ opId }) => opId) });
      return call;
    },
    writeTo: (file) => fs.writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join("")),
  };
}
