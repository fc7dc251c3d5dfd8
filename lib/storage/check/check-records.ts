import type { LogEntry } from '../../evidence/types.ts';
import { sha256 } from '../../shared/digest.ts';
import { actBytes } from '../case-acts.ts';
import { correctionBytes } from '../corrections.ts';
import { about, judgeRecord } from './judge.ts';
import type { StoreProblem } from './problems.ts';
import type { StoreSnapshot } from './snapshot.ts';

/** Corrections and acts against their digests, the log and the cases; cases and visits against each other. */
export async function checkRecords({
  entries,
  corrections,
  acts,
  cases,
  visits,
}: StoreSnapshot): Promise<StoreProblem[]> {
  const bySubject = Map.groupBy(entries, ({ subject }) => subject);
  const problems: StoreProblem[] = [];
  for (const record of corrections) {
    problems.push(...judgeRecord(record, await sha256(correctionBytes(record)), entriesOf(bySubject, record.id)));
  }
  for (const record of acts) {
    problems.push(...judgeRecord(record, await sha256(actBytes(record)), entriesOf(bySubject, record.id)));
  }
  const recorded = new Set(corrections.map(({ id }) => id));
  const unrecorded = [...cases.values()].flat().filter((id) => !recorded.has(id));
  const strays = [
    ...visits.filter(({ caseId }) => !cases.has(caseId)),
    ...[...corrections, ...acts].filter(({ filedIn }) => !cases.has(filedIn)),
  ];
  return [
    ...problems,
    ...unrecorded.map((id) => about('correctionUnrecorded', id)),
    ...strays.map(({ id }) => about('caseGone', id)),
  ];
}

function entriesOf(bySubject: ReadonlyMap<string, LogEntry[]>, subject: string): readonly LogEntry[] {
  return bySubject.get(subject) ?? [];
}
