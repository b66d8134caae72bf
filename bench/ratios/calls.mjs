import zlib from "node:zlib";
import { makeClient } from "../http-client.mjs";

/** Devices, each with a connection of its own, that call recordProgress as a browser does. */
export function makeDevice({ port, origin, actionId, owner, cookie }) {
  const client = makeClient(port, cookie);
  const headers = { Origin: origin, "Next-Action": actionId, Accept: "text/x-component", "Content-Type": "text/plain;charset=UTF-8" };
  const call = async (args) => {
    const { status, headers: said, body } = await client.call("/roadmap", { method: "POST", headers, body: JSON.stringify(args) });
    const text = String(said["content-encoding"] === "gzip" ? zlib.gunzipSync(body) : body);
    const row = text.split("\n").find((line) => /^[0-9a-f]+:\{"ok":/.test(line));
    if (status !== 200 || !row) throw new Error(`recordProgress answered ${status}: ${text.slice(0, 200)}`);
    return JSON.parse(row.slice(row.indexOf(":") + 1));
  };
  return {
    /** Throws unless every operation was recorded. */
    async record(operations) {
      const { answers, reason } = await call([{ owner, operations }]);
      if (!answers?.every(({ answer }) => answer === "recorded")) throw new Error(`Not recorded: ${reason ?? JSON.stringify(answers)}`);
    },
    /** The same action from nobody, with nothing: it answers at once, without a query. */
    async callEmpty() {
      const { reason } = await call([]);
      if (reason !== "signed-out") throw new Error("The call of nobody was answered as one of somebody.");
    },
    close: client.close,
  };
}
