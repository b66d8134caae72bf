/** Ends the session at the server, everywhere. Rejects when the server was not reached or did not agree. */
export async function signOutOfSession(): Promise<void> {
  const { csrfToken } = await askJson("/api/auth/csrf");
  const response = await fetch("/api/auth/signout", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: "/", json: "true" }),
  });
  if (!response.ok) throw new Error(`Signing out was answered ${response.status}.`);
}

async function askJson(path: string): Promise<{ csrfToken: string }> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return response.json();
}
