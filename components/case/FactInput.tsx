import { useEffect, useRef } from 'react';
import {
  CORRECTABLE,
  type CorrectableFact,
  hasRows,
  type InputKind,
  stageChoices,
} from '../../lib/cases/facts/correction-input.ts';
import { isAboutRefund } from '../../lib/cases/time/clocks.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { REFUND_TYPES } from '../../lib/marketplaces/types.ts';
import { useTranslate } from '../translate.tsx';
import { pageStageWords } from './fact-words.ts';
import { RowsInput } from './RowsInput.tsx';

interface FactInputProps {
  id: string;
  fact: CorrectableFact;
  known: Case;
  typed: string;
  onChange: (typed: string) => void;
  invalid: boolean;
  describedBy: string;
}

const KEYBOARDS: Partial<Record<InputKind, 'numeric' | 'decimal'>> = { number: 'numeric', money: 'decimal' };

/** The input that fits a fact: digits, yuan, a local date and time, a choice, a line or several, or a field for each part. */
export function FactInput({ id, fact, known, typed, onChange, invalid, describedBy }: FactInputProps) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  if (hasRows(fact)) {
    return <RowsInput {...{ id, fact, typed, onChange, invalid, describedBy }} />;
  }
  const kind: InputKind = CORRECTABLE[fact];
  const shared = {
    id,
    ref: input,
    value: typed,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  if (kind === 'text') return <textarea rows={4} {...shared} />;
  if (kind === 'stage' || kind === 'refundType') {
    return (
      <select {...shared}>
        <option value="">{t('capture.choose')}</option>
        {choices(t, known, kind).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'time') return <input type="datetime-local" step="1" {...shared} />;
  return <input type="text" autoComplete="off" inputMode={KEYBOARDS[kind] ?? 'text'} {...shared} />;
}

function choices(t: Translate, known: Case, kind: 'stage' | 'refundType'): (readonly [string, string])[] {
  if (kind === 'refundType') return REFUND_TYPES.map((type) => [type, t(`refundType.${type}`)] as const);
  return stageChoices(isAboutRefund(known)).map((stage) => [stage, pageStageWords(t, known, stage)] as const);
}
