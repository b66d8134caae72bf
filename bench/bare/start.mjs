import { once } from "node:events";
import { launchNode, stop } from "../../scripts/child.mjs";
import { makeClient } from "../http-client.mjs";

/** A node:http that does nothing but answer with the bytes it was last given. */
export async function startBare() {
  const server = await launchNode(["bench/bare/server.mjs"]);
  const [{ port }] = await once(server, "message");
  const client = makeClient(port);
  return {
    pid: server.pid,
    keep: (body) => client.call("/x", { method: "PUT", body }),
    ask: () => client.call("/x"),
    async stop() {
      client.close();
      await stop(server);
    },
  };
}
