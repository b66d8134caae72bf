/** Ends the session at the server, or every session of the person. Rejects when the server was not reached or could not end it. */
export async function signOutOfSession(everywhere: boolean): Promise<void> {
  const response = await fetch(everywhere ? "/api/sessions" : "/api/session", { method: "DELETE" });
  if (!response.ok) throw new Error(`Signing out was answered ${response.status}.`);
}
