import { fileURLToPath } from "node:url";

/** For a command whose own files need packages. */
const installed = async () => (await import("./install.mjs")).install();

const COMMANDS = {
  start: async () => (await import("./start.mjs")).start(),
  dev: async () => (await import("./start.mjs")).develop(),
  build: async () => (await import("./start.mjs")).buildOnly(),
  serve: async () => (await import("./start.mjs")).serveBuilt(),
  check: async () => (await import("./check.mjs")).check(),
  "check:security": async () => {
    await installed();
    return (await import("./check-security.mjs")).checkSecurity();
  },
  test: async (args) => {
    await installed();
    return (await import("./test.mjs")).test(args);
  },
  "test:upgrade": async (args) => (await import("./upgrade.mjs")).testUpgrade(args),
  faults: async (args) => (await import("./faults.mjs")).faults(args),
  "test:cluster": async (args) => (await import("./test-cluster.mjs")).testCluster(args),
  hostile: async (args) => {
    await installed();
    return (await import("./hostile.mjs")).hostile(args);
  },
  bench: async (args) => (await import("./bench.mjs")).bench(args),
  "bench:pages": async (args) => (await import("./bench-pages.mjs")).bench(args),
  "jobs:import": async (args) => (await import("./jobs-import.mjs")).importJobs(args),
  erasures: async (args) => (await import("./erasures.mjs")).erasures(args),
  backup: async (args) => (await import("./backup/backup.mjs")).backUp(args),
  restore: async (args) => (await import("./backup/restore.mjs")).restore(args),
  "db:generate": async (args) => (await import("./migrations.mjs")).generate(args),
  "db:migrate": async () => (await import("./migrations.mjs")).migrateOnly(),
};

const [name, ...args] = process.argv.slice(2);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Milepost needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!Object.hasOwn(COMMANDS, name)) {
  console.error(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join("|")}`);
  process.exit(1);
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { isLeaving, leave, leaveOnSignals } = await import("./leave.mjs");
const { Refusal } = await import("../db/embedded/refusal.mjs");
leaveOnSignals({ code: ["start", "serve", "dev"].includes(name) ? 0 : 130 });

try {
  await COMMANDS[name](args);
} catch (error) {
  // What is stopped on the way out fails, and that is no news.
  if (!isLeaving()) console.error(error instanceof Refusal ? error.message : error);
  await leave(1);
}
