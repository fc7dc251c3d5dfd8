import { useId } from 'react';
import type { CorrectableFact } from '../../lib/cases/correction-input.ts';
import { useTranslate } from '../translate.tsx';
import styles from './FactsCard.module.css';

/** Chooses a fact that no page has shown, to fill it in. */
export function AddFact({
  facts,
  onChoose,
}: {
  facts: readonly CorrectableFact[];
  onChoose: (fact: CorrectableFact) => void;
}) {
  const t = useTranslate();
  const id = useId();
  if (facts.length === 0) return null;
  return (
    <p className={styles.add}>
      <label htmlFor={id}>{t('correction.add')}</label>
      <select id={id} value="" onChange={(event) => onChoose(event.target.value as CorrectableFact)}>
        <option value="" disabled>
          {t('capture.choose')}
        </option>
        {facts.map((fact) => (
          <option key={fact} value={fact}>
            {t(`fact.${fact}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
