import { ExternalLink } from 'lucide-react';
import type { Stale } from '../../lib/cases/time/stale.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './StaleNotice.module.css';

/** Says that the page was seen long ago, and opens it again where its address is known. */
export function StaleNotice({ stale, now, onOpen }: { stale: Stale; now: Instant; onOpen: (url: string) => void }) {
  const t = useTranslate();
  const { days, seenAt, url } = stale;
  return (
    <Notice tone="info" title={t('stale.title', { days })}>
      <p>{t('stale.text', { time: formatShort(seenAt, now) })}</p>
      {url !== null && (
        <p className={styles.open}>
          <Button icon={<ExternalLink aria-hidden="true" />} onClick={() => onOpen(url)}>
            {t('stale.open')}
          </Button>
        </p>
      )}
    </Notice>
  );
}
