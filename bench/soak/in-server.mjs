import fs from "node:fs";
import http from "node:http";
import v8 from "node:v8";
import vm from "node:vm";

// Read by every Node program of the application before its own code. In the server: says what is in use after a collection whenever it is asked
// by SIGUSR2; with SOAK_LEAK keeps every answer, and with SOAK_UNCOMPILED lets V8 optimise nothing.

const { SOAK_FILE, SOAK_LEAK, SOAK_UNCOMPILED } = process.env;

if (process.argv[1]?.endsWith("scripts/server.mjs")) {
  v8.setFlagsFromString("--expose-gc");
  if (SOAK_UNCOMPILED) for (const compiler of ["opt", "sparkplug", "maglev"]) v8.setFlagsFromString(`--no-${compiler}`);
  const collect = vm.runInNewContext("gc");
  process.on("SIGUSR2", () => {
    // What a finalizer lets go of goes at the next one.
    collect();
    setImmediate(() => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      // Machine code alone: what V8 notes beside it, to go back to the bytecode, is counted with everything else.
      const { code_and_metadata_size: code } = v8.getHeapCodeStatistics();
      fs.writeFileSync(`${SOAK_FILE}.new`, JSON.stringify({ usedMb: (heapUsed + external) / 1e6, codeMb: code / 1e6 }));
      fs.renameSync(`${SOAK_FILE}.new`, SOAK_FILE);
    });
  });
  if (SOAK_LEAK) keepEveryAnswer();
}

function keepEveryAnswer() {
  const kept = [];
  const { end } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.end = function (...args) {
    kept.push(this.req, this);
    return end.apply(this, args);
  };
}
