/** What a check answers: every fault, or one sentence on what holds. */
export function verdict(faults, holds) {
  return faults.length === 0 ? { ok: true, said: holds } : { ok: false, said: faults.join("\n") };
}
