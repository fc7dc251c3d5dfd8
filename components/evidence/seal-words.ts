import { formatShort } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Instant } from '../../lib/shared/time.ts';
import type { Seal } from '../../lib/stamps/seal.ts';

/** The seal of a capture in a few words, for a list. */
export function sealWords(t: Translate, seal: Seal, now: Instant): string {
  const [first] = seal.state === 'stamped' ? seal.marks : [];
  return first ? t('seal.stampedAt', { time: formatShort(first.at, now) }) : t(`seal.${seal.state}`);
}
