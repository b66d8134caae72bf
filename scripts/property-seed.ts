import fc from "fast-check";

// For Vitest, before a file of tests: properties are tried with the same values each time, so that what fails fails for everybody. Others: SEED=7 npx vitest run.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
