import { liveQuery, type Subscription } from 'dexie';
import { type ListedCase, listCase } from '../cases/list/listed.ts';
import type { Case } from '../cases/types.ts';
import { sortByRank } from '../cases/view.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from '../storage/db.ts';
import { renewOrder } from '../storage/renew-order.ts';

/** The list of cases as far as it has been read. */
export interface CaseListState {
  /** By what runs out first. */
  cases: readonly ListedCase[];
  /** How many there are; more than `cases` while the list is still being read. */
  total: number | null;
}

/** What fits on the first screens is read and drawn before the thousands behind it. */
const FIRST = 60;
const CHUNK = 250;

/**
 * All cases of the database for one screen: the first ones at once, the others in parts with pauses for the user between
 * them. What changes is read again by itself, not with everything else.
 */
export class CaseList {
  private readonly db: DossierDb;
  private readonly entries = new Map<string, ListedCase>();
  private readonly listeners = new Set<() => void>();
  private state: CaseListState = { cases: [], total: null };
  private changes: Subscription | null = null;
  private now: Instant;

  constructor(db: DossierDb, now: Instant) {
    this.db = db;
    this.now = now;
  }

  getState = (): CaseListState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads everything and goes on following what changes, until `close`. */
  async open(): Promise<void> {
    const since = this.now;
    const [first, total] = await Promise.all([
      this.db.cases.orderBy('rank').limit(FIRST).toArray(),
      this.db.cases.count(),
    ]);
    this.take(first);
    this.publish(total);
    await this.readOthers();
    this.follow(since);
    await renewOrder(this.db, since);
  }

  /** Sorting and drawing thousands for every part of them would take longer than reading them. */
  private async readOthers(): Promise<void> {
    const ids = await this.db.cases.toCollection().primaryKeys();
    const others = ids.filter((id) => !this.entries.has(id));
    for (let start = 0; start < others.length; start += CHUNK) {
      await pause();
      this.take(await this.db.cases.bulkGet(others.slice(start, start + CHUNK)));
    }
    if (others.length > 0) this.publish(ids.length);
  }

  /** Time has passed: views that it changes are made anew. */
  tick(now: Instant): void {
    this.now = now;
    const due = [...this.entries.values()].filter(({ changesAt }) => changesAt <= now);
    if (due.length === 0) return;
    this.take(due.map(({ view }) => view.case));
    this.publish(this.entries.size);
  }

  close(): void {
    this.changes?.unsubscribe();
    this.changes = null;
    this.listeners.clear();
  }

  private follow(since: Instant): void {
    const changed = () =>
      Promise.all([this.db.cases.where('changedAt').aboveOrEqual(since).toArray(), this.db.cases.count()]);
    this.changes = liveQuery(changed).subscribe(([cases, total]) => void this.update(cases, total));
  }

  private async update(cases: readonly Case[], total: number): Promise<void> {
    this.take(cases);
    if (this.entries.size > total) {
      const left = new Set(await this.db.cases.toCollection().primaryKeys());
      for (const id of this.entries.keys()) if (!left.has(id)) this.entries.delete(id);
    }
    this.publish(total);
  }

  private take(cases: readonly (Case | undefined)[]): void {
    for (const known of cases) if (known) this.entries.set(known.id, listCase(known, this.now));
  }

  private publish(total: number): void {
    this.state = { cases: sortByRank([...this.entries.values()], ({ view }) => view), total };
    for (const listener of this.listeners) listener();
  }
}

/** Lets the screen draw and the user type. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
