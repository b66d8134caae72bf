import "server-only";
import { addAuditEvent } from "@/db/queries/audit";

/** Somebody did not get in, or did not show that they are who they say: written down before they are told. */
export async function auditRefusal(by: "password" | "passkey" | "recovery code" | "disabled account", userId?: string): Promise<void> {
  await addAuditEvent({ actorId: null, action: "session.refuse", personId: userId, detail: { by } });
}
