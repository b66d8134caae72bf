/**
 * What an action answers. Keys of `fieldErrors` are names of fields; `message` is a sentence for the person; `drawn` is what AsDrawn says of the form
 * from now on.
 */
export type ActionResult = { ok: true; message?: string; drawn?: string } | { ok: false; message: string; fieldErrors?: Record<string, string>; drawn?: string };

/** What a form says when nothing was written. */
export type Refusal = Extract<ActionResult, { ok: false }>;

/** What a form calls. It writes, and answers what became of it. */
export type FormAction = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
