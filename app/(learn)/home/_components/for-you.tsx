"use client";

import { useProgress } from "@/components/progress/use-progress";
import { useLater } from "@/components/ui/use-later";
import type { OutlineItem } from "@/lib/progress/next";

/** The plan and what waits. Comes once the device holds the server's word on them: visitors never fetch it. */
export function ForYou({ outline }: { outline: OutlineItem[] }) {
  const wanted = useProgress(({ view }) => view.standing !== null) ?? false;
  const shown = useLater(() => import("./plan-and-waiting").then(({ PlanAndWaiting }) => () => <PlanAndWaiting outline={outline} />), wanted);
  return wanted && typeof shown !== "string" ? shown : null;
}
