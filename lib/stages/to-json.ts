import { formatIso } from '../shared/time.ts';
import type { Language } from './text.ts';
import type { Basis, Machine, Note, Owner, Stage, Status } from './types.ts';

interface DeadlineJson {
  id: string;
  machine: Machine;
  owner: Owner;
  action: string;
  due: string;
  /** `YYYY-MM-DD` for a limit in days, which ends at 24:00 of that day; else null. */
  lastDay: string | null;
  basis: Basis;
  provisional: boolean;
  source: string;
  onTimeout: string;
  note: string | null;
  confidence: string;
  overdue: boolean;
  overdueAfter: string;
}

interface NoteJson {
  id: string;
  text: string;
}

/** The contract of product.md 7: strings only, instants as ISO 8601 with `+08:00`. */
interface StatusJson {
  stage: Stage;
  machine: Machine;
  owner: Owner;
  deadlines: DeadlineJson[];
  next: NoteJson[];
  warnings: NoteJson[];
  rulesVersion: string;
}

/** A status in one language, ready for JSON. */
export function toJson(status: Status, language: Language): StatusJson {
  const note = ({ id, text }: Note): NoteJson => ({ id, text: text[language] });
  return {
    stage: status.stage,
    machine: status.machine,
    owner: status.owner,
    deadlines: status.deadlines.map((deadline) => ({
      id: deadline.id,
      machine: deadline.machine,
      owner: deadline.owner,
      action: deadline.action[language],
      due: formatIso(deadline.due),
      lastDay: deadline.lastDay,
      basis: deadline.basis,
      provisional: deadline.provisional,
      source: deadline.source[language],
      onTimeout: deadline.onTimeout[language],
      note: deadline.note?.[language] ?? null,
      confidence: deadline.confidence,
      overdue: deadline.overdue,
      overdueAfter: formatIso(deadline.overdueAfter),
    })),
    next: status.next.map(note),
    warnings: status.warnings.map(note),
    rulesVersion: status.rulesVersion,
  };
}
