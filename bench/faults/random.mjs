/**
 * Numbers from 0 to 1 that a seed and a name decide (FNV-1a, then mulberry32).
 * @param {string} seed
 * @param {string} name
 * @returns {() => number}
 */
export function seeded(seed, name) {
  let state = 2_166_136_261;
  for (const character of `${seed} ${name}`) state = Math.imul(state ^ character.codePointAt(0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A whole number, both ends included.
 * @param {() => number} random
 * @param {number} lowest
 * @param {number} highest
 * @returns {number}
 */
export const between = (random, lowest, highest) => lowest + Math.floor(random() * (highest - lowest + 1));

/**
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} list which is not empty
 * @returns {T}
 */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

export function shuffled(random, list) {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = between(random, 0, last);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
