import { Crosshair } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { readFactOf } from '../../lib/cases/facts/correct.ts';
import {
  CORRECTABLE,
  type CorrectableFact,
  DIGITS,
  hasRows,
  inputText,
  parseInput,
  USUAL_DIGITS,
} from '../../lib/cases/facts/correction-input.ts';
import type { Case, PickedPlace } from '../../lib/cases/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { type Answer, AnswerNotice } from './AnswerNotice.tsx';
import styles from './FactEditor.module.css';
import { FactInput } from './FactInput.tsx';
import type { CorrectFact, Picked, PickFact } from './fact-actions.ts';

interface FactEditorProps {
  fact: CorrectableFact;
  known: Case;
  onCorrect: CorrectFact;
  onPick: PickFact | undefined;
  onCancelPick: (() => void) | undefined;
  shortcut: string | null;
  onClose: () => void;
}

/** Corrects one fact: typed, or pointed at on the page and confirmed here. Nothing is kept before “save”. */
export function FactEditor({ fact, known, onCorrect, onPick, onCancelPick, shortcut, onClose }: FactEditorProps) {
  const t = useTranslate();
  const id = useId();
  const current = known.facts[fact] ?? readFactOf(known, fact)?.value ?? null;
  const [typed, setTyped] = useState(() => inputText(fact, current));
  const [place, setPlace] = useState<PickedPlace | null>(null);
  const [answer, setAnswer] = useState<Answer>({ state: 'none' });
  const label = t(`fact.${fact}`);
  const [min, max] = DIGITS[fact] ?? USUAL_DIGITS;
  const canPick = onPick !== undefined && !hasRows(fact) && fact !== 'subOrderNos';

  const change = (text: string) => {
    setTyped(text);
    setPlace(null);
    setAnswer({ state: 'none' });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseInput(fact, typed);
    if ('problem' in parsed) return setAnswer({ state: 'problem' });
    if (current !== null && inputText(fact, parsed.value) === inputText(fact, current)) return onClose(); // Nothing is corrected by the same word.
    setAnswer({ state: 'saving' });
    void onCorrect(fact, parsed.value, place).then((result) => {
      if (result.ok) onClose();
      else setAnswer({ state: 'clash', other: result.clash });
    });
  };
  const take = (picked: Picked) => {
    if (picked.state !== 'picked') return setAnswer({ state: picked.state === 'cancelled' ? 'none' : picked.state });
    if (picked.value === null) return setAnswer({ state: 'nothingRead', place: picked.place });
    setTyped(inputText(fact, picked.value ?? null));
    setPlace(picked.place);
    setAnswer({ state: 'none' });
  };
  const pick = () => {
    setAnswer({ state: 'picking' });
    void onPick?.(fact).then(take);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    if (answer.state === 'picking') onCancelPick?.();
    else onClose();
  };
  return (
    <div className={styles.row}>
      <dt>
        <label id={`${id}label`} htmlFor={id}>
          {label}
        </label>
      </dt>
      <dd>
        <form className={styles.form} onSubmit={save} onKeyDown={onKeyDown} noValidate>
          <FactInput
            id={id}
            fact={fact}
            known={known}
            typed={typed}
            onChange={change}
            invalid={answer.state === 'problem'}
            describedBy={`${id}said`}
          />
          <div id={`${id}said`} className={styles.said}>
            {answer.state === 'problem' && (
              <p role="alert" className={styles.problem}>
                {t(`correction.problem.${CORRECTABLE[fact]}`, { what: label, min, max })}
              </p>
            )}
            {place && <p role="status">{t('correction.pickedText', { text: place.text })}</p>}
          </div>
          <AnswerNotice answer={answer} label={label} shortcut={shortcut} onCancelPick={onCancelPick} />
          <div className={styles.buttons}>
            <Button type="submit" kind="primary" disabled={answer.state === 'saving' || answer.state === 'picking'}>
              {t('correction.save')}
            </Button>
            {canPick && answer.state !== 'picking' && (
              <Button icon={<Crosshair aria-hidden="true" />} onClick={pick}>
                {t('correction.pick')}
              </Button>
            )}
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </div>
          <p className={styles.hint}>{t('correction.onlyHere')}</p>
        </form>
      </dd>
    </div>
  );
}
