import type { Operation } from "./fold";
import type { Snapshot, Viewer } from "./snapshot";

/** The owner of operations made before signing in. Only these may join an account. */
export const NOBODY = "";

/** An operation as this device holds it. Recorded ones stay for 30 days, to be sent again after a restore. */
export type KeptOperation = Operation & {
  owner: string;
  /** The server has it, under this epoch, since this time of the device (ms). */
  recordedIn?: string;
  recordedAt?: number;
  /** The server refused it, for this reason; tried again by the next version of the application. */
  refused?: string;
  refusedBy?: string;
};

type KeptSnapshot = { snapshot: Snapshot; etag: string };

/** All of one owner's data on this device, and who was last seen signed in here. */
type DeviceContent = { viewer: Viewer | null; kept: KeptSnapshot | null; operations: KeptOperation[] };

const OPERATIONS = "operations";
const SNAPSHOTS = "snapshots";
const VIEWER = "viewer";

/** The browser's own storage for progress. Each method is one transaction, and resolves when the browser says it is on disk. */
export type Outbox = {
  read(): Promise<DeviceContent>;
  put(operations: KeptOperation[]): Promise<void>;
  /** Writes only what is still there: another tab may have signed out meanwhile. */
  replace(operations: KeptOperation[]): Promise<void>;
  saveSnapshot(kept: KeptSnapshot): Promise<void>;
  saveNobody(): Promise<void>;
  /** Gives the operations of nobody to a viewer, with new clocks; two tabs at once do it once. */
  adopt(renew: (unowned: KeptOperation[]) => KeptOperation[]): Promise<void>;
  remove(matches: (operation: KeptOperation) => boolean): Promise<void>;
  /** Takes a person off this device, with those of their operations that may be lost. */
  forget(owner: string, mayLose: (operation: KeptOperation) => boolean): Promise<void>;
};

/** Rejects where the browser gives no storage. */
export async function openOutbox(): Promise<Outbox> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("milepost", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(OPERATIONS, { keyPath: "opId" });
      opening.result.createObjectStore(SNAPSHOTS);
      opening.result.createObjectStore(VIEWER);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error("IndexedDB did not open"));
    opening.onblocked = () => reject(new Error("IndexedDB is held by another tab"));
  });
  // A later version of the application may need to change the stores: do not stand in its way.
  database.onversionchange = () => database.close();

  async function transact<T>(stores: string[], mode: IDBTransactionMode, work: (t: IDBTransaction) => T): Promise<T> {
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB gave up a transaction"));
    });
    const result = work(transaction);
    await ended;
    return result;
  }

  function eachOperation(transaction: IDBTransaction, visit: (operations: KeptOperation[], store: IDBObjectStore) => void) {
    const store = transaction.objectStore(OPERATIONS);
    const all: IDBRequest<KeptOperation[]> = store.getAll();
    all.onsuccess = () => visit(all.result, store);
  }

  return {
    async read() {
      const content = await transact([OPERATIONS, SNAPSHOTS, VIEWER], "readonly", (t) => {
        const read: { viewer?: Viewer; kept?: KeptSnapshot; operations: KeptOperation[] } = { operations: [] };
        eachOperation(t, (operations) => (read.operations = operations));
        const viewer: IDBRequest<Viewer | undefined> = t.objectStore(VIEWER).get(VIEWER);
        viewer.onsuccess = () => {
          read.viewer = viewer.result;
          if (!viewer.result) return;
          const kept: IDBRequest<KeptSnapshot | undefined> = t.objectStore(SNAPSHOTS).get(viewer.result.id);
          kept.onsuccess = () => (read.kept = kept.result);
        };
        return read;
      });
      return { viewer: content.viewer ?? null, kept: content.kept ?? null, operations: content.operations };
    },
    put: (operations) =>
      transact([OPERATIONS], "readwrite", (t) => operations.forEach((operation) => t.objectStore(OPERATIONS).put(operation))),
    replace: (operations) =>
      transact([OPERATIONS], "readwrite", (t) =>
        eachOperation(t, (held, store) => {
          const ids = new Set(held.map((o) => o.opId));
          for (const operation of operations) if (ids.has(operation.opId)) store.put(operation);
        }),
      ),
    saveSnapshot: (kept) =>
      transact([SNAPSHOTS, VIEWER], "readwrite", (t) => {
        const { viewer } = kept.snapshot;
        if (!viewer) return;
        t.objectStore(SNAPSHOTS).put(kept, viewer.id);
        t.objectStore(VIEWER).put(viewer, VIEWER);
      }),
    saveNobody: () => transact([VIEWER], "readwrite", (t) => void t.objectStore(VIEWER).delete(VIEWER)),
    adopt: (renew) =>
      transact([OPERATIONS], "readwrite", (t) =>
        eachOperation(t, (operations, store) => {
          for (const operation of renew(operations.filter((o) => o.owner === NOBODY))) store.put(operation);
        }),
      ),
    remove: (matches) =>
      transact([OPERATIONS], "readwrite", (t) =>
        eachOperation(t, (operations, store) => operations.filter(matches).forEach((o) => store.delete(o.opId))),
      ),
    forget: (owner, mayLose) =>
      transact([OPERATIONS, SNAPSHOTS, VIEWER], "readwrite", (t) => {
        eachOperation(t, (operations, store) => operations.filter((o) => o.owner === owner && mayLose(o)).forEach((o) => store.delete(o.opId)));
        t.objectStore(SNAPSHOTS).delete(owner);
        t.objectStore(VIEWER).delete(VIEWER);
      }),
  };
}
