import { askForSnapshot, withinPatience } from "./ask-server";
import { newOperationId } from "./operation-id";
import { NOBODY, openOutbox, type KeptOperation, type Outbox } from "./outbox";
import type { ProgressAnswer, RecordProgress } from "./record";
import { createSender, type Sent } from "./sender";
import type { Snapshot, Viewer } from "./snapshot";
import type { ItemState } from "./states";
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
};

export type ProgressDevice = ReturnType<typeof createDevice>;

/**
 * One learner's progress as this browser holds it. A change is shown at once, kept in IndexedDB, and sent by the server action when
 * there is an account and a connection; it is sent until the server answers `recorded` for its id.
 */
export function createDevice({ record, build, onChange, isStale, onStale }: DeviceOptions) {
  const otherTabs = new BroadcastChannel("milepost-progress");
  const sender = createSender({ waits: () => waiting().length > 0, send: sendBatch });
  /** Made in this document before anybody said who is signed in. */
  const undecided = new Set<string>();

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

  function status(): DeviceStatus {
    return { view: viewOf(viewer, snapshot, operations.values()), opened, online, storage, erased };
  }

  const changed = () => onChange(status());
  const tellOtherTabs = () => otherTabs.postMessage("changed");
  const open = () => (opening ??= readDevice());

  async function readDevice(): Promise<void> {
    try {
      outbox = await openOutbox();
      await outbox.remove((o) => o.recordedIn !== undefined && Date.parse(o.at) < Date.now() - KEEP_MS);
      await takeFrom(outbox);
    } catch (error) {
      console.warn("This browser keeps nothing for Milepost.", error);
      storage = "none";
    }
    opened = true;
    changed();
  }

  async function takeFrom(source: Outbox): Promise<void> {
    const held = await source.read();
    viewer = held.viewer;
    viewerKnown ||= held.viewer !== null;
    snapshot = held.kept?.snapshot ?? null;
    etag = held.kept?.etag ?? "";
    operations = new Map(held.operations.map((o) => [o.opId, revived(o)]));
  }

  /** Refused by another build, or recorded before a restore: it waits again. */
  function revived(operation: KeptOperation): KeptOperation {
    const { recordedIn, refused, refusedBy, ...rest } = operation;
    if (refused !== undefined && refusedBy !== build) return rest;
    const restored = recordedIn !== undefined && snapshot !== null && recordedIn !== snapshot.epoch;
    return restored && rest.owner === viewer?.id ? rest : operation;
  }

  async function reread(): Promise<void> {
    await open();
    if (outbox) await takeFrom(outbox);
    changed();
  }

  /** Asks the server who is here and what it knows. Without a connection what the device holds stays. */
  async function refresh(): Promise<DeviceStatus> {
    await open();
    const answer = await askForSnapshot(etag);
    if (answer === "erased") await forgetErased();
    else if (answer) await receive(answer.snapshot, answer.etag);
    changed();
    void sender.flush();
    return status();
  }

  async function receive(received: Snapshot, receivedEtag: string): Promise<void> {
    const firstAnswer = !viewerKnown;
    viewer = received.viewer;
    viewerKnown = true;
    snapshot = received;
    etag = receivedEtag;
    operations = new Map([...operations].map(([opId, operation]) => [opId, revived(operation)]));
    if (!viewer) return outbox?.saveNobody();

    await outbox?.saveSnapshot({ snapshot, etag });
    const empty = Object.keys(received.items).length === 0;
    if (empty) await adopt(() => true);
    else if (firstAnswer && undecided.size > 0) await adopt((operation) => undecided.has(operation.opId));
  }

  /** Sets an item's state: shown at once, then kept, then sent. Saying the same state again changes nothing. */
  async function setState(itemId: string, state: ItemState): Promise<void> {
    await open();
    const item = status().view.items[itemId];
    if ((item?.state ?? "todo") === state) return;
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
    changed();
    await keep([operation]);
    void sender.flush();
  }

  async function keep(changes: KeptOperation[]): Promise<void> {
    if (!outbox || changes.length === 0) return;
    try {
      await outbox.put(changes);
      tellOtherTabs();
    } catch (error) {
      console.warn("This browser has no room left for Milepost.", error);
      storage = "full";
      changed();
    }
  }

  /** Gives what was ticked before signing in to the viewer's account, with clocks above those the account knows. */
  async function adopt(chosen: (operation: KeptOperation) => boolean = () => true): Promise<void> {
    const owner = viewer?.id;
    if (owner === undefined) return;
    const { items } = status().view;
    const renew = (unowned: KeptOperation[]) => {
      const clocks = new Map<string, number>();
      const inOrder = unowned.filter(chosen).sort((a, b) => a.clock - b.clock || (a.opId < b.opId ? -1 : 1));
      return inOrder.map((operation) => {
        const clock = 1 + (clocks.get(operation.itemId) ?? items[operation.itemId]?.clock ?? 0);
        clocks.set(operation.itemId, clock);
        return { ...operation, owner, clock };
      });
    };
    if (outbox) {
      await outbox.adopt(renew);
      await reread();
      tellOtherTabs();
    } else {
      for (const operation of renew([...operations.values()].filter((o) => o.owner === NOBODY))) operations.set(operation.opId, operation);
      changed();
    }
    void sender.flush();
  }

  /** Throws away what was ticked before signing in. Only when the person said so. */
  async function discardUnclaimed(): Promise<void> {
    await outbox?.remove((o) => o.owner === NOBODY);
    drop(NOBODY);
    changed();
    tellOtherTabs();
  }

  /** Takes everything of the viewer off this device. Call only after it was sent, or the person agreed to lose it. */
  async function forget(): Promise<void> {
    if (viewer) {
      await outbox?.forget(viewer.id);
      drop(viewer.id);
    }
    viewer = null;
    snapshot = null;
    etag = "";
    changed();
    tellOtherTabs();
  }

  async function forgetErased(): Promise<void> {
    erased ||= viewer !== null;
    await forget();
  }

  function drop(owner: string): void {
    operations = new Map([...operations].filter(([, operation]) => operation.owner !== owner));
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
    let answer: ProgressAnswer;
    try {
      const bare = batch.map(({ opId, itemId, state, clock, at }) => ({ opId, itemId, state, clock, at }));
      answer = await withinPatience(record({ owner, operations: bare }));
    } catch (error) {
      if (isStale(error)) onStale();
      return "later";
    }
    if (answer.ok) return settle(batch, answer);
    if (answer.reason === "erased") await forgetErased();
    else if (answer.reason === "signed-out" || answer.reason === "other-account") void refresh();
    else return "later";
    return "stop";
  }

  async function settle(batch: KeptOperation[], { answers, epoch }: ProgressAnswer & { ok: true }): Promise<Sent> {
    const settled = batch.flatMap((operation, index): KeptOperation[] => {
      const its = answers[index];
      if (its?.answer === "recorded") return [{ ...operation, recordedIn: epoch }];
      if (its?.answer === "refused") return [{ ...operation, refused: its.reason, refusedBy: build }];
      return [];
    });
    for (const operation of settled) operations.set(operation.opId, operation);
    changed();
    await keep(settled);
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
    online = navigator.onLine;
    window.addEventListener("online", connection);
    window.addEventListener("offline", connection);
    document.addEventListener("visibilitychange", shown);
    otherTabs.onmessage = () => void reread();
    return () => {
      window.removeEventListener("online", connection);
      window.removeEventListener("offline", connection);
      document.removeEventListener("visibilitychange", shown);
      otherTabs.onmessage = null;
      sender.stop();
    };
  }

  return { listen, status, refresh, setState, adopt: () => adopt(), discardUnclaimed, forget, flush: sender.flush };
}
