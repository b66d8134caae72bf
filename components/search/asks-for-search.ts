const FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** `/`, Ctrl-K or Cmd-K, unless it is typed into a field or a dialog is open. */
export function asksForSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || !(event.target instanceof Element)) return false;
  // First of all: a field that the browser fills in sends keys without a name.
  if (event.target.matches(FIELD) || document.querySelector(":modal")) return false;
  const command = event.ctrlKey || event.metaKey;
  return event.key === "/" ? !command : event.key === "k" && command;
}
