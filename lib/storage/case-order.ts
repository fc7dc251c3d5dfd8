import type { DBCore, DBCoreMutateRequest, DBCoreTable, Dexie } from 'dexie';
import type { Case } from '../cases/types.ts';
import { LAST_RANK, type Rank, rankOf, viewCase } from '../cases/view.ts';
import type { Instant } from '../shared/time.ts';

/** What the list of cases is sorted and renewed by, so that it shows its top without reading every case. */
interface CaseOrder {
  /** As `rankOf` had it when the case was written; a deadline that has passed since is put right by `renewOrder`. */
  rank: Rank;
  changedAt: Instant;
}
type OrderedCase = Case & CaseOrder;

/**
 * Keeps the order beside every case that is written, whoever writes it: the indexes `rank` and `changedAt`. What is read is
 * the case alone.
 */
export function keepOrder(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'case order',
    create: (core) => ({ ...core, table: (name) => tableOf(core, name) }),
  });
}

function tableOf(core: DBCore, name: string): DBCoreTable {
  const table = core.table(name);
  if (name !== 'cases') return table;
  return {
    ...table,
    mutate: (request) => table.mutate(withOrder(request)),
    get: (request) => table.get(request).then(withoutOrder),
    getMany: (request) => table.getMany(request).then((cases) => cases.map(withoutOrder)),
    query: (request) =>
      table
        .query(request)
        .then((found) => (request.values ? { ...found, result: found.result.map(withoutOrder) } : found)),
  };
}

function withOrder(request: DBCoreMutateRequest): DBCoreMutateRequest {
  if (request.type !== 'add' && request.type !== 'put') return request;
  return { ...request, values: request.values.map((known: Case) => ({ ...known, ...orderOf(known, Date.now()) })) };
}

function withoutOrder(stored: OrderedCase | undefined): Case | undefined {
  if (stored === undefined) return undefined;
  const { rank: _rank, changedAt: _changedAt, ...known } = stored;
  return known;
}

function orderOf(known: Case, now: Instant): CaseOrder {
  try {
    return { rank: rankOf(viewCase(known, now)), changedAt: now };
  } catch {
    return { rank: LAST_RANK, changedAt: now }; // Whatever is wrong with it, a case that is there is listed.
  }
}
