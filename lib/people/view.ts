import { z } from "zod";
import type { PeopleKind, PeopleSearch } from "@/db/queries/people";

/** Who is asked for, as the filter names them. */
export const KINDS: Record<PeopleKind, string> = { admins: "admins", instructors: "instructors", disabled: "disabled" };

/** What the address of the list asks for. A value that cannot be is left out. */
const view = z.object({
  who: z.string().transform((value) => value.toWellFormed().replaceAll("\0", "").normalize("NFC").trim().slice(0, 200)).catch(""),
  kind: z.enum(["admins", "instructors", "disabled"]).nullable().catch(null),
  after: z.uuid().nullable().catch(null),
});

export function readPeopleView(search: Record<string, string | string[] | undefined>): PeopleSearch {
  return view.parse(search);
}

/** The address of a view, at its first page unless another is asked for. */
export function peopleHref({ who, kind }: PeopleSearch, after: string | null = null): string {
  const asked = Object.entries({ who, kind, after }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return asked.length === 0 ? "/admin/people" : `/admin/people?${new URLSearchParams(asked)}`;
}
