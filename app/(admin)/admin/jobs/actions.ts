"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { applyImport, closeSource, endImport } from "@/db/queries/job-imports";
import { addSource, findHeldImport, findSourceByName, saveSource } from "@/db/queries/job-sources";
import { auditSource, requireAdmin, requireSource } from "@/lib/access/admin";
import type { ActionResult } from "@/lib/action-result";
import { fieldsOf, formOf, refusal } from "@/lib/form-input";
import { importOne, importSource } from "@/lib/jobs/importer";
import { sourceChangeInput, sourceInput, sourceStateInput, typedListingInput } from "@/lib/jobs/input";
import { sayImport } from "@/lib/jobs/say-import";
import { listingOfTyped } from "@/lib/jobs/typed-listing";

export async function makeSource(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireAdmin();
  const parsed = sourceInput.safeParse(fieldsOf(form, ["source"]));
  if (!parsed.success) return refusal("The source was not added yet. What you typed is kept.", parsed.error);

  await auditSource(admin, "add", parsed.data);
  const source = await addSource({ ...parsed.data, addedBy: admin.id });
  if (!source) return { ok: false, message: "There is a source with this address already.", fieldErrors: { address: "This address is read already." } };
  redirect(`/admin/jobs/${source.id}`);
}

export async function saveSourceFields(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  const parsed = sourceChangeInput.safeParse(fieldsOf(form, ["source"]));
  if (!parsed.success) return refusal("The source was not saved yet. What you typed is kept.", parsed.error);

  await auditSource(admin, "change", source);
  await saveSource(source.id, { name: parsed.data.name, intervalMinutes: parsed.data.interval });
  refresh();
  return { ok: true };
}

export async function saveSourceState(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  const parsed = sourceStateInput.safeParse(fieldsOf(form, ["source"]));
  if (!parsed.success) return { ok: false, message: "Nothing was changed." };
  if (source.state === "held") return { ok: false, message: "Decide first about the reading that is held." };

  await auditSource(admin, "change", source);
  await saveSource(source.id, { state: parsed.data.state });
  refresh();
  return { ok: true, message: parsed.data.state === "on" ? "It is read again." : "Paused." };
}

export async function readSource(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  if (source.state === "held") return { ok: false, message: "Decide first about the reading that is held." };

  await auditSource(admin, "read", source);
  const answer = await importSource(source, admin.id);
  refresh();
  return sayImport(answer);
}

export async function releaseHeld(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  const held = await findHeldImport(source.id);
  if (!held) return { ok: false, message: "No reading is held any more." };

  await auditSource(admin, "release", source);
  const counts = await applyImport(source.id, held, { whole: true });
  await saveSource(source.id, { state: "on" });
  refresh();
  return counts ? sayImport({ outcome: "done", counts, bad: [] }) : { ok: false, message: "No reading is held any more." };
}

export async function dropHeld(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  const held = await findHeldImport(source.id);
  if (!held) return { ok: false, message: "No reading is held any more." };

  await auditSource(admin, "drop", source);
  await endImport(source.id, held, "dropped", "Dropped by an admin. The listings stayed as they were.");
  await saveSource(source.id, { state: "on" });
  refresh();
  return { ok: true, message: "Dropped. The listings stayed as they were." };
}

export async function closeListings(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const { admin, source } = await requireSource(form.get("source"));
  if (source.state === "held") return { ok: false, message: "Decide first about the reading that is held." };

  await auditSource(admin, "close", source);
  const closed = await closeSource(source.id);
  refresh();
  return { ok: true, message: closed === 1 ? "1 listing closed." : `${closed.toLocaleString("en-IN")} listings closed.` };
}

const TYPED = { name: "Typed in by hand", format: "by-hand", address: null, intervalMinutes: 1440 } as const;

export async function typeListing(_previous: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const admin = await requireAdmin();
  const parsed = typedListingInput.safeParse(fieldsOf(form, ["source"]));
  if (!parsed.success) return refusal("The listing was not added yet. What you typed is kept.", parsed.error);

  const source = (await findSourceByName(TYPED.format, TYPED.name)) ?? (await addSource({ ...TYPED, addedBy: admin.id }));
  if (!source) return { ok: false, message: "The listing was not added. Send it again in a moment." };
  await auditSource(admin, "type", source);
  const answer = await importOne(source, listingOfTyped(parsed.data), admin.id);
  return answer.outcome === "done" ? { ok: true, message: answer.counts.added > 0 ? "Added. It stands under Jobs." : "This address was typed before: the listing is changed." } : sayImport(answer);
}
