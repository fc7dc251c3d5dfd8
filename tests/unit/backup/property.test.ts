import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Capture } from '../../../lib/evidence/types.ts';
import { deleteCapture, eraseCapture, restoreCapture } from '../../../lib/storage/bin.ts';
import { changeCase } from '../../../lib/storage/case-changes.ts';
import { mergeCases } from '../../../lib/storage/case-moves.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { correctFact, undoCorrection } from '../../../lib/storage/corrections.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { keepEntry, removeEntry } from '../../../lib/storage/entries.ts';
import { NOW, orderPage, refundPage, seen } from '../cases/pages.ts';
import { testDb } from '../storage/database.ts';
import { keepCapture } from '../storage/filled.ts';
import { backUp, everything, problemsIn, restore } from './tools.ts';

/** Each run makes stores and backups of its own. */
const RUNS = Number(process.env.BACKUP_RUNS ?? 25);
const TIMEOUT_MS = 60_000;

/** Something that a user does; `which` chooses among what there is. */
interface Step {
  what:
    | 'capture'
    | 'look'
    | 'order'
    | 'delete'
    | 'undo'
    | 'erase'
    | 'correct'
    | 'restore'
    | 'note'
    | 'unnote'
    | 'name'
    | 'merge';
  which: number;
}

const KINDS: Step['what'][] = [
  'capture',
  'capture',
  'look',
  'order',
  'delete',
  'undo',
  'erase',
  'correct',
  'restore',
  'note',
  'unnote',
  'name',
  'merge',
];
const steps = fc.array(fc.record({ what: fc.constantFrom(...KINDS), which: fc.nat(5) }), { maxLength: 14 });

async function take(db: DossierDb, { what, which }: Step, at: number): Promise<void> {
  const captures = await db.captures.orderBy('takenAt').toArray();
  const cases = (await db.cases.toArray()).sort((a, b) => a.createdAt - b.createdAt);
  const captureId = captures[which % Math.max(1, captures.length)]?.id ?? 'none';
  const known = cases[which % Math.max(1, cases.length)];
  const refundNo = `900000000000006789${which}`;
  const refund = refundPage({ refundNo, refundAmount: `${which}.00` }, { addressNumbers: [refundNo] });
  if (what === 'capture') await keepCapture(db, refund, at);
  else if (what === 'look') await recordPage(db, seen(refund, at));
  else if (what === 'order')
    await keepCapture(db, orderPage({ orderNo: `90000000000000123${which}0` }, { addressNumbers: [] }), at);
  else if (what === 'delete') await deleteCapture(db, captureId, at);
  else if (what === 'undo') await restoreCapture(db, captureId, at);
  else if (what === 'erase') await eraseCapture(db, captureId, at);
  else if (known) await change(db, known.id, cases[(which + 1) % cases.length]?.id ?? known.id, what, at);
}

async function change(db: DossierDb, id: string, otherId: string, what: Step['what'], at: number): Promise<void> {
  const entry = { id: `entry ${at % 3}`, event: null, channel: null, note: `${at}`, enteredAt: at };
  if (what === 'correct')
    await correctFact(db, id, {
      id: crypto.randomUUID(),
      fact: 'paidAmount',
      value: `${at % 100}.00`,
      at,
      picked: null,
    });
  else if (what === 'restore') await undoCorrection(db, id, 'paidAmount', at);
  else if (what === 'note') await keepEntry(db, id, entry);
  else if (what === 'unnote') await removeEntry(db, id, entry.id, at);
  else if (what === 'name') await changeCase(db, id, { name: `测试 ${at}` });
  else if (what === 'merge' && id !== otherId) await mergeCases(db, id, otherId, at);
}

async function takeAll(db: DossierDb, all: readonly Step[], from: number): Promise<void> {
  for (const [index, step] of all.entries()) await take(db, step, from + index * 1000);
}

/** Captures in the bin get their full time there again, so when they were deleted is not compared. */
async function compared(db: DossierDb) {
  const { captures = [], log = [], ...others } = await everything(db);
  const rows = captures as Capture[];
  return { ...others, log, captures: rows.map((row) => ({ ...row, deletedAt: row.deletedAt !== null })) };
}

it(
  'any store, backed up and restored into an empty one, is the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const [db, copy] = [testDb(), testDb()];
        await takeAll(db, all, NOW);
        await restore(copy, (await backUp(db)).file, true);
        expect(await compared(copy)).toEqual(await compared(db));
        expect(await problemsIn(copy)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

it(
  'any store, restored over half of it, is the whole without doubles; names stay as they are here',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const [db, copy] = [testDb(), testDb()];
        await takeAll(db, before, NOW);
        await restore(copy, (await backUp(db)).file);
        await takeAll(
          db,
          after.filter(({ what }) => what !== 'name'),
          NOW + 100_000,
        );
        const { file } = await backUp(db);
        await restore(copy, file);
        await restore(copy, file);
        const [whole, restored] = [await compared(db), await compared(copy)];
        // What was erased since is not in the later backup: it goes into the bin of the copy that still had it.
        const present = new Set(whole.captures.map(({ id }) => id));
        const [kept, erased] = [true, false].map((is) => restored.captures.filter(({ id }) => present.has(id) === is));
        expect(kept).toEqual(whole.captures);
        expect(erased?.every(({ deletedAt }) => deletedAt)).toBe(true);
        expect(restored.log.slice(0, whole.log.length)).toEqual(whole.log);
        const others = { captures: [], blobs: [], log: [] };
        expect({ ...restored, ...others }).toEqual({ ...whole, ...others });
        expect(await problemsIn(copy)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);

it(
  'two stores of their own, restored into each other’s, lose and double nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (mine, theirs) => {
        const [db, other] = [testDb(), testDb()];
        await takeAll(db, mine, NOW);
        await takeAll(other, theirs, NOW + 500);
        const idsBefore = await Promise.all([db, other].map(async (one) => one.captures.toCollection().primaryKeys()));
        const { file } = await backUp(other);
        await restore(db, file);
        const once = await everything(db);
        await restore(db, file);
        expect(await everything(db)).toEqual(once);
        expect((await db.captures.toCollection().primaryKeys()).sort()).toEqual(idsBefore.flat().sort());
        expect(await problemsIn(db)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT_MS,
);
