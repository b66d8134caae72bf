import http from "node:http";
import { makeOperations } from "./operations.mjs";

/** What people do in an hour of an evening, as parts of a hundred. */
const MIX = [
  { part: 40, name: "tick" },
  { part: 25, name: "progress" },
  { part: 20, name: "page" },
  { part: 12, name: "grid" },
  { part: 3, name: "csv" },
];

/** Makes one request after the other, of the kinds of the mix, in an order that is the same each time. Learners tick in turn. */
export function makeRequests({ port, origin, actionId, people, learners }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
  const { learner, teacher, office } = people.cookies;
  const devices = learners.map((device) => ({ ...device, next: makeOperations() }));
  let ticked = 0;
  const tick = () => {
    const { owner, cookie, next } = devices[ticked++ % devices.length];
    return {
      path: "/roadmap",
      method: "POST",
      headers: { Cookie: cookie, Origin: origin, "Next-Action": actionId, Accept: "text/x-component", "Content-Type": "text/plain;charset=UTF-8" },
      body: JSON.stringify([{ owner, operations: next(1) }]),
    };
  };
  const get = (path, cookie) => () => ({ path, method: "GET", headers: { Cookie: cookie, Accept: "text/html" } });
  const kinds = { tick, progress: get("/api/progress", learner), page: get("/evidence", learner), grid: get("/teach/cohorts/bench-1/grid", teacher), csv: get("/teach/cohorts/bench-of-1000/grid.csv", office) };
  // 37 and 100 have no factor in common: every kind comes as often as its part, and none in a row.
  const order = Array.from({ length: 100 }, (_, place) => kindAt((place * 37) % 100));
  let made = 0;

  return {
    /** The next of the mix. */
    next: () => send(order[made++ % 100]),
    /** What is none of the mix. */
    ask: (path, headers = {}) => send(null, { path, method: "GET", headers }),
    cookies: people.cookies,
    close: () => agent.destroy(),
  };

  /** Resolves to what came of it, in ms from the call; never rejects. `status` 0: no answer. */
  function send(kind, { path, method, headers, body } = kinds[kind]()) {
    const began = performance.now();
    return new Promise((resolve) => {
      const end = (status, retry) => resolve({ kind, status, retry, began, ms: performance.now() - began });
      const request = http.request({ host: "127.0.0.1", port, path, method, agent, headers: { ...headers, "Accept-Encoding": "gzip" }, timeout: 15_000 }, (response) => {
        response.on("error", () => end(0));
        response.on("end", () => end(response.statusCode, response.headers["retry-after"]));
        response.resume();
      });
      request.on("timeout", () => request.destroy());
      request.on("error", () => end(0));
      request.end(body);
    });
  }
}

function kindAt(place) {
  let sum = 0;
  return MIX.find(({ part }) => (sum += part) > place).name;
}
