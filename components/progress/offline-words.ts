import type { ProgressView } from "@/lib/progress/view";

export function offlineWords({ waiting, viewer }: ProgressView): string {
  if (waiting === 0) return "Reading and ticking go on.";
  const kept = waiting === 1 ? "One change is kept on this device" : `${waiting} changes are kept on this device`;
  return viewer ? `${kept}, sent when you are online.` : `${kept}.`;
}
