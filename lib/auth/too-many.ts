/** How next-auth is told, in its one word for what went wrong; the seconds to wait follow. */
export const TOO_MANY = "too-many-";

/** next-auth answers a refused sign-in 401. One that was not looked at is 429, and says when to come back. */
export async function sayTooMany(answer: Response): Promise<Response> {
  if (answer.status !== 401) return answer;
  const body: unknown = await answer.clone().json().catch(() => null);
  const url = typeof body === "object" && body !== null && "url" in body && typeof body.url === "string" ? body.url : "";
  const error = URL.parse(url)?.searchParams.get("error") ?? "";
  if (!error.startsWith(TOO_MANY)) return answer;
  const headers = new Headers(answer.headers);
  headers.set("Retry-After", error.slice(TOO_MANY.length));
  return new Response(answer.body, { status: 429, headers });
}
