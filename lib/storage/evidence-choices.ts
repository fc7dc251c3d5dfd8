import type { Case } from '../cases/types.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';

/** Notes what the user says a dispute is about, or what kind of goods it is about. */
export async function chooseEvidence(
  db: DossierDb,
  caseId: string,
  change: Partial<Pick<Case, 'disputeType' | 'goodsKind'>>,
): Promise<void> {
  await db.cases.update(caseId, change);
}

/** Notes that the user has something that no capture shows, or takes it back (null). Other ticks stay. */
export async function tickEvidence(
  db: DossierDb,
  caseId: string,
  need: keyof Case['ticked'],
  at: Instant | null,
): Promise<void> {
  await db.cases
    .where('id')
    .equals(caseId)
    .modify((known) => {
      const { [need]: _before, ...others } = known.ticked;
      known.ticked = at === null ? others : { ...others, [need]: at };
    });
}
