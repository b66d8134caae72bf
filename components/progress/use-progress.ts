"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import type { DeviceStatus } from "@/lib/progress/device";
import { NO_ITEM, type ItemView } from "@/lib/progress/view";
import { PROGRESS } from "./progress-provider";

/**
 * What the device knows, or undefined until it has looked. Read straight from the query cache: `useQuery` with its observer would add
 * 5 KB to every page and an observer to each of 168 ticks. A component renders again only when its own selection has changed.
 */
export function useProgress<T>(select: (status: DeviceStatus) => T): T | undefined {
  const queries = useQueryClient();
  const [selection] = useState(() => remember<T>());
  const read = () => {
    const status = queries.getQueryData<DeviceStatus>(PROGRESS);
    return status && selection(status, select);
  };
  return useSyncExternalStore((changed) => queries.getQueryCache().subscribe(changed), read, () => undefined);
}

export function useItem(itemId: string): ItemView {
  return useProgress((status) => status.view.items[itemId]) ?? NO_ITEM;
}

/** Keeps the last selection as long as a new one says the same. */
function remember<T>() {
  let last: { status: DeviceStatus; value: T } | undefined;
  return (status: DeviceStatus, select: (status: DeviceStatus) => T): T => {
    if (last?.status === status) return last.value;
    const value = select(status);
    last = { status, value: last && same(last.value, value) ? last.value : value };
    return last.value;
  };
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}
