// For Vitest, before a file of tests: what runs beside it has another copy of the empty database, where scripts/unit-and-queries.mjs made copies.
const worker = Number(process.env.VITEST_POOL_ID ?? 1);
if (process.env.DATABASE_COPIES && worker > 1) process.env.DATABASE_URL = `${process.env.DATABASE_URL}_${worker}`;
