import { z } from "zod";
import { uuid } from "@/lib/typed-text";

/** A box that is ticked is sent, one that is not is left out. */
const box = z.literal("on").optional().transform((value) => value === "on");

export const rolesInput = z.strictObject({ person: uuid, instructor: box, admin: box });

export const personInput = z.strictObject({ person: uuid });
