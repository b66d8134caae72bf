import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findApplication, type Application } from "@/db/queries/applications";
import { isUuid } from "@/lib/typed-text";
import { requireViewer } from "./viewer";

/** An application of the viewer; to everyone else it is not there. */
export const requireOwnApplication = cache(async (id: unknown): Promise<{ viewerId: string; application: Application }> => {
  const viewer = await requireViewer();
  const application = (isUuid(id) && (await findApplication(viewer.id, id))) || notFound();
  return { viewerId: viewer.id, application };
});
