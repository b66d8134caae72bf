import type { Viewer } from "@/db/queries/accounts";
import type { SnapshotItem } from "@/db/queries/progress";

export type { SnapshotItem, Viewer };

/** What `GET /api/progress` answers: all that static pages need of the person who looks at them. */
export type Snapshot = { viewer: Viewer | null; epoch: string; items: Record<string, SnapshotItem> };
