import type { ActionResult } from "@/lib/action-result";

/**
 * Sends a file as evidence. `seen`: as the form has it. `fresh`: the page is to be asked for again, as there is another draft now. Rejects when the
 * server was not reached.
 */
export async function upload(itemId: string, file: File, { then, seen }: { then: string; seen: string }): Promise<{ answer: ActionResult; fresh: boolean }> {
  const response = await fetch(`/api/evidence/${itemId}?${new URLSearchParams({ name: file.name, then, seen }).toString()}`, {
    method: "POST",
    // What a file is, the server finds out by itself.
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  const said = response.headers.get("content-type")?.startsWith("application/json");
  const answer: ActionResult = said ? await response.json() : { ok: false, message: `The server did not take ${file.name}. It is still chosen; try again in a moment.` };
  return { answer, fresh: answer.ok || response.status === 412 };
}
