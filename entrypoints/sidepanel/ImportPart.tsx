import { useState } from 'react';
import { ImportRows, type ImportState } from '../../components/case/ImportRows.tsx';
import { pagesOfRows } from '../../lib/cases/list/list-rows.ts';
import { importRows } from '../../lib/live/actions.ts';
import { useKnownRows } from '../../lib/live/use-case.ts';
import type { TabPage } from '../../lib/storage/rows.ts';

/** The rows of the list in front as cases; nothing on other pages. */
export function ImportPart({ page }: { page: TabPage }) {
  const [state, setState] = useState<ImportState>('ready');
  const known = useKnownRows(page);
  const count = pagesOfRows(page).length;
  const kind = page.reading.pageKind === 'refundList' ? 'refunds' : 'orders';
  if (count === 0 || known === undefined) return null;
  const start = () => {
    setState('running');
    importRows(page.tabId).then(
      (rows) => setState(rows ? { opened: rows.opened } : 'failed'),
      () => setState('failed'),
    );
  };
  return (
    <ImportRows kind={kind} count={count} known={known} partial={page.reading.partial} state={state} onImport={start} />
  );
}
