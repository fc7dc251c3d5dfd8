import type { Capture } from '../../lib/evidence/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import type { Seal } from '../../lib/stamps/seal.ts';
import { useTranslate } from '../translate.tsx';
import styles from './CaptureGrid.module.css';
import { captureWords } from './capture-words.ts';
import { FileIcon } from './FileIcon.tsx';
import { sealWords } from './seal-words.ts';

interface CaptureGridProps {
  captures: readonly Capture[];
  /** Addresses of the thumbnails by capture. */
  thumbnails: ReadonlyMap<string, string>;
  /** Time stamps by capture; empty when they are of no interest. */
  seals?: ReadonlyMap<string, Seal>;
  now: Instant;
  onOpen: (capture: Capture) => void;
}

/** The captures as small pictures, newest first. */
export function CaptureGrid({ captures, thumbnails, seals, now, onOpen }: CaptureGridProps) {
  const t = useTranslate();
  return (
    <ul className={styles.grid}>
      {captures.toReversed().map((capture) => {
        const kind = captureWords(t, capture);
        const thumbnail = thumbnails.get(capture.id);
        const seal = seals?.get(capture.id);
        return (
          <li key={capture.id}>
            <button type="button" className={styles.card} onClick={() => onOpen(capture)} title={capture.title}>
              <span className={styles.picture}>
                {thumbnail && <img src={thumbnail} alt={t('capture.thumbnailAlt', { kind })} />}
                {!thumbnail && capture.own && <FileIcon kind={capture.own.kind} />}
              </span>
              <span className={styles.words}>
                <span className={styles.name}>{kind}</span>
                <span className={styles.time}>{formatShort(capture.takenAt, now)}</span>
                {seal && <span className={styles.time}>{sealWords(t, seal, now)}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
