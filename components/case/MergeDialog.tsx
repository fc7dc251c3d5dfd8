import { useId, useState } from 'react';
import type { CorrectableFact } from '../../lib/cases/facts/correction-input.ts';
import { differingFacts, joinCases, joinProblem } from '../../lib/cases/moves/join.ts';
import { pagesOfCase } from '../../lib/cases/moves/parts.ts';
import type { Case, Visit } from '../../lib/cases/types.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from '../ui/Form.module.css';
import { Notice } from '../ui/Notice.tsx';
import { factWords } from './fact-words.ts';
import { caseWords } from './words.ts';

/** A case that another one may be joined to, with what its pages have said. */
export interface JoinedCase {
  known: Case;
  visits: readonly Visit[];
  captures: readonly Capture[];
}

interface MergeDialogProps {
  here: JoinedCase;
  others: readonly Case[];
  /** The chosen one; null until one is chosen and read. */
  there: JoinedCase | null;
  failed: boolean;
  onChoose: (caseId: string) => void;
  onMerge: (caseId: string) => void;
  onClose: () => void;
}

/** Chooses the other case and shows what would come of the two before anything is done. */
export function MergeDialog({ here, others, there, failed, onChoose, onMerge, onClose }: MergeDialogProps) {
  const t = useTranslate();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const shown = there?.known.id === chosen ? there : null;
  const problem = shown && joinProblem(here.known, shown.known);
  const choose = (caseId: string) => {
    setChosen(caseId);
    onChoose(caseId);
  };
  const words = (known: Case) => {
    const { title, subject } = caseWords(t, known);
    const number = known.facts.refundNo ?? known.facts.orderNo;
    return [title, subject, number && `…${number.slice(-4)}`].filter(Boolean).join(' · ');
  };
  return (
    <Dialog title={t('merge.title')} onClose={onClose}>
      <div className={styles.form}>
        <p>{t('merge.text')}</p>
        {others.length === 0 ? (
          <p>{t('merge.none')}</p>
        ) : (
          <div className={styles.field}>
            <label htmlFor={id}>{t('merge.which')}</label>
            <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
              <option value="" disabled>
                {t('capture.choose')}
              </option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {words(other)}
                </option>
              ))}
            </select>
          </div>
        )}
        {problem && <Notice tone="error">{t(`merge.problem.${problem}`)}</Notice>}
        {shown && !problem && <Preview here={here} there={shown} />}
        {failed && <Notice tone="error">{t('caseMenu.failed')}</Notice>}
        <div className={styles.buttons}>
          <Button kind="primary" disabled={!shown || problem !== null} onClick={() => onMerge(chosen)}>
            {t('merge.do')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Preview({ here, there }: { here: JoinedCase; there: JoinedCase }) {
  const t = useTranslate();
  const joined = joinCases(here.known, there.known, [...here.visits, ...there.visits]);
  const differing = differingFacts(here.known, there.known, joined);
  const [orderHere, orderThere] = [here.known.facts.orderNo, there.known.facts.orderNo];
  return (
    <>
      <p>
        {t('merge.moves', {
          pages: pagesOfCase(there.visits).length,
          captures: there.captures.length,
          entries: there.known.entries.length,
        })}
      </p>
      {orderHere && orderThere && orderHere !== orderThere && <Notice tone="error">{t('merge.otherOrder')}</Notice>}
      {differing.length > 0 && (
        <>
          <p>{t('merge.differ')}</p>
          <Differences facts={differing} cases={[here.known, there.known, joined]} />
        </>
      )}
      <p className={styles.hint}>{t('merge.keep')}</p>
    </>
  );
}

function Differences({ facts, cases }: { facts: readonly CorrectableFact[]; cases: readonly [Case, Case, Case] }) {
  const t = useTranslate();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t('merge.differ')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['fact', 'here', 'there', 'after'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`merge.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(`fact.${fact}`)}</th>
              {cases.map((known, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never change places.
                <td key={index}>{factWords(t, known, fact, known.facts[fact]) || '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
