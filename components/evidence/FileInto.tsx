import { useId } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import { caseWords } from '../case/words.ts';
import { useTranslate } from '../translate.tsx';
import styles from './FileInto.module.css';

/** Chooses the case for captures that belong to none yet. */
export function FileInto({ cases, onChoose }: { cases: readonly Case[]; onChoose: (caseId: string) => void }) {
  const t = useTranslate();
  const id = useId();
  if (cases.length === 0) return null;
  return (
    <p className={styles.row}>
      <label htmlFor={id}>{t('capture.fileInto')}</label>
      <select id={id} value="" onChange={(event) => onChoose(event.target.value)}>
        <option value="" disabled>
          {t('capture.choose')}
        </option>
        {byRecency(cases).map((known) => (
          <option key={known.id} value={known.id}>
            {caseWords(t, known).title}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The case just looked at is the one most likely meant. */
function byRecency(cases: readonly Case[]): Case[] {
  return [...cases].sort((a, b) => b.seenAt - a.seenAt);
}
