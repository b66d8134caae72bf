import { z } from "zod";
import { day } from "@/lib/calendar/date-input";
import type { AuditAction } from "./words";

/** What can be acted on: the first part of an action. */
type ResourceOf<Action extends string> = Action extends `${infer Resource}.${string}` ? Resource : never;
type AuditedResource = ResourceOf<AuditAction>;

/** What was acted on, as the filter names it. */
export const RESOURCES: Record<AuditedResource, string> = {
  account: "accounts",
  address: "addresses",
  announcement: "announcements",
  application: "applications",
  audit: "this record",
  cohort: "cohorts",
  enrollment: "enrollments",
  evidence: "evidence",
  grid: "grids",
  instructor: "instructors",
  invitation: "invitations",
  items: "items pages",
  learner: "learners’ pages",
  learners: "lists of learners",
  mail: "mail that waits",
  message: "messages written",
  messages: "messages read",
  note: "notes",
  passkey: "passkeys",
  password: "passwords",
  people: "lists of people",
  person: "people and their roles",
  print: "print views",
  "recovery-code": "recovery codes",
  reviews: "reviews",
  roster: "rosters",
  session: "sign-ins and sign-outs",
  settings: "settings of the installation",
  signals: "lists of who is stuck",
  source: "sources of listings",
  waiver: "waivers",
};

/** What the address of the record asks for. A value that cannot be is left out. */
const view = z.object({
  /** A part of the name or address of who did it, or of whom it was about. */
  who: z.string().transform((value) => value.toWellFormed().replaceAll("\0", "").normalize("NFC").trim().slice(0, 200)).catch(""),
  what: z.string().refine(isResource).nullable().catch(null),
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
  /** The event before which a page begins. */
  before: z.uuid().nullable().catch(null),
});

export type AuditView = z.infer<typeof view>;

export function readAuditView(search: Record<string, string | string[] | undefined>): AuditView {
  return view.parse(search);
}

/** The address of a view, at its first page unless another is asked for. */
export function auditHref(path: string, { who, what, from, to }: AuditView, before: string | null = null): string {
  const asked = Object.entries({ who, what, from, to, before }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}

function isResource(value: string): value is AuditedResource {
  return Object.hasOwn(RESOURCES, value);
}
