import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CaseView } from '../../lib/cases/view.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { CaseRow } from './CaseRow.tsx';
import styles from './CaseTable.module.css';

const COLUMNS = ['deadline', 'owner', 'stage', 'subject', 'amount', 'evidence', 'seen'] as const;
/** From here on only the rows near the screen are there; a short list keeps all of them, for search in the page and for print. */
const VIRTUAL_FROM = 200;
const ROW_HEIGHT = 57;
const OVERSCAN = 12;

interface CaseTableProps {
  views: readonly CaseView[];
  /** Number of captures by case. */
  counts: ReadonlyMap<string, number>;
  now: Instant;
}

/** The working list: what runs out first on top. */
export function CaseTable(props: CaseTableProps) {
  return props.views.length < VIRTUAL_FROM ? <WholeTable {...props} /> : <VirtualTable {...props} />;
}

function WholeTable({ views, counts, now }: CaseTableProps) {
  return (
    <Frame>
      <tbody>
        {views.map((view) => (
          <CaseRow key={view.case.id} view={view} captures={counts.get(view.case.id) ?? 0} now={now} />
        ))}
      </tbody>
    </Frame>
  );
}

/** Rows of the same table, with empty space for those that are far away; screen readers are told how many there are. */
function VirtualTable({ views, counts, now }: CaseTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = frame.current?.getBoundingClientRect().top ?? 0;
    setTop(place + window.scrollY);
  }, []);
  const list = useWindowVirtualizer({
    count: views.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => views[index]?.case.id ?? index,
  });
  const rows = list.getVirtualItems();
  const before = (rows[0]?.start ?? top) - top;
  const after = list.getTotalSize() - ((rows.at(-1)?.end ?? top) - top);
  return (
    <Frame ref={frame} count={views.length}>
      <Gap height={before} />
      <tbody>
        {rows.map(({ index, key }) => {
          const view = views[index];
          return view ? (
            <CaseRow
              key={key}
              ref={list.measureElement}
              index={index}
              view={view}
              captures={counts.get(view.case.id) ?? 0}
              now={now}
            />
          ) : null;
        })}
      </tbody>
      <Gap height={after} />
    </Frame>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td className={styles.gap} colSpan={COLUMNS.length} style={{ height }} />
      </tr>
    </tbody>
  );
}

interface FrameProps {
  ref?: React.Ref<HTMLDivElement>;
  /** Of all rows, when not all are there. */
  count?: number;
  children: React.ReactNode;
}

function Frame({ ref, count, children }: FrameProps) {
  const t = useTranslate();
  const isPart = count !== undefined;
  return (
    <div className={`${styles.scroll} ${isPart ? styles.fixed : ''}`} ref={ref}>
      <table className={styles.table} {...(isPart && { 'aria-rowcount': count + 1 })}>
        <thead>
          <tr {...(isPart && { 'aria-rowindex': 1 })}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`cases.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
