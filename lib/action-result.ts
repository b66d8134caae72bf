export type ActionResult = { ok: true } | { ok: false; message: string; fieldErrors?: Record<string, string> };
