import { useState } from 'react';
import { CaseTable } from '../../components/case/CaseTable.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { type CaseFilter, filterCases } from '../../lib/cases/filter.ts';
import type { Case } from '../../lib/cases/types.ts';
import { sortByDeadline, viewCase } from '../../lib/cases/view.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import { useCaptureCounts, useCases } from '../../lib/live/use-case.ts';
import type { Instant } from '../../lib/shared/time.ts';
import styles from './App.module.css';

const FILTERS = ['all', 'buyer', 'seller', 'mine', 'soon'] as const;
const FILTER_WORDS = {
  all: 'cases.filterAll',
  buyer: 'cases.filterBuyer',
  seller: 'cases.filterSeller',
  mine: 'cases.filterMine',
  soon: 'cases.filterSoon',
} as const;

/** Every case, what runs out first on top; filters with their counts, and a search over everything that was read. */
export function CaseListPart({ now }: { now: Instant }) {
  const t = useTranslate();
  const cases = useCases();
  const counts = useCaptureCounts();
  const [filter, setFilter] = useState<CaseFilter>('all');
  const [query, setQuery] = useState('');
  const views = sortByDeadline((cases ?? []).map((known) => viewCase(known, now)));
  const shown = filterCases(views, filter, query, now);
  return (
    <>
      <div className={styles.head}>
        <h1>{t('cases.title')}</h1>
        <fieldset className={styles.filters}>
          <legend className="visually-hidden">{t('cases.title')}</legend>
          {FILTERS.map((name) => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {t(FILTER_WORDS[name])} {filterCases(views, name, '', now).length}
            </button>
          ))}
        </fieldset>
        <input
          type="search"
          className={styles.search}
          placeholder={t('cases.search')}
          aria-label={t('cases.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {shown.length > 0 ? (
        <CaseTable views={shown} counts={counts} now={now} />
      ) : (
        <p className={styles.empty} role="status">
          {t(emptyWords(cases))}
        </p>
      )}
    </>
  );
}

function emptyWords(cases: readonly Case[] | undefined): MessageKey {
  if (!cases) return 'common.loading';
  return cases.length === 0 ? 'cases.empty' : 'cases.emptySearch';
}
