/** Called once when a server starts. What runs beside the requests begins here. */
export async function register(): Promise<void> {
  /* eslint-disable no-restricted-syntax -- Next writes these in, and lib/env would be part of the build for another runtime. */
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const { startMail } = await import("@/lib/mail/sender");
    startMail();
    const { startImports } = await import("@/lib/jobs/schedule");
    startImports();
    const { startRetention } = await import("@/lib/privacy/schedule");
    startRetention();
  }
  /* eslint-enable no-restricted-syntax */
}
