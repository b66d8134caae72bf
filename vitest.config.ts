import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

/** Queries whose tests set the environment. */
const WITH_SETTINGS = "job-import-pages|job-importer|messages|outbox|settings";
const SEED = "scripts/property-seed.ts";
const queries = { setupFiles: [SEED, "scripts/own-database.ts"], testTimeout: 20_000, hookTimeout: 60_000 };

const alias = {
  "@": root,
  // Outside Next there is no bundler to refuse a client import.
  "server-only": path.join(root, "node_modules/server-only/empty.js"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["*.test.ts", "lib/**/*.test.ts", "components/**/*.test.ts"],
          setupFiles: [SEED],
          testTimeout: 20_000,
          // Rules keep nothing between calls: a fresh process for each of a hundred files takes as long as the tests.
          isolate: false,
          // Settings that lead nowhere: what asks for a database fails here.
          env: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", AUTH_SECRET: "only for tests: 0123456789 abcdefghij", APP_URL: "http://localhost:3000" },
        },
      },
      {
        resolve: { alias },
        test: {
          ...queries,
          name: "queries",
          include: [`db/queries/!(${WITH_SETTINGS}).test.ts`],
          // They ask the same database, each about people of its own.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        // With servers and databases of their own, or with settings: a process each.
        test: { ...queries, name: "apart", include: ["db/*.test.ts", "db/!(queries)/**/*.test.ts", `db/queries/@(${WITH_SETTINGS}).test.ts`, "scripts/**/*.test.ts"] },
      },
    ],
  },
});
