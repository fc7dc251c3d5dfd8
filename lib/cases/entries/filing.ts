import { plainText } from '../../shared/text.ts';
import { formatIso, type Instant, parsePageTime } from '../../shared/time.ts';
import type { Channel, Filing } from '../../stages/rules/channels.ts';
import type { Case, CaseEntry } from '../types.ts';

/** What the user typed about having gone somewhere. */
export interface FilingDraft {
  channel: Channel['id'];
  filing: Filing;
  /** Local time of China as inputs of browsers write it. */
  time: string;
  note: string;
}

const MAX_NOTE = 500;

/**
 * The entry for something handed in at a channel, or what is wrong with it: a time that cannot be read or has not come yet, a
 * note that is too long. A complaint with an ODR company starts in its own stage.
 */
export function filingEntry(
  { channel, filing, time, note }: FilingDraft,
  { role }: Pick<Case, 'role'>,
  id: string,
  now: Instant,
): { entry: CaseEntry } | { problem: 'time' | 'future' | 'note' } {
  const instant = parsePageTime(plainText(time).replace('T', ' '));
  if (instant === null) return { problem: 'time' };
  if (instant > now) return { problem: 'future' };
  if (note.length > MAX_NOTE) return { problem: 'note' };
  const at = formatIso(instant);
  const shared = { id, channel, note: note.trim(), enteredAt: now };
  if (filing === null) return { entry: { ...shared, event: null, at } };
  const by = role === 'unknown' ? {} : { by: role };
  const outcome = channel === 'CH.12315.odr' ? ({ outcome: 'odr' } as const) : {};
  return { entry: { ...shared, event: { type: filing, at, ...by, ...outcome } } };
}
