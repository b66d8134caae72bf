type Turn = { over: Promise<unknown>; freeAt: number };

/** In this process only: with several instances a host may hear from each of them. */
const turns = new Map<string, Turn>();

/** Does the tasks of one host one after the other, with at least `gap` milliseconds between the end of one and the start of the next. */
export function inTurn<T>(host: string, task: () => Promise<T>, gap = 1_000): Promise<T> {
  const answer = waitFor(turns.get(host)).then(task);
  const turn: Turn = { over: answer, freeAt: 0 };
  const free = () => {
    turn.freeAt = performance.now() + gap;
  };
  turn.over = answer.then(free, free);
  turns.set(host, turn);
  return answer;
}

async function waitFor(before: Turn | undefined) {
  if (!before) return;
  await before.over;
  const wait = before.freeAt - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
