import type { Viewer } from "@/db/queries/accounts";
import type { Standing } from "@/db/queries/plans";
import type { SnapshotItem } from "@/db/queries/progress";

export type { Standing, Viewer };

/**
 * What `GET /api/progress` answers: all that static pages need of the person who looks at them. Nobody has no plan and nothing that waits;
 * a device may also hold an answer of before there were any.
 */
export type Snapshot = { viewer: Viewer | null; epoch: string; items: Record<string, SnapshotItem> } & Partial<Standing>;
