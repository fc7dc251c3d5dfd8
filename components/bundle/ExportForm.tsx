import { Download } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { ExportOptions } from '../../lib/messaging/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { caseWords } from '../case/words.ts';
import { captureWords } from '../evidence/capture-words.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { type ClaimDraft, Claims, claimsOf } from './Claims.tsx';
import { type ComplainantDraft, ComplainantFields, complainantOf } from './ComplainantFields.tsx';
import { CoveredChoice } from './CoveredChoice.tsx';
import styles from './ExportForm.module.css';

/** Loaded with the form: its rules in two languages are not needed before. */
const Precheck = lazy(() => import('../ways/Precheck.tsx'));

export interface ExportFormProps {
  cases: readonly Case[];
  known: Case;
  captures: readonly Capture[];
  now: Instant;
  onChooseCase: (caseId: string) => void;
  onStart: (options: ExportOptions) => void;
}

/** What goes into a bundle: case, captures, claims, and the personal data that only the complaint needs. */
export function ExportForm({ cases, known, captures, now, onChooseCase, onStart }: ExportFormProps) {
  const t = useTranslate();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [claims, setClaims] = useState<ClaimDraft>({ refund: known.facts.refundAmount ?? '' });
  const [complainant, setComplainant] = useState<ComplainantDraft>({});
  const [withOriginals, setWithOriginals] = useState(false);
  const chosen = captures.filter(({ id }) => !left.has(id));
  const form = { claims: claimsOf(claims), complainant: complainantOf(complainant) };
  const start = () =>
    onStart({ captureIds: chosen.map(({ id }) => id), ...form, ...(withOriginals && { withOriginals }) });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <CaseChoice cases={cases} known={known} onChoose={onChooseCase} />
      <Card title={t('export.include')} aside={`${chosen.length} / ${captures.length}`}>
        <Included captures={captures} left={left} now={now} onChange={setLeft} />
      </Card>
      <Card title={t('export.claims')}>
        <Claims draft={claims} onChange={setClaims} />
      </Card>
      <Card title={t('export.you')}>
        <ComplainantFields draft={complainant} onChange={setComplainant} />
      </Card>
      <CoveredChoice chosen={chosen} withOriginals={withOriginals} onChange={setWithOriginals} />
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <Precheck known={known} cases={cases} captures={chosen} form={form} now={now} />
      </Suspense>
      <p className={styles.hint}>{t('precheck.canGoOn')}</p>
      <Button
        type="submit"
        kind="primary"
        icon={<Download aria-hidden="true" />}
        disabled={chosen.length === 0}
        className={styles.start ?? ''}
      >
        {t('export.start')}
      </Button>
    </form>
  );
}

function CaseChoice({
  cases,
  known,
  onChoose,
}: {
  cases: readonly Case[];
  known: Case;
  onChoose: (id: string) => void;
}) {
  const t = useTranslate();
  const id = useId();
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{t('export.case')}</label>
      <select id={id} value={known.id} onChange={(event) => onChoose(event.target.value)}>
        {cases.map((candidate) => (
          <option key={candidate.id} value={candidate.id}>
            {caseWords(t, candidate).title}
          </option>
        ))}
      </select>
    </p>
  );
}

interface IncludedProps {
  captures: readonly Capture[];
  left: ReadonlySet<string>;
  now: Instant;
  onChange: (left: ReadonlySet<string>) => void;
}

function Included({ captures, left, now, onChange }: IncludedProps) {
  const t = useTranslate();
  const toggle = (captureId: string) => {
    const next = new Set(left);
    if (!next.delete(captureId)) next.add(captureId);
    onChange(next);
  };
  return (
    <ul className={styles.list}>
      {captures.map((capture) => (
        <li key={capture.id}>
          <label>
            <input type="checkbox" checked={!left.has(capture.id)} onChange={() => toggle(capture.id)} />
            <span className={styles.name} title={capture.title}>
              {captureWords(t, capture)}
            </span>
            <span className={styles.time}>{formatShort(capture.takenAt, now)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
