import { once } from "node:events";
import net from "node:net";
import postgres from "postgres";
import { expect, test } from "vitest";
import { isLostAtOpening } from "./lost-at-opening.mjs";

const AUTHENTICATED = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

test("a Postgres that dies while a connection opens is what the driver tells nobody, and is known by it", async () => {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => {
      socket.write(Buffer.concat([AUTHENTICATED, READY]));
      socket.once("data", () => socket.resetAndDestroy());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as net.AddressInfo; // it listens on a port
  const untold: unknown[] = [];
  const note = (reason: unknown) => untold.push(reason);
  process.on("unhandledRejection", note);
  const sql = postgres({ host: "127.0.0.1", port, user: "nobody", password: "x", max: 1, connect_timeout: 2, onnotice: () => undefined });
  const asked = sql`select 1`.catch(() => "told");
  await expect.poll(() => untold.length).toBeGreaterThan(0);
  process.off("unhandledRejection", note);
  server.close();
  await sql.end({ timeout: 0 });
  expect(await asked).toBe("told");
  expect(untold.every(isLostAtOpening)).toBe(true);
});

test("whatever else nobody caught is something else", () => {
  for (const reason of [new Error("x"), Object.assign(new Error("x"), { query: "select 1" }), "pg_catalog.pg_type", null]) expect(isLostAtOpening(reason)).toBe(false);
});
