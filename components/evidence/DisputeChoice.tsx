import { useId } from 'react';
import type { CaseChecklist } from '../../lib/cases/checklist/checklist.ts';
import { sideOf, typesFor } from '../../lib/cases/checklist/dispute-type.ts';
import type { Case } from '../../lib/cases/types.ts';
import { holdsOn } from '../../lib/stages/deadlines/evidence-deadline.ts';
import { describeSources } from '../../lib/stages/rules/describe.ts';
import { type DisputeType, evidenceRow, GOODS_KINDS, type GoodsKind } from '../../lib/stages/rules/evidence/index.ts';
import { useLocalSentence, useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import styles from './DisputeChoice.module.css';

interface DisputeChoiceProps {
  known: Case;
  checklist: CaseChecklist;
  onChoose: (change: Partial<Pick<Case, 'disputeType' | 'goodsKind'>>) => void;
}

/** What the dispute is about and what kind of goods: the list, the burden of proof and the time depend on it. */
export function DisputeChoice({ known, checklist, onChoose }: DisputeChoiceProps) {
  const t = useTranslate();
  const nameOf = useRowName();
  const { type, candidates } = checklist.chosen;
  const all = typesFor(sideOf(known));
  const likely = candidates.filter((candidate) => all.includes(candidate));
  const types = [...new Set<DisputeType>([...likely, ...all])];
  return (
    <div className={styles.choice}>
      <Choice
        label={t('dispute.type')}
        value={type}
        choices={types.map((one) => [one, nameOf(one)] as const)}
        onChoose={(disputeType) => onChoose({ disputeType })}
      />
      <TypeHint known={known} checklist={checklist} />
      <Choice
        label={t('dispute.goods')}
        value={known.goodsKind}
        choices={GOODS_KINDS.map((one: GoodsKind) => [one, nameOf(one)] as const)}
        onChoose={(goodsKind) => onChoose({ goodsKind })}
      />
      {known.goodsKind === null && hasLimits(known) && <p className={styles.hint}>{t('dispute.goodsWhy')}</p>}
      <Burden checklist={checklist} />
    </div>
  );
}

/** The short times for some goods are rules of Taobao and Tmall; nothing of theirs is said elsewhere. */
function hasLimits({ marketplace }: Case): boolean {
  return GOODS_KINDS.some((kind) => {
    const row = evidenceRow(kind);
    return row?.limit && holdsOn(row, marketplace);
  });
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | null;
  choices: readonly (readonly [value: Value, words: string])[];
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  const t = useTranslate();
  const id = useId();
  return (
    <p className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChoose(event.target.value as Value)}>
        {value === null && (
          <option value="" disabled>
            {t('capture.choose')}
          </option>
        )}
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** How the type came about, or why it is asked. */
function TypeHint({ known, checklist: { chosen } }: Pick<DisputeChoiceProps, 'known' | 'checklist'>) {
  const t = useTranslate();
  const reason = known.facts.refundReason ?? '';
  if (chosen.type && !chosen.isSuggested) return null;
  const words = () => {
    if (chosen.isSuggested) return reason ? t('dispute.suggested', { reason }) : t('dispute.suggestedType');
    return chosen.candidates.length > 0 ? t('dispute.severalMeanings', { reason }) : t('dispute.ask');
  };
  return <p className={styles.hint}>{words()}</p>;
}

/** Who has to prove it, with where that is written and how sure it is. */
function Burden({ checklist }: Pick<DisputeChoiceProps, 'checklist'>) {
  const t = useTranslate();
  const local = useLocalText();
  return checklist.rules.map(({ row, holds }) => (
    <p key={row.id} className={styles.burden}>
      {holds ? t('dispute.burden', { text: local(row.burden) }) : t('dispute.burdenElsewhere')}
      {holds && <span className={styles.source}>{local(describeSources(row.sources, row.confidence))}</span>}
    </p>
  ));
}

function useRowName(): (key: DisputeType | GoodsKind) => string {
  const t = useTranslate();
  const sentence = useLocalSentence();
  return (key) => {
    const row = evidenceRow(key);
    return row ? sentence(row.name) : t('dispute.goodsOther');
  };
}
