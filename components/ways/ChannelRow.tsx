import { useRef, useState } from 'react';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import type { Filing } from '../../lib/stages/rules/channels.ts';
import { describeWorks } from '../../lib/stages/rules/describe.ts';
import type { Text } from '../../lib/stages/text.ts';
import type { ChannelStanding } from '../../lib/stages/ways/types.ts';
import { useLocalSentence, useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './ChannelRow.module.css';
import { FilingForm, type OnFile } from './FilingForm.tsx';
import { filingWords, untilWords } from './words.ts';

const TONES = {
  open: 'line',
  filed: 'brand',
  blocked: 'warn',
  closed: 'line',
  notYet: 'line',
  unsuited: 'line',
} as const;
const FIELDS = ['use', 'wrong', 'cost', 'deadline', 'answer', 'bring', 'contact', 'operator', 'articles'] as const;

interface ChannelRowProps {
  standing: ChannelStanding;
  now: Instant;
  onFile: OnFile;
}

/** A channel folded to its name and state; open, everything that is known about it and a form for having gone there. */
export function ChannelRow({ standing, now, onFile }: ChannelRowProps) {
  const t = useTranslate();
  const local = useLocalText();
  const sentence = useLocalSentence();
  const { channel, state, reason, until, filed } = standing;
  return (
    <details className={styles.row}>
      <summary className={styles.summary}>
        <span className={styles.name}>{sentence(channel.name)}</span>
        <Chip tone={TONES[state]}>{t(`ways.state.${state}`)}</Chip>
      </summary>
      <div className={styles.body}>
        {reason && <p className={state === 'blocked' ? styles.warning : styles.reason}>{local(reason)}</p>}
        {filed.map(({ at, filing }) => (
          <p key={`${at} ${filing}`} className={styles.filed}>
            {t('ways.filedAt', { time: formatShort(at, now), what: filingWords(t, filing) })}
          </p>
        ))}
        {until && <p className={styles.until}>{untilWords(t, until)}</p>}
        <dl className={styles.fields}>
          {FIELDS.map((field) => (
            <Field key={field} label={t(`ways.field.${field}`)} value={channel[field]} />
          ))}
          <Field label={t('ways.field.sources')} value={describeWorks(channel.sources)} />
          <div>
            <dt>{t('ways.field.confidence')}</dt>
            <dd>{channel.confidence.map((code) => t(`ways.confidence.${code}`)).join(t('common.semicolon'))}</dd>
          </div>
        </dl>
        <FilingPart standing={standing} now={now} onFile={onFile} />
      </div>
    </details>
  );
}

function Field({ label, value }: { label: string; value: Text | null }) {
  const local = useLocalText();
  if (!value) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{local(value)}</dd>
    </div>
  );
}

function FilingPart({ standing, now, onFile }: ChannelRowProps) {
  const t = useTranslate();
  const local = useLocalText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const { channel, state, reason, filings } = standing;
  const [first, ...others] = filings;
  if (first === undefined) return null;
  const close = () => {
    setOpen(false);
    // The button is back once the form is gone.
    requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
  };
  if (isOpen) {
    const choices: readonly [Filing, ...Filing[]] = [first, ...others];
    return (
      <FilingForm
        channel={channel.id}
        filings={choices}
        warning={state === 'blocked' && reason ? local(reason) : null}
        now={now}
        onFile={onFile}
        onClose={close}
      />
    );
  }
  return (
    <div ref={button}>
      <Button onClick={() => setOpen(true)}>{t('ways.filedHere')}</Button>
    </div>
  );
}
