import "server-only";
import { uuidv7 } from "uuidv7";
import { db } from "@/db/client";
import { audit } from "@/db/schema/audit";

/** `action` is resource.action, as "learner.read". */
export type AuditEvent = { actorId: string; action: string; personId?: string; cohortId?: string; detail?: Record<string, string | number> };

export async function addAuditEvent(event: AuditEvent): Promise<void> {
  await db.insert(audit).values({ id: uuidv7(), ...event });
}
