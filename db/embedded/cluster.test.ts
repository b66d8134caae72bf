import net from "node:net";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { connect } from "./cluster.mjs";

const AUTHENTICATED = Buffer.from([..."R".split("").map((c) => c.charCodeAt(0)), 0, 0, 0, 8, 0, 0, 0, 0]);
const READY = Buffer.from(["Z".charCodeAt(0), 0, 0, 0, 5, "I".charCodeAt(0)]);

let server: net.Server;
afterEach(() => server.close());

test("a Postgres that dies at the first question fails the one who asked, and nothing else", async () => {
  server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([AUTHENTICATED, READY]));
      socket.once("data", () => socket.resetAndDestroy());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const uncaught: unknown[] = [];
  const note = (reason: unknown) => uncaught.push(reason);
  process.on("unhandledRejection", note);
  const { port } = server.address() as net.AddressInfo;
  const sql = connect({ port, password: "x" });
  await expect(sql`select 1`).rejects.toThrow(/ECONNRESET|CONNECTION_CLOSED/);
  await sql.end({ timeout: 1 });
  process.off("unhandledRejection", note);
  expect(uncaught).toEqual([]);
});
