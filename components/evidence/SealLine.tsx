import { Clock, ShieldCheck, ShieldOff } from 'lucide-react';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Seal, SealMark } from '../../lib/stamps/seal.ts';
import { useTranslate } from '../translate.tsx';
import styles from './SealLine.module.css';

const ICONS = { stamped: ShieldCheck, waiting: Clock, failed: ShieldOff, none: ShieldOff } as const;

/** Whether a capture has time stamps: since when and by whom, or why not yet; and what that proves. */
export function SealLine({ seal }: { seal: Seal }) {
  const t = useTranslate();
  const Icon = ICONS[seal.state];
  return (
    <div className={styles.seal}>
      <Icon aria-hidden="true" className={seal.state === 'stamped' ? styles.good : styles.icon} />
      <div>
        <strong>{t(`seal.${seal.state}`)}</strong>
        {seal.state === 'stamped' ? <Marks marks={seal.marks} /> : <Why seal={seal} />}
      </div>
    </div>
  );
}

function Marks({ marks }: { marks: readonly SealMark[] }) {
  const t = useTranslate();
  return (
    <>
      <ul>
        {marks.map(({ at, service, signer, root }) => (
          <li key={`${service} ${at}`}>
            {t('seal.by', { time: formatMinute(at), service, signer })}
            {root !== 'known' && <span className={styles.doubt}> {t('seal.rootUnknown')}</span>}
          </li>
        ))}
      </ul>
      <p className={styles.muted}>{t('seal.proves')}</p>
    </>
  );
}

function Why({ seal }: { seal: Exclude<Seal, { state: 'stamped' }> }) {
  const t = useTranslate();
  if (seal.state === 'none') return <p className={styles.muted}>{t('seal.noneWhy')}</p>;
  const reason = seal.reason && t(`sealReason.${seal.reason}`);
  return <p className={styles.muted}>{reason ? t('seal.why', { service: seal.service, reason }) : seal.service}</p>;
}
