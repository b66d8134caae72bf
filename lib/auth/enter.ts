export type Entered = "in" | "no-match" | "too-many" | "disabled" | "unavailable";

/** Signs in at next-auth's own addresses, without its client: that one leaves the page when there is no connection. */
export async function enter(provider: "password" | "demo", credentials: Record<string, string>): Promise<Entered> {
  try {
    const answer = await post(`/api/auth/callback/${provider}`, credentials);
    if (answer.ok) return "in";
    const error = URL.parse(answer.url)?.searchParams.get("error");
    if (error?.startsWith("too-many")) return "too-many";
    if (error === "disabled") return "disabled";
    return error === "CredentialsSignin" ? "no-match" : "unavailable";
  } catch (error) {
    console.warn("Signing in did not reach the server.", error);
    return "unavailable";
  }
}

/** Where another service asks its users to sign in. Rejects when our server was not reached. */
export async function addressOfService(provider: string, callbackUrl: string): Promise<string> {
  const answer = await post(`/api/auth/signin/${provider}`, { callbackUrl });
  return answer.url;
}

async function post(path: string, fields: Record<string, string>): Promise<{ ok: boolean; url: string }> {
  const csrf = await fetch("/api/auth/csrf");
  if (!csrf.ok) throw new Error(`The token was answered ${csrf.status}.`);
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const response = await fetch(path, { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) });
  const { url }: { url: string } = await response.json();
  // A refused token is answered 200 as well, and said in the address alone.
  const said = URL.parse(url)?.searchParams;
  return { ok: response.ok && !said?.has("error") && !said?.has("csrf"), url };
}
