/** Ends the session at the server, everywhere. Rejects when the server was not reached or could not end it. */
export async function signOutOfSession(): Promise<void> {
  const response = await fetch("/api/session", { method: "DELETE" });
  if (!response.ok) throw new Error(`Signing out was answered ${response.status}.`);
}
