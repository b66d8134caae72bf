import { expect, test } from "vitest";
import type { KeptOperation } from "./outbox";
import type { Snapshot } from "./snapshot";
import { viewOf } from "./view";

const sneha = { id: "s", name: "Sneha", teaches: false, admin: false };
const snapshot: Snapshot = {
  viewer: sneha,
  epoch: "e1",
  items: { a: { state: "doing", clock: 2, opId: "05", at: "2026-11-01T10:00:00Z", level: 3 } },
};
const kept = (change: Partial<KeptOperation>): KeptOperation => ({
  opId: "07",
  itemId: "a",
  state: "done",
  clock: 3,
  at: "2026-11-02T10:00:00Z",
  owner: "s",
  ...change,
});

test("a change on the device is shown over the snapshot and said to be only there; the proof level stays", () => {
  const view = viewOf(sneha, snapshot, [kept({})]);
  expect(view.items.a).toMatchObject({ state: "done", kept: "device", level: 3 });
  expect(view.waiting).toBe(1);
});

test("a recorded change is on the server, a refused one is visibly not saved", () => {
  expect(viewOf(sneha, snapshot, [kept({ recordedIn: "e1" })]).items.a?.kept).toBe("server");
  const refused = viewOf(sneha, snapshot, [kept({ refused: "The roadmap has no item of this name." })]);
  expect(refused.items.a).toMatchObject({ kept: "refused", reason: "The roadmap has no item of this name." });
  expect(refused).toMatchObject({ waiting: 0, refused: 1 });
});

test("a late change that does not decide changes nothing that is shown", () => {
  expect(viewOf(sneha, snapshot, [kept({ clock: 1 })]).items.a).toMatchObject({ state: "doing", kept: "server" });
});

test("another person's changes are never shown", () => {
  const view = viewOf(sneha, snapshot, [kept({ owner: "somebody else" })]);
  expect(view.items.a?.state).toBe("doing");
  expect(view).toMatchObject({ waiting: 0, ofOthers: 1 });
});

test("signed out, only changes of nobody are shown, and no snapshot", () => {
  const view = viewOf(null, snapshot, [kept({ owner: "", itemId: "b" }), kept({ opId: "08" })]);
  expect(Object.keys(view.items)).toEqual(["b"]);
  expect(view).toMatchObject({ waiting: 1, unclaimed: 0, ofOthers: 1 });
});

test("changes of nobody wait for one question when somebody is signed in", () => {
  expect(viewOf(sneha, snapshot, [kept({ owner: "", itemId: "b" })])).toMatchObject({ unclaimed: 1, waiting: 0 });
});

test("the plan and what waits are the viewer's, and absent in what an older device holds", () => {
  const standing = { plan: null, waiting: { returned: 0, returnedItem: null, messages: 2, confirm: 0, cohorts: [], listings: 3 }, waived: ["shell-basics"], notice: null };
  expect(viewOf(sneha, { ...snapshot, ...standing }, []).standing).toEqual(standing);
  expect(viewOf(sneha, snapshot, []).standing).toBeNull();
  expect(viewOf({ ...sneha, id: "another" }, { ...snapshot, ...standing }, []).standing).toBeNull();
});
