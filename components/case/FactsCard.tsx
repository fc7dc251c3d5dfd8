import { useRef, useState } from 'react';
import { readFactOf } from '../../lib/cases/facts/correct.ts';
import { CORRECTABLE_FACTS, type CorrectableFact, isCorrectable } from '../../lib/cases/facts/correction-input.ts';
import { isAboutRefund } from '../../lib/cases/time/clocks.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { FactKey } from '../../lib/marketplaces/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Chooser } from '../ui/Chooser.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ClashNotice } from './ClashNotice.tsx';
import { FactEditor } from './FactEditor.tsx';
import { FactRow } from './FactRow.tsx';
import styles from './FactsCard.module.css';
import type { CorrectFact, PickFact, UndoFact } from './fact-actions.ts';
import { factWords } from './fact-words.ts';

interface FactsCardProps {
  known: Case;
  now: Instant;
  /** Facts that the page in front should show and does not. */
  missing?: readonly FactKey[];
  onCorrect: CorrectFact;
  onUndo: UndoFact;
  /** Absent where no page is at hand to point at. */
  onPick?: PickFact | undefined;
  onCancelPick?: (() => void) | undefined;
  shortcut?: string | null;
  /** In the panel the list is long and folded away. */
  isFolded?: boolean;
}

/** Everything that is known about a case, each with where it came from; every fact can be corrected or filled in. */
export function FactsCard({ isFolded = false, ...props }: FactsCardProps) {
  const t = useTranslate();
  const { known } = props;
  const corrected = Object.keys(known.corrections).length;
  const count = corrected > 0 ? t('correction.count', { count: corrected }) : undefined;
  if (!isFolded) {
    return (
      <Card title={t('cases.facts')} aside={count}>
        <FactList {...props} />
      </Card>
    );
  }
  return (
    <Card>
      <details open={corrected > 0}>
        <summary className={styles.summary}>
          {t('correction.title')}
          {count && <span className={styles.count}> · {count}</span>}
        </summary>
        <FactList {...props} />
      </details>
    </Card>
  );
}

function FactList({
  known,
  now,
  missing = [],
  onCorrect,
  onUndo,
  onPick,
  onCancelPick,
  shortcut = null,
}: FactsCardProps) {
  const t = useTranslate();
  const [editing, setEditing] = useState<CorrectableFact | null>(null);
  const [clash, setClash] = useState<Case | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const shown = shownFacts(known, missing, (fact) => factWords(t, known, fact, known.facts[fact]) !== '');
  const rows = editing && !shown.includes(editing) ? [...shown, editing] : shown;
  const canAdd = (fact: CorrectableFact) => !rows.includes(fact) && fits(known, fact);
  const close = () => {
    const fact = editing;
    setEditing(null);
    // The button that opened the editor is back once the list is drawn without it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-edit="${fact}"]`)?.focus());
  };
  const undo = (fact: CorrectableFact) => void onUndo(fact).then((result) => setClash(result.ok ? null : result.clash));
  return (
    <div className={styles.list} ref={list}>
      {Object.keys(known.corrections).length > 0 && <Notice tone="info">{t('correction.counted')}</Notice>}
      {clash && <ClashNotice other={clash} />}
      <dl className={styles.facts}>
        {rows.map((fact) =>
          fact === editing ? (
            <FactEditor
              key={fact}
              fact={fact}
              known={known}
              onCorrect={onCorrect}
              onPick={onPick}
              onCancelPick={onCancelPick}
              shortcut={shortcut}
              onClose={close}
            />
          ) : (
            <FactRow key={fact} fact={fact} known={known} now={now} onEdit={setEditing} onUndo={undo} />
          ),
        )}
      </dl>
      <Chooser
        label={t('correction.add')}
        choices={CORRECTABLE_FACTS.flatMap((fact) => (canAdd(fact) ? [[fact, t(`fact.${fact}`)] as const] : []))}
        onChoose={setEditing}
      />
    </div>
  );
}

function shownFacts(known: Case, missing: readonly FactKey[], hasWords: (fact: FactKey) => boolean): FactKey[] {
  const read = (['stage', 'countdown'] as const).filter((fact) => readFactOf(known, fact) !== null);
  const others = (Object.keys(known.facts) as FactKey[]).filter((fact) => hasWords(fact));
  const all = new Set<FactKey>([...read, ...others, ...missing.filter(isCorrectable)]);
  const inOrder = CORRECTABLE_FACTS.filter((fact) => all.has(fact));
  return [...inOrder, ...[...all].filter((fact) => !isCorrectable(fact))];
}

const OF_REFUNDS = new Set<FactKey>(['refundStatus', 'returnCarrier', 'returnTrackingNo']);

function fits(known: Case, fact: CorrectableFact): boolean {
  return isAboutRefund(known) || !OF_REFUNDS.has(fact);
}
