import type { Capture } from '../../lib/evidence/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import styles from './CaptureGrid.module.css';
import { captureWords } from './capture-words.ts';
import { FileIcon } from './FileIcon.tsx';

interface CaptureGridProps {
  captures: readonly Capture[];
  /** Addresses of the thumbnails by capture. */
  thumbnails: ReadonlyMap<string, string>;
  now: Instant;
  onOpen: (capture: Capture) => void;
}

/** The captures as small pictures, newest first. */
export function CaptureGrid({ captures, thumbnails, now, onOpen }: CaptureGridProps) {
  const t = useTranslate();
  return (
    <ul className={styles.grid}>
      {captures.toReversed().map((capture) => {
        const kind = captureWords(t, capture);
        const thumbnail = thumbnails.get(capture.id);
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
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
