/** A phone of the cheaper kind on a poor connection. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (0.75e6 / 8) | 0 };
const SLOWDOWN = 4;
const QUIET_MS = 1_500;

/** One cold load of one page: what came over the wire and when something was seen. Sizes in KiB, times in ms. With the cookies of `storageState`. */
export async function measureCold(browser, address, { slowed = true, storageState } = {}) {
  const context = await browser.newContext({ ...PHONE, storageState });
  try {
    const page = await context.newPage();
    const wire = await watch(page, slowed);
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: "load" });
    await page.waitForTimeout(slowed ? QUIET_MS : QUIET_MS / 2);
    return { ...wire.sums(), ...(await page.evaluate(summarise)), files: wire.files() };
  } finally {
    await context.close();
  }
}

/** The same page once more without a connection, after the first visit has kept it. Answers its first content in ms. */
export async function measureOffline(browser, address) {
  const context = await browser.newContext(PHONE);
  try {
    const first = await context.newPage();
    await first.goto(address);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await first.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await first.close();

    await context.setOffline(true);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: "load" });
    await page.waitForTimeout(QUIET_MS);
    return await page.evaluate(summarise);
  } finally {
    await context.close();
  }
}

async function watch(page, slowed) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  if (slowed) {
    await session.send("Network.emulateNetworkConditions", NETWORK);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  }
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (/^https?:/.test(request.url)) requests.set(requestId, { address: new URL(request.url).pathname, type, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  const kib = (list) => Math.round(list.reduce((sum, { bytes }) => sum + bytes, 0) / 102.4) / 10;
  const all = () => [...requests.values()];
  return {
    sums: () => ({ requests: requests.size, kib: kib(all()), scriptKib: kib(all().filter(({ type }) => type === "Script")) }),
    files: () => all().sort((a, b) => b.bytes - a.bytes),
  };
}

// Both run in the page.
function observe() {
  const seen = { fcp: 0, lcp: 0, cls: 0, long: [] };
  window.benchSeen = seen;
  const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on("paint", (entry) => entry.name === "first-contentful-paint" && (seen.fcp = entry.startTime));
  on("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  on("layout-shift", (entry) => !entry.hadRecentInput && (seen.cls += entry.value));
  on("longtask", (entry) => seen.long.push([entry.startTime, entry.duration]));
}

function summarise() {
  const { fcp, lcp, cls, long } = window.benchSeen;
  const blocking = long.filter(([start, duration]) => start + duration > fcp).reduce((sum, [, duration]) => sum + duration - 50, 0);
  return {
    fcp: Math.round(fcp),
    lcp: Math.round(lcp),
    tbt: Math.round(blocking),
    cls: Math.round(cls * 1000) / 1000,
    nodes: document.querySelectorAll("*").length,
  };
}
