import type { ReactNode, Ref } from 'react';
import type { MergedMessage } from '../../lib/evidence/chat/merge.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { parseIso } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './Transcript.module.css';

interface MessageRowProps {
  merged: MergedMessage;
  captures: ReadonlyMap<string, Capture>;
  pictureOf: (captureId: string, name: string) => ReactNode;
  onOpenCapture: (capture: Capture) => void;
  /** In a list of which only a part is there. */
  place?: { index: number; count: number; ref: Ref<HTMLLIElement> };
}

/** One message: who, when, what, its pictures, and which captures show it. */
export function MessageRow({ merged, captures, pictureOf, onOpenCapture, place }: MessageRowProps) {
  const t = useTranslate();
  const { message, sources, gapBefore } = merged;
  const said = [captureKind(t, message.kind), message.text].filter(Boolean).join(' ');
  const [shown] = sources;
  return (
    <li
      className={styles[message.party] ?? ''}
      {...(place && {
        ref: place.ref,
        'data-index': place.index,
        'aria-posinset': place.index + 1,
        'aria-setsize': place.count,
      })}
    >
      {gapBefore && <p className={styles.gap}>{t('transcript.gap')}</p>}
      <div className={styles.head}>
        <Chip tone={message.party === 'buyer' ? 'brand' : 'line'}>{t(`party.${message.party}`)}</Chip>
        <span className={styles.sender}>{message.sender}</span>
        <time className={styles.time}>{timeWords(t, message.at)}</time>
      </div>
      <p className={message.kind === 'recalled' ? styles.recalled : styles.said}>{said}</p>
      {message.pictures.map(({ address, file, why }) =>
        file !== null && shown ? (
          <div key={address} className={styles.picture}>
            {pictureOf(shown.captureId, file)}
          </div>
        ) : (
          <p key={address} className={styles.lacking}>
            {t(`pictureGap.${why ?? 'notReadable'}`)}
          </p>
        ),
      )}
      <p className={styles.sources}>
        {sources.map(({ captureId }) => {
          const capture = captures.get(captureId);
          return (
            capture && (
              <button key={captureId} type="button" onClick={() => onOpenCapture(capture)}>
                {t('transcript.from', { time: formatMinute(capture.takenAt) })}
              </button>
            )
          );
        })}
        <span>
          {frameWords(
            t,
            message.frames.map(({ name }) => name),
          )}
        </span>
      </p>
    </li>
  );
}

function captureKind(t: Translate, kind: MergedMessage['message']['kind']): string {
  return kind === 'text' ? '' : t(`messageKind.${kind}`);
}

function timeWords(t: Translate, at: string | null): string {
  const instant = at === null ? null : parseIso(at);
  return instant === null ? t('transcript.noTime') : formatMinute(instant);
}

/** `frame-003.png` is the third screenshot. */
function frameWords(t: Translate, names: readonly string[]): string {
  const numbers = names.flatMap((name) => Number(/\d+/.exec(name)?.[0] ?? '') || []);
  return numbers.length === 0
    ? t('transcript.noFrame')
    : t('transcript.frames', { numbers: numbers.join(t('common.comma')) });
}
