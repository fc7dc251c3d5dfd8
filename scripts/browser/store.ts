/** A page or worker of the extension, in which a function can be run. */
export interface ExtensionContext {
  /** Only the function's text goes there; argument and result are plain data. */
  evaluate: <Value, Argument = void>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ) => Promise<Value>;
}

/** What tests and the demo look at in the extension's own database. */
export interface StoreCounts {
  captures: number;
  cases: number;
  blobs: number;
  log: number;
  /** State of each job, oldest first. */
  jobs: { kind: string; state: string; errorCode: string | null }[];
}

/** Reads the extension's database through its worker or a page of it, without the extension's code. */
export function readStore(worker: ExtensionContext): Promise<StoreCounts> {
  return worker.evaluate(async () => {
    const open = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await open(indexedDB.open('dispute-dossier'));
    try {
      const transaction = db.transaction(['captures', 'cases', 'blobs', 'log', 'jobs']);
      const count = (name: string) => open(transaction.objectStore(name).count());
      const [captures, cases, blobs, log] = await Promise.all(['captures', 'cases', 'blobs', 'log'].map(count));
      const jobs = await open(transaction.objectStore('jobs').getAll());
      return {
        captures: captures ?? 0,
        cases: cases ?? 0,
        blobs: blobs ?? 0,
        log: log ?? 0,
        jobs: jobs
          .sort((a, b) => a.startedAt - b.startedAt)
          .map(({ kind, state, errorCode }) => ({ kind, state, errorCode })),
      };
    } finally {
      db.close();
    }
  });
}
