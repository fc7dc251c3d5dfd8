import { Check, Circle } from 'lucide-react';
import { useId } from 'react';
import type { ChecklistItem } from '../../lib/cases/checklist/checklist.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { NEEDS, type NeedId } from '../../lib/stages/rules/evidence/index.ts';
import { useLocalSentence } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import styles from './Checklist.module.css';
import { captureWords } from './capture-words.ts';
import { FilePicker } from './FileDrop.tsx';

export interface ChecklistActions {
  /** Opens a page where a missing item can be captured. */
  onOpen: (url: string) => void;
  onTick: (need: NeedId, isThere: boolean) => void;
  onAddFor: (need: NeedId, files: readonly File[]) => void;
}

/** What a dispute needs, what is there, what is missing, how and where to get it. */
export function Checklist({
  items,
  now,
  ...actions
}: ChecklistActions & { items: readonly ChecklistItem[]; now: Instant }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.need} className={styles[item.state]}>
          {item.state === 'covered' ? <Covered item={item} now={now} /> : <Wanted item={item} now={now} {...actions} />}
        </li>
      ))}
    </ul>
  );
}

function Covered({ item: { need, captures }, now }: { item: ChecklistItem; now: Instant }) {
  const t = useTranslate();
  const sentence = useLocalSentence();
  return (
    <>
      <Check role="img" aria-label={t('itemState.covered')} />
      <div className={styles.body}>
        <span>{sentence(NEEDS[need].what)}</span>
        <span className={styles.hint}>
          {captures.map((capture) => coverWords(t, capture, now)).join(t('common.semicolon'))}
        </span>
      </div>
    </>
  );
}

function Wanted({ item, now, onOpen, onTick, onAddFor }: ChecklistActions & { item: ChecklistItem; now: Instant }) {
  const t = useTranslate();
  const sentence = useLocalSentence();
  const { need, state, url, mayBeIn } = item;
  const what = sentence(NEEDS[need].what);
  return (
    <>
      <Mark item={item} onTick={onTick}>
        {what}
      </Mark>
      {state !== 'ticked' && (
        <div className={styles.more}>
          <span className={styles.hint}>{sentence(NEEDS[need].how)}</span>
          {mayBeIn.length > 0 && (
            <span className={styles.hint}>
              {t('checklist.mayBeIn', {
                captures: mayBeIn.map((capture) => coverWords(t, capture, now)).join(t('common.comma')),
              })}
            </span>
          )}
          <span className={styles.actions}>
            {url && (
              <button
                type="button"
                className={styles.link}
                onClick={() => onOpen(url)}
                aria-label={t('checklist.openFor', { what })}
              >
                {t('checklist.open')}
              </button>
            )}
            <FilePicker quiet label={t('checklist.addFor', { what })} onAdd={(files) => onAddFor(need, files)}>
              {t('checklist.add')}
            </FilePicker>
          </span>
        </div>
      )}
    </>
  );
}

/** What a page would show is missing until it is captured; anything else the user ticks off. */
function Mark({
  item: { need, state },
  onTick,
  children,
}: Pick<ChecklistActions, 'onTick'> & { item: ChecklistItem; children: string }) {
  const t = useTranslate();
  const id = useId();
  if (state === 'missing') {
    return (
      <>
        <Circle role="img" aria-label={t('itemState.missing')} />
        <span className={styles.body}>{children}</span>
      </>
    );
  }
  return (
    <>
      <input
        type="checkbox"
        id={id}
        checked={state === 'ticked'}
        aria-describedby={`${id}state`}
        onChange={({ target }) => onTick(need, target.checked)}
      />
      <span className={styles.body}>
        <label htmlFor={id}>{children}</label>
        <span id={`${id}state`} className={styles.hint}>
          {t(state === 'ticked' ? 'itemState.ticked' : 'itemState.open')}
        </span>
      </span>
    </>
  );
}

function coverWords(t: ReturnType<typeof useTranslate>, capture: Capture, now: Instant): string {
  const count = capture.messageCount > 0 ? t('checklist.messages', { count: capture.messageCount }) : '';
  return [captureWords(t, capture), count, formatShort(capture.takenAt, now)].filter(Boolean).join(' · ');
}
