import http from "node:http";
import { parentPort, workerData } from "node:worker_threads";

// Somebody who behaves: asks for a page and for their progress, one after the other, and notes how long each took. In a thread of its own,
// so that what makes the hostile requests does not delay the clock.
const { origin, cookie } = workerData;
const { hostname, port, host } = new URL(origin);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const PATHS = ["/api/progress", "/plan", "/roadmap/testing", "/home"];

let times = [];
let open = true;
parentPort.on("message", (said) => {
  if (said === "end") open = false;
  else {
    parentPort.postMessage(times);
    times = [];
  }
});

function ask(path) {
  return new Promise((resolve, reject) => {
    const request = http.get({ agent, host: hostname, port, path, headers: { Host: host, Cookie: cookie } }, (response) => {
      response.resume();
      response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`))));
    });
    request.on("error", reject);
  });
}

for (let turn = 0; open; turn += 1) {
  const began = performance.now();
  await ask(PATHS[turn % PATHS.length]);
  times.push(performance.now() - began);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
agent.destroy();
