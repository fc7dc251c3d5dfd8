import type { IsoTime } from '../../marketplaces/types.ts';
import { formatIso, parseIso } from '../../shared/time.ts';
import type { CaseEntry } from '../types.ts';

/** When what an entry tells of was done. */
export function timeOfEntry({ event, at, enteredAt }: Pick<CaseEntry, 'event' | 'at' | 'enteredAt'>): IsoTime {
  const time = event?.at ?? at ?? '';
  return parseIso(time) === null ? formatIso(enteredAt) : time;
}
