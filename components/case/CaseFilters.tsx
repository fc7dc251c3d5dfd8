import { useId } from 'react';
import { type CaseFilter, DUE_FILTERS, NO_FILTER } from '../../lib/cases/list/filter.ts';
import type { Marketplace } from '../../lib/marketplaces/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CaseFilters.module.css';

export interface FilterChoices {
  /** Stages that some case is at, with their words. */
  stages: readonly (readonly [key: string, words: string])[];
  marketplaces: readonly Marketplace[];
  hasClosed: boolean;
}

interface CaseFiltersProps {
  filter: CaseFilter;
  choices: FilterChoices;
  onChange: (filter: CaseFilter) => void;
}

/** Conditions on a list of cases; each has a first choice that is none. */
export function CaseFilters({ filter, choices, onChange }: CaseFiltersProps) {
  const t = useTranslate();
  const set = (change: Partial<CaseFilter>) => onChange({ ...filter, ...change });
  const isOpen = JSON.stringify({ ...filter, query: '' }) === JSON.stringify(NO_FILTER);
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t('cases.filters')}</legend>
      <Choice
        label={t('cases.role')}
        value={filter.role}
        choices={(['buyer', 'seller'] as const).map((role) => [role, t(`caseRole.${role}`)])}
        onChoose={(role) => set({ role: role as CaseFilter['role'] })}
      />
      <Choice
        label={t('cases.owner')}
        value={filter.turn}
        choices={(['yours', 'theirs', 'nobody'] as const).map((turn) => [turn, t(`caseTurn.${turn}`)])}
        onChoose={(turn) => set({ turn: turn as CaseFilter['turn'] })}
      />
      <Choice
        label={t('cases.deadline')}
        value={filter.due}
        choices={DUE_FILTERS.map((due) => [due, t(`caseDue.${due}`)])}
        onChoose={(due) => set({ due: due as CaseFilter['due'] })}
      />
      <Choice
        label={t('cases.stage')}
        value={filter.stage}
        choices={choices.stages}
        onChoose={(stage) => set({ stage })}
      />
      <Choice
        label={t('cases.marketplace')}
        value={filter.marketplace}
        choices={choices.marketplaces.map((name) => [name, t(`marketplace.${name}`)])}
        onChoose={(marketplace) => set({ marketplace: marketplace as Marketplace | null })}
      />
      {(choices.hasClosed || filter.closed) && (
        <label className={styles.check}>
          <input type="checkbox" checked={filter.closed} onChange={({ target }) => set({ closed: target.checked })} />
          {t('cases.closed')}
        </label>
      )}
      {!isOpen && (
        <Button kind="quiet" onClick={() => onChange({ ...NO_FILTER, query: filter.query })}>
          {t('cases.noFilter')}
        </Button>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  value: string | null;
  choices: readonly (readonly [value: string, words: string])[];
  onChoose: (value: string | null) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        data-set={value !== null}
        onChange={({ target }) => onChoose(target.value || null)}
      >
        <option value="">{t('cases.any')}</option>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
