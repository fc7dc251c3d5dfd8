import { type Instant, parseIso } from '../../shared/time.ts';
import type { Status } from '../../stages/index.ts';
import type { Filing } from '../../stages/rules/channels/types.ts';
import type { Filed, WaysInput } from '../../stages/ways/types.ts';
import { timeOfEntry } from '../entries/entry-time.ts';
import { stageInput } from '../status.ts';
import type { Case, CaseEntry } from '../types.ts';

/** A case in the form the ways out take; `status` is what it comes to at `now`. */
export function waysInput(known: Case, status: Status, now: Instant): WaysInput {
  return { input: stageInput(known), status, filed: known.entries.flatMap(filedOf), now };
}

function filedOf(entry: CaseEntry): Filed[] {
  const { channel, event, enteredAt } = entry;
  if (channel === null) return [];
  return [{ channel, filing: (event?.type ?? null) as Filing, at: parseIso(timeOfEntry(entry)) ?? enteredAt }];
}
