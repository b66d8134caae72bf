import { spread } from "../spread.mjs";

/**
 * Does each kind of work in turn, in blocks, every other round the other way round: what else the machine does meets all alike.
 * Each answers its figures by name.
 * @param {number} rounds
 * @param {Record<string, () => Promise<Record<string, number>>>} kinds
 */
export async function alternate(rounds, kinds) {
  const names = Object.keys(kinds);
  const blocks = [];
  for (let round = 0; round < rounds; round += 1) {
    const block = {};
    for (const name of round % 2 ? names.toReversed() : names) block[name] = await kinds[name]();
    blocks.push(block);
  }
  return {
    of: (name, figure) => spread(blocks.map((block) => block[name][figure])),
    /** Of blocks that were measured beside each other. */
    ratio: (name, other, figure) => spread(blocks.map((block) => block[name][figure] / block[other][figure])),
  };
}
