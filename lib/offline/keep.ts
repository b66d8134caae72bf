/** Registers the service worker that keeps the pages, unless the browser saves data. Reports a version that waits, and one that took over. */
export async function keepPages(onNewVersion: (waiting: ServiceWorker) => void, onReplaced: () => void): Promise<void> {
  if (!("serviceWorker" in navigator) || savesData()) return;
  // The pages of the version that goes are thrown away: no tab may stay on it.
  if (navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener("controllerchange", onReplaced);
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  if (registration.waiting) onNewVersion(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // Without a controller it is the first one, which replaces nothing.
      if (worker.state === "installed" && navigator.serviceWorker.controller) onNewVersion(worker);
    });
  });
}

/** Lets the new version take over, and loads it. */
export function loadVersion(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "SKIP_WAITING" });
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }; // Not in every browser, so not in the types.
  return connection?.saveData === true;
}
