import { z } from "zod";
import { uuid } from "@/lib/typed-text";

/** A box that is ticked is sent, one that is not is left out. */
const box = z.literal("on").optional().transform((value) => value === "on");

/** The roles that the form was drawn with: see components/ui/as-drawn.tsx. A page of before said nothing of them. */
const drawn = z
  .enum(["none", "instructor", "admin", "both"])
  .transform((roles) => ({ instructor: roles === "instructor" || roles === "both", admin: roles === "admin" || roles === "both" }))
  .optional();

export const rolesInput = z.strictObject({ person: uuid, instructor: box, admin: box, drawn });

/** Names a person’s roles, for a form that is drawn with them. */
export function drawnOf({ instructor, admin }: { instructor: boolean; admin: boolean }): string {
  if (instructor) return admin ? "both" : "instructor";
  return admin ? "admin" : "none";
}

export const personInput = z.strictObject({ person: uuid });
