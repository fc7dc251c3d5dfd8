import { useDeferredValue, useMemo, useState } from 'react';
import { CaseFilters, type FilterChoices } from '../../components/case/CaseFilters.tsx';
import { CaseTable } from '../../components/case/CaseTable.tsx';
import { stageWords } from '../../components/case/words.ts';
import { CalendarButton } from '../../components/reminders/CalendarButton.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { type CaseFilter, filterCases, NO_FILTER, stageKeyOf } from '../../lib/cases/list/filter.ts';
import type { ListedCase } from '../../lib/cases/list/listed.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { saveAllDeadlines } from '../../lib/live/reminder-actions.ts';
import { useCaptureCounts } from '../../lib/live/use-case.ts';
import { useCaseList } from '../../lib/live/use-case-list.ts';
import { MARKETPLACES } from '../../lib/marketplaces/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import styles from './App.module.css';

/** Every case, what runs out first on top; filters, and a search over everything that was read or noted. */
export function CaseListPart({ now }: { now: Instant }) {
  const t = useTranslate();
  const { cases, total } = useCaseList(now);
  const counts = useCaptureCounts();
  const [filter, setFilter] = useState<CaseFilter>(NO_FILTER);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterCases(cases, wanted, now).map(({ view }) => view), [cases, wanted, now]);
  const choices = useMemo(() => choicesOf(t, cases), [t, cases]);
  return (
    <>
      <div className={styles.head}>
        <h1>{t('cases.title')}</h1>
        <p className={styles.muted} role="status">
          {total === null ? '' : t('cases.shown', { shown: shown.length, total })}
        </p>
        <input
          type="search"
          className={styles.search}
          placeholder={t('cases.search')}
          aria-label={t('cases.search')}
          value={filter.query}
          onChange={({ target }) => setFilter({ ...filter, query: target.value })}
        />
      </div>
      {total !== null && total > 0 && <CaseFilters filter={filter} choices={choices} onChange={setFilter} />}
      {shown.length > 0 ? (
        <CaseTable views={shown} counts={counts} now={now} />
      ) : (
        <p className={styles.empty}>{t(emptyWords(total, cases))}</p>
      )}
      {total !== null && total > 0 && <CalendarButton onSave={() => saveAllDeadlines(t)} />}
    </>
  );
}

function emptyWords(total: number | null, cases: readonly ListedCase[]): MessageKey {
  if (total === 0) return 'cases.empty';
  return total === null || cases.length < total ? 'common.loading' : 'cases.emptySearch';
}

/** What there is to choose from: no stage or marketplace that no case has. */
function choicesOf(t: Translate, cases: readonly ListedCase[]): FilterChoices {
  const stages = new Map<string, string>();
  for (const { view } of cases) {
    const key = stageKeyOf(view);
    if (!stages.has(key)) stages.set(key, stageWords(t, view.status));
  }
  const present = new Set(cases.map(({ view }) => view.case.marketplace));
  return {
    stages: [...stages].sort(([, one], [, other]) => one.localeCompare(other, 'zh-CN')),
    marketplaces: MARKETPLACES.filter((marketplace) => present.has(marketplace)),
    hasClosed: cases.some(({ view }) => view.case.closedAt !== null),
  };
}
