"use server";

import { refresh } from "next/cache";
import { findPerson } from "@/db/queries/people";
import { saveDisabled, saveRoles, type Roles } from "@/db/queries/person-changes";
import { endSessionsOf } from "@/db/queries/sessions";
import { requireAdmin, requireFreshAdmin } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf } from "@/lib/form-input";
import { drawnOf, personInput, rolesInput } from "@/lib/people/input";
import { readUuid } from "@/lib/typed-text";

const WRONG: ActionResult = { ok: false, message: "Nothing was changed. Load the page again and try once more." };

function sayRoles({ instructor, admin }: Roles): string {
  const roles = [instructor && "an instructor", admin && "an admin"].filter(Boolean).join(" and ");
  return `By now the person is ${roles || "neither instructor nor admin"}.`;
}

/** Where the admin comes back to after showing who they are. */
const pageOf = (form: FormData) => `/admin/people/${readUuid(form.get("person")) ?? ""}`;

export async function giveRoles(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin(pageOf(form));
  const parsed = rolesInput.safeParse(fieldsOf(form));
  if (!parsed.success) return WRONG;

  const { person: id, drawn, ...roles } = parsed.data;
  const changed = await saveRoles(admin.id, id, { ...roles, was: drawn });
  refresh();
  if (changed) return { ok: true, message: "Saved, and signed out everywhere.", drawn: drawnOf(roles) };
  const person = await findPerson(id);
  // Sent again, as no answer came.
  if (drawn && person && drawnOf(person) === drawnOf(roles) && drawnOf(drawn) !== drawnOf(roles)) return { ok: true, message: "These are the roles by now.", drawn: drawnOf(roles) };
  if (drawn && person && drawnOf(person) !== drawnOf(drawn)) {
    return { ok: false, message: `Nothing was changed: the roles were changed elsewhere since you opened this page. ${sayRoles(person)} Save again to give these.`, drawn: drawnOf(person) };
  }
  return { ok: false, message: "Nothing was changed: these are the roles already, or no admin would be left." };
}

export async function disablePerson(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin(pageOf(form));
  const parsed = personInput.safeParse(fieldsOf(form));
  if (!parsed.success) return WRONG;
  if (parsed.data.person === admin.id) return { ok: false, message: "This is your own account. Another admin can disable it." };

  await saveDisabled(admin.id, parsed.data.person, true);
  refresh();
  return { ok: true, message: "Disabled, and signed out everywhere." };
}

export async function enablePerson(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireFreshAdmin(pageOf(form));
  const parsed = personInput.safeParse(fieldsOf(form));
  if (!parsed.success) return WRONG;

  await saveDisabled(admin.id, parsed.data.person, false);
  refresh();
  return { ok: true, message: "Let in again." };
}

export async function signPersonOut(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireAdmin();
  const parsed = personInput.safeParse(fieldsOf(form));
  if (!parsed.success) return WRONG;

  await endSessionsOf(parsed.data.person, admin.id);
  refresh();
  return { ok: true, message: "Signed out everywhere." };
}
