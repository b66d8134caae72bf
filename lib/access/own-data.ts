import "server-only";
import { notFound } from "next/navigation";
import { addAuditEvent } from "@/db/queries/audit";
import { findOwner, type Owner } from "@/db/queries/own-data";
import { requireFreshSession } from "./viewer";

/** Somebody who showed within ten minutes who they are, and takes a copy of what is kept about them: that is written down first. */
export async function requireOwnExport(what: string): Promise<Owner> {
  const { viewer } = await requireFreshSession("/settings/data");
  const owner = (await findOwner(viewer.id)) ?? notFound();
  await addAuditEvent({ actorId: owner.id, action: "account.export", personId: owner.id, detail: { what } });
  return owner;
}
