// Loaded into the server that npm run faults kills: its clock jumps by up to a day either way, every few seconds, and it runs out of memory when told to.

const DAY = 86_400_000;
const JUMPS_EVERY = 5_000;

if (process.argv[1]?.endsWith("scripts/server.mjs")) {
  const RightDate = Date;
  const draw = () => Math.round((Math.random() * 2 - 1) * DAY);
  let wrongBy = draw();
  setInterval(() => (wrongBy = draw()), JUMPS_EVERY).unref();
  globalThis.Date = class extends RightDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(RightDate.now() + wrongBy);
    }
    static now() {
      return RightDate.now() + wrongBy;
    }
  };

  process.on("SIGUSR2", () => {
    for (const all = []; ; ) all.push(new Array(1_000_000).fill({}));
  });
}
