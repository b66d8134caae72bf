import { askForSnapshot, withinPatience } from "./ask-server";
import { newOperationId } from "./operation-id";
import { NOBODY, openOutbox, type KeptOperation, type Outbox } from "./outbox";
import type { ProgressAnswer, RecordProgress } from "./record";
import { createSender, type Sent } from "./sender";
import type { Snapshot, Viewer } from "./snapshot";
import { STRENGTH, type ItemState } from "./states";
import { keptWhere, viewOf, type ProgressView } from "./view";

const MOST_AT_ONCE = 200;
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

export type DeviceStatus = {
  view: ProgressView;
  /** The device was read; before that nothing is known. */
  opened: boolean;
  online: boolean;
  /** Whether the browser keeps changes: `none`: it has no storage for us; `full`: the last change did not fit. */
  storage: "kept" | "none" | "full";
  /** The server said that this device's account is gone. */
  erased: boolean;
};

export type DeviceOptions = {
  record: RecordProgress;
  /** Names the build: what one build was refused, the next tries again. */
  build: string;
  onChange: (status: DeviceStatus) => void;
  /** Whether an error says that the server no longer knows the action: a newer version runs there. */
  isStale: (error: unknown) => boolean;
  onStale: () => void;
  /** Who is here has signed out in another tab, or was seen again by going back: what the server drew for them is still on the page. */
  onLeft: () => void;
};

export type ProgressDevice = ReturnType<typeof createDevice>;

/**
 * One learner's progress as this browser holds it. A change is shown at once, kept in IndexedDB, and sent by the server action when
 * there is an account and a connection; it is sent until the server answers `recorded` for its id.
 */
export function createDevice({ record, build, onChange, isStale, onStale, onLeft }: DeviceOptions) {
  const otherTabs = new BroadcastChannel("milepost-progress");
  const sender = createSender({ waits: () => waiting().length > 0, send: sendBatch });
  /** Made in this document before anybody said who is signed in. */
  const undecided = new Set<string>();
  /** Changes that the browser has not said to be on disk: a read of the disk must not take them away. */
  const unkept = new Map<string, KeptOperation>();
  /** Refused since this document was loaded: whichever build it was, it is not asked again before the next one. */
  const refusedHere = new Set<string>();

  let outbox: Outbox | null = null;
  let viewer: Viewer | null = null;
  let viewerKnown = false;
  let snapshot: Snapshot | null = null;
  let etag = "";
  let operations = new Map<string, KeptOperation>();
  let opening: Promise<void> | null = null;
  let opened = false;
  let online = true;
  let storage: DeviceStatus["storage"] = "kept";
  let erased = false;
  /** Counts questions about who is here: an answer that was overtaken by that to a later one says what was before. */
  let asked = 0;
  let heard = 0;
  /** Counts what makes an answer or a read that was begun before it out of date. */
  let era = 0;
  /** Counts sign-outs on this device, in any tab: an answer from before one is about somebody who left. */
  let departures = 0;
  /** The disk did not take the server's last answer, which this tab then knows better. */
  let ahead = false;

  function status(): DeviceStatus {
    return { view: viewOf(viewer, snapshot, operations.values()), opened, online, storage, erased };
  }

  const changed = () => onChange(status());
  const tellOtherTabs = (left: string | null = null) => otherTabs.postMessage({ left });
  const open = () => (opening ??= readDevice());

  async function readDevice(): Promise<void> {
    try {
      outbox = await openOutbox();
      await outbox.remove((o) => o.recordedAt !== undefined && o.recordedAt < Date.now() - KEEP_MS);
      await takeFrom(outbox);
    } catch (error) {
      console.warn("This browser keeps nothing for Milepost.", error);
      storage = "none";
    }
    opened = true;
    changed();
  }

  async function takeFrom(source: Outbox): Promise<void> {
    let begun = era;
    let held = await source.read();
    while (begun !== era) {
      begun = era;
      held = await source.read();
    }
    if (!ahead) {
      viewer = held.viewer;
      viewerKnown ||= held.viewer !== null;
      snapshot = held.kept?.snapshot ?? null;
      etag = held.kept?.etag ?? "";
    }
    operations = new Map([...held.operations.map((o) => [o.opId, revived(o)] as const), ...unkept]);
  }

  /** Refused by another build, or recorded before a restore: it waits again. */
  function revived(operation: KeptOperation): KeptOperation {
    const { opId, itemId, state, clock, at, owner, recordedIn, refused, refusedBy } = operation;
    const waiting = { opId, itemId, state, clock, at, owner };
    if (refused !== undefined && refusedBy !== build && !refusedHere.has(opId)) return waiting;
    const restored = recordedIn !== undefined && snapshot !== null && recordedIn !== snapshot.epoch;
    return restored && owner === viewer?.id ? waiting : operation;
  }

  async function reread(): Promise<void> {
    await open();
    if (outbox) await takeFrom(outbox);
    changed();
  }

  /** Another tab changed what the device holds; `left` has signed out there. */
  async function hear(left: string | null): Promise<void> {
    const here = left !== null && viewer?.id === left;
    if (left !== null) await drop(left, (o) => o.recordedIn !== undefined);
    await reread();
    if (here && keepsAll()) onLeft();
  }

  /** Whether all changes of this tab are on the disk or with the server: a reload loses none. */
  function keepsAll(): boolean {
    return [...unkept.values()].every((operation) => keptWhere(operation) === "server");
  }

  /** Asks the server who is here and what it knows. Answers whether it could be reached: without it what the device holds stays. */
  async function refresh(): Promise<boolean> {
    await open();
    const before = departures;
    const turn = ++asked;
    const answer = await askForSnapshot(etag);
    if (before !== departures) return refresh();
    if (turn > heard) {
      heard = turn;
      if (answer === "erased") await forgetErased();
      else if (typeof answer === "object") await receive(answer.snapshot, answer.etag);
    }
    changed();
    void sender.flush();
    return answer !== "unreachable";
  }

  /** Somebody has just signed in: what this document ticked before is asked about like the rest. Answers whether the server says who they are. */
  async function arrive(): Promise<boolean> {
    undecided.clear();
    await refresh();
    return viewer !== null;
  }

  async function receive(received: Snapshot, receivedEtag: string): Promise<void> {
    era += 1;
    const firstAnswer = !viewerKnown;
    viewer = received.viewer;
    viewerKnown = true;
    snapshot = received;
    etag = receivedEtag;
    operations = new Map([...operations].map(([opId, operation]) => [opId, revived(operation)]));
    const kept = { snapshot: received, etag: receivedEtag };
    ahead = !(await write((disk) => (received.viewer ? disk.saveSnapshot(kept) : disk.saveNobody())));
    if (!received.viewer) return;

    const empty = Object.keys(received.items).length === 0;
    if (empty) await adopt(() => true);
    else if (firstAnswer && undecided.size > 0) await adopt((operation) => undecided.has(operation.opId));
  }

  /** Sets an item's state: shown at once, then kept, then sent. Answers whether that changed anything. */
  async function setState(itemId: string, state: ItemState): Promise<boolean> {
    await open();
    const item = status().view.items[itemId];
    if ((item?.state ?? "todo") === state) return false;
    const operation: KeptOperation = {
      opId: newOperationId(),
      itemId,
      state,
      clock: 1 + (item?.clock ?? 0),
      at: new Date().toISOString(),
      owner: viewer?.id ?? NOBODY,
    };
    if (!viewerKnown) undecided.add(operation.opId);
    operations.set(operation.opId, operation);
    unkept.set(operation.opId, operation);
    changed();
    // Also what did not fit before.
    const pending = [...unkept.values()];
    if (await write((disk) => disk.put(pending))) {
      for (const put of pending) if (unkept.get(put.opId) === put) unkept.delete(put.opId);
      if (storage === "full" && unkept.size === 0) {
        storage = "kept";
        changed();
      }
      tellOtherTabs();
    }
    void sender.flush();
    return true;
  }

  /** Whether the browser took it. What it did not take stays in this tab, and is not called kept. */
  async function write(work: (disk: Outbox) => Promise<void>): Promise<boolean> {
    if (!outbox) return false;
    try {
      await work(outbox);
      return true;
    } catch (error) {
      console.warn("This browser has no room left for Milepost.", error);
      storage = "full";
      changed();
      return false;
    }
  }

  /**
   * Gives what was ticked before signing in to the viewer's account, with clocks above those the account knows. Where it ends with no more
   * than the account says, it was not a change of that, which this person did not see: then the account's word stays.
   */
  async function adopt(chosen: (operation: KeptOperation) => boolean = () => true): Promise<void> {
    const owner = viewer?.id;
    if (owner === undefined) return;
    const { items } = status().view;
    const renew = (unowned: KeptOperation[]) => {
      const clocks = new Map<string, number>();
      const inOrder = unowned.filter(chosen).sort((a, b) => a.clock - b.clock || (a.opId < b.opId ? -1 : 1));
      const ends = new Map(inOrder.map(({ itemId, state }) => [itemId, state]));
      return inOrder.map((operation) => {
        const known = items[operation.itemId];
        const end = ends.get(operation.itemId) ?? operation.state;
        if (known && STRENGTH[end] <= STRENGTH[known.state]) {
          // Nor does what was on the way there stand beside it: of two with one clock the stronger state decides.
          const state = STRENGTH[operation.state] > STRENGTH[known.state] ? end : operation.state;
          return { ...operation, owner, state, clock: Math.max(1, Math.min(operation.clock, known.clock)) };
        }
        const clock = 1 + (clocks.get(operation.itemId) ?? items[operation.itemId]?.clock ?? 0);
        clocks.set(operation.itemId, clock);
        return { ...operation, owner, clock };
      });
    };
    if (await write((disk) => disk.adopt(renew))) {
      await reread();
      tellOtherTabs();
    }
    // What only this tab has.
    const here = outbox ? unkept.values() : operations.values();
    for (const operation of renew([...here].filter((o) => o.owner === NOBODY))) {
      operations.set(operation.opId, operation);
      if (outbox) unkept.set(operation.opId, operation);
    }
    changed();
    void sender.flush();
  }

  /** Throws away what was ticked before signing in. Only when the person said so. */
  async function discardUnclaimed(): Promise<void> {
    await write((disk) => disk.remove((o) => o.owner === NOBODY));
    operations = new Map([...operations].filter(([, operation]) => operation.owner !== NOBODY));
    for (const [opId, operation] of unkept) if (operation.owner === NOBODY) unkept.delete(opId);
    changed();
    tellOtherTabs();
  }

  /** The ids of the viewer's changes that the server does not have. */
  function unsent(): string[] {
    const owner = viewer?.id;
    return [...operations.values()].filter((o) => o.owner === owner && keptWhere(o) !== "server").map((o) => o.opId);
  }

  /**
   * Takes the viewer off this device: what the server has, and the changes the person agreed to lose. A change made meanwhile stays,
   * hidden, until its owner signs in again.
   */
  async function forget(agreed: readonly string[]): Promise<void> {
    const owner = viewer?.id;
    const lost = new Set(agreed);
    if (owner === undefined) return;
    await drop(owner, (o) => o.recordedIn !== undefined || lost.has(o.opId));
    changed();
    tellOtherTabs(owner);
  }

  async function forgetErased(): Promise<void> {
    erased ||= viewer !== null;
    const owner = viewer?.id;
    if (owner !== undefined) {
      await drop(owner, () => true);
      tellOtherTabs(owner);
    }
    changed();
  }

  async function drop(owner: string, mayLose: (operation: KeptOperation) => boolean): Promise<void> {
    era += 1;
    departures += 1;
    const gone = (o: KeptOperation) => o.owner === owner && mayLose(o);
    operations = new Map([...operations].filter(([, operation]) => !gone(operation)));
    for (const [opId, operation] of unkept) if (gone(operation)) unkept.delete(opId);
    if (viewer?.id === owner) {
      viewer = null;
      snapshot = null;
      etag = "";
      ahead = false;
    }
    await write((disk) => disk.forget(owner, mayLose));
  }

  function waiting(): KeptOperation[] {
    if (!viewer || !online) return [];
    const { id } = viewer;
    return [...operations.values()].filter((o) => o.owner === id && keptWhere(o) === "device").sort((a, b) => a.clock - b.clock);
  }

  async function sendBatch(): Promise<Sent> {
    const batch = waiting().slice(0, MOST_AT_ONCE);
    const owner = viewer?.id;
    if (owner === undefined) return "stop";
    const before = departures;
    let answer: ProgressAnswer;
    try {
      const bare = batch.map(({ opId, itemId, state, clock, at }) => ({ opId, itemId, state, clock, at }));
      answer = await withinPatience(record({ owner, operations: bare }));
    } catch (error) {
      if (isStale(error) && keepsAll()) onStale();
      return "later";
    }
    if (before !== departures) return "stop";
    if (answer.ok) return settle(batch, answer);
    if (answer.reason === "erased") await forgetErased();
    else if (answer.reason === "signed-out" || answer.reason === "other-account") void refresh();
    else return "later";
    return "stop";
  }

  async function settle(batch: KeptOperation[], { answers, epoch, build: refusedBy }: ProgressAnswer & { ok: true }): Promise<Sent> {
    const settled = batch.flatMap((operation, index): KeptOperation[] => {
      const its = answers[index];
      if (its?.answer === "recorded") return [{ ...operation, recordedIn: epoch, recordedAt: Date.now() }];
      if (its?.answer === "refused") return [{ ...operation, refused: its.reason, refusedBy }];
      return [];
    });
    for (const { opId, refused } of settled) if (refused !== undefined) refusedHere.add(opId);
    for (const operation of settled) {
      operations.set(operation.opId, operation);
      if (unkept.has(operation.opId)) unkept.set(operation.opId, operation);
    }
    changed();
    if (settled.length > 0 && (await write((disk) => disk.replace(settled)))) tellOtherTabs();
    // Restored while this page was open: what was recorded before may be missing there.
    if (snapshot !== null && epoch !== snapshot.epoch) void refresh();
    return settled.length === batch.length ? "more" : "later";
  }

  /** Listens to the connection and to other tabs. Returns how to stop. */
  function listen(): () => void {
    const connection = () => {
      online = navigator.onLine;
      changed();
      if (online) void sender.flushNow();
    };
    const shown = () => void (document.visibilityState === "visible" && sender.flush());
    const backAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted && departures > 0 && keepsAll()) onLeft();
    };
    online = navigator.onLine;
    window.addEventListener("online", connection);
    window.addEventListener("offline", connection);
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("pageshow", backAgain);
    otherTabs.onmessage = ({ data }: MessageEvent<{ left: string | null }>) => void hear(data.left);
    return () => {
      window.removeEventListener("online", connection);
      window.removeEventListener("offline", connection);
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("pageshow", backAgain);
      otherTabs.onmessage = null;
      sender.stop();
    };
  }

  return { listen, status, refresh, arrive, setState, adopt: () => adopt(), discardUnclaimed, unsent, forget, keepsAll, flush: sender.flush };
}
