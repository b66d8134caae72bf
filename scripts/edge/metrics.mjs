import http from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Seconds, from a cached answer to the most a request may take. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What Prometheus reads, on a port of its own that no proxy leads to: requests by kind and status, how long they took, what waits,
 * and what Node says of itself.
 */
export function serveMetrics({ port, host, load }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "milepost_" });
  const registers = [registry];
  const labelNames = ["kind"];
  const requests = new Counter({ name: "milepost_requests_total", help: "Answers by kind and status.", labelNames: [...labelNames, "status"], registers });
  const seconds = new Histogram({ name: "milepost_request_seconds", help: "From the last byte of a request to the last of its answer, waiting included; files and built pages are not counted.", labelNames, buckets: BUCKETS, registers });
  const gauge = (name, help, read) => new Gauge({ name, help, registers, collect() { this.set(read()); } });
  gauge("milepost_requests_at_work", "Requests the application works on.", () => load().atWork);
  gauge("milepost_requests_waiting", "Requests that wait for their turn.", () => load().waiting);

  const server = http.createServer(async (request, response) => {
    if (request.url !== "/metrics") return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": registry.contentType }).end(await registry.metrics());
  });
  server.listen(port, host);
  server.unref();

  return {
    /** Counts a request when its answer has ended. */
    watch(response, kind) {
      const end = seconds.startTimer({ kind });
      response.once("close", () => {
        end();
        requests.inc({ kind, status: response.writableFinished ? String(response.statusCode) : "broken off" });
      });
    },
  };
}
