import { STATES } from "../../lib/progress/states.ts";
import { between, pick, seeded } from "./random.mjs";

export const ACCOUNTS = 4;
export const DEVICES = 4;

/**
 * What every device of every account will send: batches of 1 to 20 operations, some late and out of order, some twice at once
 * (`copies`), some again later. The seed decides all of it but the time in the ids.
 */
export function makePlan({ seed, total, items, from }) {
  const random = seeded(seed, "plan");
  const operationAt = operationMaker(random, from);
  const clients = [];
  for (let account = 0; account < ACCOUNTS; account += 1) {
    const devices = Array.from({ length: DEVICES }, () => ({ known: new Map(), operations: [], share: 0 }));
    for (let left = total / ACCOUNTS; left > 0; left -= 1) devices[Math.ceil(left) % DEVICES].share += 1;
    while (devices.some(hasShare)) {
      const device = pick(random, devices.filter(hasShare));
      if (random() < 0.1) learnFrom(device, pick(random, devices));
      const itemId = pick(random, items);
      const clock = (device.known.get(itemId) ?? 0) + 1;
      device.known.set(itemId, clock);
      device.operations.push(operationAt({ itemId, state: pick(random, STATES), clock }));
    }
    for (const { operations } of devices) clients.push({ account, batches: inBatches(random, delaySome(random, operations)) });
  }
  return clients;
}

const hasShare = ({ share, operations }) => operations.length < share;

function learnFrom(device, other) {
  for (const [itemId, clock] of other.known) device.known.set(itemId, Math.max(clock, device.known.get(itemId) ?? 0));
}

function operationMaker(random, from) {
  let made = 0;
  const hex = (length) => Array.from({ length }, () => between(random, 0, 15).toString(16)).join("");
  return (change) => {
    const time = from + (made += 1);
    const stamp = time.toString(16).padStart(12, "0");
    const opId = `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-${pick(random, [..."89ab"])}${hex(3)}-${hex(12)}`;
    return { opId, ...change, at: new Date(time).toISOString() };
  };
}

function delaySome(random, operations) {
  return operations
    .map((operation, index) => ({ operation, place: random() < 0.05 ? index + between(random, 20, 300) : index }))
    .sort((a, b) => a.place - b.place)
    .map(({ operation }) => operation);
}

function inBatches(random, operations) {
  const batches = [];
  const again = [];
  for (let start = 0; start < operations.length; ) {
    const size = between(random, 1, 20);
    const batch = { operations: operations.slice(start, start + size), copies: random() < 0.05 ? 2 : 1 };
    batches.push(batch);
    if (random() < 0.05) again.push({ after: batches.length + between(random, 1, 15), batch });
    start += size;
  }
  for (const { after, batch } of again.reverse()) batches.splice(after, 0, { ...batch, copies: 1 });
  return batches;
}
