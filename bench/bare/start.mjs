import { once } from "node:events";
import { launchNode, stop } from "../../scripts/child.mjs";
import { makeClient } from "../http-client.mjs";

/** A node:http that does nothing but answer with the bytes it was last given, at each address. */
export async function startBare() {
  const server = await launchNode(["bench/bare/server.mjs"]);
  const [{ port }] = await once(server, "message");
  const client = makeClient(port);
  return {
    pid: server.pid,
    keep: (body, path = "/") => client.call(path, { method: "PUT", body }),
    ask: (path = "/") => client.call(path),
    async stop() {
      client.close();
      await stop(server);
    },
  };
}
