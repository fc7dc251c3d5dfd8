import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import { formatBytes } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { isSpaceLow, type StorageSpace } from '../../lib/storage/space.ts';
import { caseWords } from '../case/words.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Storage.module.css';

/** Bytes of captures, by what they are filed in. */
export interface Share {
  known: Case | null;
  kind: 'case' | 'unfiled' | 'bin';
  captures: number;
  bytes: number;
}

interface StorageCardProps {
  /** Null while nobody knows, and where the browser does not say. */
  space: StorageSpace | null;
  /** The largest first; undefined while it is being added up. */
  shares: readonly Share[] | undefined;
  isChecking: boolean;
  /** The browser was just asked to keep everything. */
  isAsked: boolean;
  onPersist: () => void;
  onCheck: () => void;
  /** Progress and outcome of the check. */
  children?: ReactNode;
}

/** What is stored must not be cleared by the browser, must have room, and must be as it was stored. */
export function StorageCard({ space, shares, isChecking, isAsked, onPersist, onCheck, children }: StorageCardProps) {
  const t = useTranslate();
  return (
    <Card title={t('storage.title')} aside={space && t('storage.used', { used: formatBytes(space.used) })}>
      <div className={styles.section}>
        {space && <Space space={space} isAsked={isAsked} onPersist={onPersist} />}
        {shares && <Shares shares={shares} />}
        <p className={styles.muted}>{t('storeCheck.why')}</p>
        {!isChecking && (
          <div className={styles.buttons}>
            <Button icon={<ShieldCheck aria-hidden="true" />} onClick={onCheck}>
              {t('storeCheck.do')}
            </Button>
          </div>
        )}
        {children}
      </div>
    </Card>
  );
}

interface SpaceProps extends Pick<StorageCardProps, 'isAsked' | 'onPersist'> {
  space: StorageSpace;
}

function Space({ space, isAsked, onPersist }: SpaceProps) {
  const t = useTranslate();
  const free = formatBytes(space.free);
  return (
    <>
      {isSpaceLow(space) ? (
        <Notice tone="error" title={t('storage.lowTitle', { free })}>
          {t('storage.low')}
        </Notice>
      ) : (
        <p>{t('storage.free', { free })}</p>
      )}
      {space.isPersistent === true && <p className={styles.muted}>{t('storage.persistent')}</p>}
      {space.isPersistent === false && isAsked && <Notice tone="info">{t('storage.refused')}</Notice>}
      {space.isPersistent === false && !isAsked && (
        <Notice tone="info" onDismiss={onPersist} dismissLabel={t('storage.persist')}>
          {t('storage.notPersistent')}
        </Notice>
      )}
    </>
  );
}

/** Whoever needs room looks at the largest first. */
const SHOWN = 8;

function Shares({ shares }: { shares: readonly Share[] }) {
  const t = useTranslate();
  const others = shares.slice(SHOWN);
  const rest = others.reduce((sum, { bytes }) => sum + bytes, 0);
  if (shares.length === 0) return <p className={styles.muted}>{t('storage.nothing')}</p>;
  return (
    <ul className={styles.shares} aria-label={t('storage.shares')}>
      {shares.slice(0, SHOWN).map((share) => (
        <li key={share.known?.id ?? share.kind}>
          {share.known ? (
            <a href={`/cases.html#case=${share.known.id}`}>{shareWords(t, share)}</a>
          ) : (
            <span>{shareWords(t, share)}</span>
          )}
          <span className={styles.muted}>
            {t('storage.share', { count: share.captures, size: formatBytes(share.bytes) })}
          </span>
        </li>
      ))}
      {others.length > 0 && (
        <li className={styles.muted}>{t('storage.others', { count: others.length, size: formatBytes(rest) })}</li>
      )}
    </ul>
  );
}

function shareWords(t: Translate, { known, kind }: Share): string {
  if (known) return caseWords(t, known).title;
  return t(kind === 'bin' ? 'bin.title' : 'capture.unfiled');
}
