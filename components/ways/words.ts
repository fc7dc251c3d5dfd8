import { formatMinute } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Deadline } from '../../lib/stages/index.ts';
import type { Filing } from '../../lib/stages/rules/channels.ts';

const KINDS = {
  '12315.filed': 'complaint12315',
  'report.filed': 'report',
  'court.filed': 'court',
  'complaint.filed': 'platformComplaint',
  'intervention.requested': 'intervention',
  'appeal.filed': 'appeal',
} as const satisfies Record<NonNullable<Filing>, string>;

/** What was handed in, in a word. */
export function filingWords(t: Translate, filing: Filing): string {
  return t(filing === null ? 'ways.kind.other' : `ways.kind.${KINDS[filing]}`);
}

/** `按记录到 2029-11-20 24:00 为止（规则）`. */
export function untilWords(t: Translate, { due, lastDay, basis }: Deadline): string {
  const time = lastDay === null ? formatMinute(due) : `${lastDay} 24:00`;
  return t('ways.until', { time, basis: t(`basis.${basis}`) });
}
