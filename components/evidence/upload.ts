import type { ActionResult } from "@/lib/action-result";

/** Sends a file as evidence. Rejects when the server was not reached. */
export async function upload(itemId: string, file: File, then: string): Promise<ActionResult> {
  const response = await fetch(`/api/evidence/${itemId}?${new URLSearchParams({ name: file.name, then }).toString()}`, {
    method: "POST",
    // What a file is, the server finds out by itself.
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  if (response.headers.get("content-type")?.startsWith("application/json")) return response.json();
  return { ok: false, message: `The server did not take ${file.name}. It is still chosen; try again in a moment.` };
}
