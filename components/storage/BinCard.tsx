import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatBytes, formatMinute } from '../../lib/i18n/format.ts';
import { captureWords } from '../evidence/capture-words.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Storage.module.css';

interface BinCardProps {
  /** Deleted last first. */
  captures: readonly Capture[];
  /** When a capture that was deleted then is erased by itself. */
  erasedAfter: (deletedAt: number) => number;
  onRestore: (captureId: string) => void;
  onErase: (captureIds: readonly string[]) => void;
}

/** What was deleted and can still be brought back. Erasing for good is asked about once more. */
export function BinCard({ captures, erasedAfter, onRestore, onErase }: BinCardProps) {
  const t = useTranslate();
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  if (captures.length === 0) {
    return (
      <Card title={t('bin.title')}>
        <p className={styles.muted}>{t('bin.empty')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('bin.title')} aside={t('bin.count', { count: captures.length })}>
      <div className={styles.section}>
        <p className={styles.muted}>{t('bin.why')}</p>
        <ul className={styles.bin}>
          {captures.map((capture) => (
            <BinRow
              key={capture.id}
              capture={capture}
              until={erasedAfter(capture.deletedAt ?? 0)}
              onRestore={() => onRestore(capture.id)}
              onErase={() => setAsked([capture.id])}
            />
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button kind="quiet" onClick={() => setAsked(captures.map(({ id }) => id))}>
            {t('bin.eraseAll')}
          </Button>
        </div>
        {asked && (
          <EraseDialog
            count={asked.length}
            onErase={() => {
              onErase(asked);
              setAsked(null);
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </div>
    </Card>
  );
}

interface BinRowProps {
  capture: Capture;
  until: number;
  onRestore: () => void;
  onErase: () => void;
}

function BinRow({ capture, until, onRestore, onErase }: BinRowProps) {
  const t = useTranslate();
  const size = formatBytes(capture.artifacts.reduce((sum, { bytes }) => sum + bytes, 0));
  const kind = captureWords(t, capture);
  return (
    <li>
      <span>
        {kind} · {capture.title}
        <br />
        <span className={styles.muted}>
          {t('bin.row', { taken: formatMinute(capture.takenAt), until: formatMinute(until), size })}
        </span>
      </span>
      <span className={styles.buttons}>
        <Button icon={<Undo2 aria-hidden="true" />} aria-label={t('bin.restoreThis', { kind })} onClick={onRestore}>
          {t('bin.restore')}
        </Button>
        <Button kind="quiet" aria-label={t('bin.eraseThis', { kind })} onClick={onErase}>
          {t('bin.erase')}
        </Button>
      </span>
    </li>
  );
}

function EraseDialog({ count, onErase, onClose }: { count: number; onErase: () => void; onClose: () => void }) {
  const t = useTranslate();
  return (
    <Dialog title={t('bin.erase')} onClose={onClose}>
      <div className={styles.section}>
        <p>{t('bin.eraseText', { count })}</p>
        <div className={styles.buttons}>
          <Button kind="danger" onClick={onErase}>
            {t('bin.eraseDo')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
