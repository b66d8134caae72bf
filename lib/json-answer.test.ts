import { notFound, redirect } from "next/navigation";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answerJson, jsonRoute, refuseJson } from "./json-answer";

const ask = async (handle: () => Response) => jsonRoute(() => Promise.resolve().then(handle))(new Request("http://localhost/api/x"), null);

describe("a JSON route", () => {
  afterEach(() => vi.restoreAllMocks());

  test("says no in one way, and lets no cache keep it", async () => {
    const answer = refuseJson(400, "Rename it.", { fieldErrors: { file: "Too long." } });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([400, "private, no-store"]);
    expect(await answer.json()).toEqual({ ok: false, message: "Rename it.", fieldErrors: { file: "Too long." } });
  });

  test("answers what it was made to answer", async () => {
    expect(await (await ask(() => answerJson({ points: 3 }))).json()).toEqual({ points: 3 });
  });

  test("says it when nothing is there for this person", async () => {
    const answer = await ask(() => notFound());
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ ok: false });
  });

  test("tells the log of a fault and the browser nothing of it", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const fault = new Error('Failed query: select "email" from "users" params: a@example.org');
    const answer = await ask(() => {
      throw fault;
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ ok: false, message: "The server could not do this. Try again in a minute." });
    expect(log).toHaveBeenCalledWith(expect.any(String), "GET", expect.any(String), fault);
  });

  test("leaves a redirect to Next", async () => {
    await expect(ask(() => redirect("/sign-in"))).rejects.toThrow("NEXT_REDIRECT");
  });
});
