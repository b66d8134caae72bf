export const say = (what, figure) => console.log(`  ${what.padEnd(50)}${figure}`);

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Answers whether all of them were kept. */
export function sayRules(rules) {
  for (const [rule, broken, of] of rules) say(rule, broken === 0 ? `yes, ${of}` : `NO: ${broken} of ${of}`);
  return rules.every(([, broken]) => broken === 0);
}
