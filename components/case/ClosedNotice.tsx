import type { Case } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Says of a case that was put away what that means, with the way back; nothing for an open one. */
export function ClosedNotice({ known, now, onReopen }: { known: Case; now: Instant; onReopen: () => void }) {
  const t = useTranslate();
  if (known.closedAt === null) return null;
  return (
    <Notice tone="info" onDismiss={onReopen} dismissLabel={t('caseMenu.reopen')}>
      {t('caseMenu.closedSince', { time: formatShort(known.closedAt, now) })}
    </Notice>
  );
}
