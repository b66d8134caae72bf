const RELOADED = "milepost-reloaded";
const PAUSE_MS = 60_000;

/** A newer version runs on the server: load it, unless that would throw away what somebody is typing. At most once a minute. */
export function reloadWhenNothingIsTyped(): void {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < PAUSE_MS || somethingIsTyped()) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}

function somethingIsTyped(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type=checkbox], [type=radio]), textarea");
  return [...fields].some((field) => field.value !== field.defaultValue);
}
