// Loaded into a program that the wrapper starts: when the wrapper is gone, so is the program with all it started.
// Programs started by that program load this file as well and are not meant.
if (process.channel && process.ppid === Number(process.env.MILEPOST_WRAPPER)) {
  process.on("disconnect", () => {
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), 25_000).unref();
    process.kill(-process.pid, "SIGTERM");
  });
  process.channel.unref();
}
