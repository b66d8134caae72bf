import { readAnswer } from "../faults/action.mjs";

/**
 * Writes down what the pages of a browser send by the server action and what they are answered, as they hear it: to one who listens from outside
 * an answer looks cut off, as React stops reading when it has the value. Answers every operation that was sent.
 */
export async function watchCalls(context, { name, owner, history }) {
  const calls = new Map();
  const sent = new Map();

  await context.exposeFunction("milepostAsked", (id, body) => {
    const [{ operations }] = JSON.parse(body);
    for (const operation of operations) sent.set(operation.opId, { ...operation, owner });
    calls.set(id, { number: history.invoke(name, operations), began: performance.now(), operations });
  });
  await context.exposeFunction("milepostHeard", (id, status, text) => {
    const { number, began, operations } = calls.get(id);
    history.note(...eventOf(operations, status, text, { call: number, took: Math.round(performance.now() - began) }));
  });
  await context.addInitScript(tellCalls);
  return sent;
}

function eventOf(operations, status, text, call) {
  if (status !== 200) return ["info", { ...call, reason: status === 0 ? text : `status ${status}` }];
  const answer = readAnswer(text);
  if (!answer.ok) return ["fail", { ...call, reason: answer.reason }];
  return ["ok", { ...call, recorded: operations.filter((_, index) => answer.answers[index].answer === "recorded").map(({ opId }) => opId) }];
}

/** Runs in the page. */
function tellCalls() {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    if (!new Headers(init?.headers).has("Next-Action")) return ask(input, init);
    const id = crypto.randomUUID();
    await window.milepostAsked(id, init.body);
    try {
      const response = await ask(input, init);
      void response.clone().text().then((text) => window.milepostHeard(id, response.status, text), () => undefined);
      return response;
    } catch (error) {
      await window.milepostHeard(id, 0, error.message);
      throw error;
    }
  };
}
