import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findHome } from "../../db/embedded/home.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { findFreePort } from "../../scripts/address.mjs";
import { runProxy } from "../rolling/instances.mjs";
import { withDatabase } from "./examine.mjs";
import { makeNode } from "./node.mjs";
import { launchAs } from "./programs.mjs";

const HOST = "127.0.0.1";
const NAMES = ["one", "two", "three"];
const FIRST_PORT = 24_010;

/** etcd, three nodes and the proxy that leads to their leader, all on this machine, with an empty database `milepost`. */
export async function startCluster({ dataDir, binDir }) {
  const { home, as } = findHome(dataDir);
  const ports = await freePorts(2 + 2 * NAMES.length + 1);
  const secret = () => randomBytes(24).toString("base64url");
  const passwords = { superuser: secret(), replicator: secret(), rewinder: secret(), rest: secret(), milepost: secret() };
  const log = (name) => path.join(dataDir, `${name}.log`);

  const [etcdPort, peerPort] = ports.splice(0, 2);
  await startEtcd({ home, as, etcdPort, peerPort, log: log("etcd") });
  const nodes = NAMES.map((name) =>
    makeNode({ name, home, as, ports: { postgres: ports.shift(), rest: ports.shift() }, etcdPort, passwords, binDir, log: log(name) }),
  );
  // The first alone, so that it is the one that makes the database.
  await nodes[0].start();
  await until(() => nodes[0].leads(), "The first node has not become the leader", dataDir);
  for (const node of nodes.slice(1)) await node.start();
  const cluster = watch(nodes, dataDir);
  await cluster.whole();

  const port = ports.shift();
  runProxy(path.join(dataDir, "haproxy-postgres.cfg"), proxyOf(port, nodes));
  await makeDatabase({ port, passwords, dataDir });
  const url = (at) => `postgres://milepost:${passwords.milepost}@${HOST}:${at}/milepost`;
  return { ...cluster, url: url(port), urlOf: (node) => url(node.ports.postgres) };
}

function watch(nodes, dataDir) {
  async function findLeader(among = nodes) {
    for (const node of among) if (await node.leads()) return node;
    return null;
  }

  /** All others follow the leader, one of them so that commits wait for it. */
  async function isWhole(synchronous) {
    const { status, text } = (await (await findLeader())?.ask("patroni")) ?? {};
    if (status !== 200) return false;
    const following = (JSON.parse(text).replication ?? []).filter(({ state }) => state === "streaming");
    const waitedFor = following.filter(({ sync_state: how }) => how === "sync");
    return following.length === nodes.length - 1 && waitedFor.length === (synchronous ? 1 : 0);
  }

  return {
    nodes,
    findLeader,
    whole: (synchronous = true) => until(() => isWhole(synchronous), "The cluster has not become whole", dataDir),
    /** Until Patroni says so of a node itself, which may be seconds after the leader sends to it. */
    follows: (node) => until(async () => (await node.ask("replica")).status === 200, `${node.name} has not become a replica`, dataDir),
    /** The node that leads once `before` does not. */
    nextLeader: (before) => until(() => findLeader(nodes.filter((node) => node !== before)), "Nobody has taken over", dataDir),
  };
}

async function until(look, complaint, dataDir) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(100)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Refusal(`${complaint} within two minutes: see the logs in ${path.relative("", dataDir)}.`);
}

async function startEtcd({ home, as, etcdPort, peerPort, log }) {
  const [client, peer] = [etcdPort, peerPort].map((port) => `http://${HOST}:${port}`);
  const args = ["--data-dir", path.join(home, "etcd"), "--name", "one", "--initial-cluster", `one=${peer}`, "--initial-advertise-peer-urls", peer];
  await launchAs(as, home, "etcd", [...args, "--listen-peer-urls", peer, "--listen-client-urls", client, "--advertise-client-urls", client], { log });
}

/** The shipped file with the addresses of these nodes. */
function proxyOf(port, nodes) {
  const lines = fs.readFileSync("deploy/haproxy-postgres.cfg", "utf8").replace("bind 127.0.0.1:5000", `bind ${HOST}:${port}`);
  return nodes.reduce(
    (text, { name, ports }) => text.replace(new RegExp(`server ${name} \\S+`), `server ${name} ${HOST}:${ports.postgres} check port ${ports.rest}`),
    lines.replace("check port 8008 ", ""),
  );
}

async function makeDatabase({ port, passwords, dataDir }) {
  const url = `postgres://postgres:${passwords.superuser}@${HOST}:${port}/postgres`;
  await until(() => leadsOnlyToLeader(url), "The proxy does not lead to the leader", dataDir);
  await withDatabase(url, async (sql) => {
    await sql.unsafe(`create role milepost login password '${passwords.milepost}'`);
    await sql.unsafe("create database milepost owner milepost");
  });
}

// Until its first look at each, HAProxy leads to all of them in turn.
async function leadsOnlyToLeader(url) {
  for (let turn = 0; turn < NAMES.length; turn += 1) {
    const [row] = await withDatabase(url, (sql) => sql`select pg_is_in_recovery() as follows`).catch(() => []);
    if (row?.follows !== false) return false;
  }
  return true;
}

async function freePorts(count) {
  const ports = [];
  for (let next = FIRST_PORT; ports.length < count; next += 1) ports.push((next = await findFreePort(next)));
  return ports;
}
