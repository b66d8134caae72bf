import { notFound } from "next/navigation";
import type { z } from "zod";
import type { ActionResult } from "./action-result";

/** What came as a form. A call may hold anything in its place: then there is nothing here, as an empty form can mean something. */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : notFound();
}

/** What came as data, as JSON has it. React gives an action more than that: references that fail at the first look. */
export function dataOf(sent: unknown): unknown {
  try {
    const written: unknown = JSON.stringify(sent);
    return typeof written === "string" ? JSON.parse(written) : null;
  } catch {
    return null;
  }
}

/** The fields of a form, without those that say what it is about. */
export function fieldsOf(form: FormData, about: readonly string[] = []): Record<string, FormDataEntryValue> {
  return Object.fromEntries([...form].filter(([name]) => !about.includes(name)));
}

/** What was wrong, each beside its field. */
export function refusal(message: string, error: z.core.$ZodError): ActionResult {
  return { ok: false, message, fieldErrors: Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message] as const).reverse()) };
}
