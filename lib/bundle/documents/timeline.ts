import { formatPageTime } from '../../shared/time.ts';
import type { BundleData, EvidenceItem, TimelineRow } from '../types.ts';
import { type Inline, known, rowsOrNone, type Section, type TableRow, text } from './model.ts';
import { ANCHORS, type BookPages, references } from './pages.ts';

/**
 * 时间线, evidence.md 5.5. When a thing happened (as the platform shows it) and when it was captured (this computer's
 * clock) are two columns and never mixed.
 */
export function timeline(data: BundleData, pages: BookPages): Section {
  const items = new Map(data.evidence.map((item) => [item.no, item]));
  return {
    paper: 'landscape',
    anchor: ANCHORS.timeline,
    blocks: [
      { kind: 'title', text: '时间线' },
      {
        kind: 'paragraph',
        style: 'centred',
        content: [text(`包编号 ${data.bundleNo}　时间均为北京时间（UTC+8）`)],
      },
      {
        kind: 'table',
        columns: COLUMNS,
        rows: rowsOrNone(data.timeline.map((row, index) => timelineRow(row, data.timeline[index - 1], items, pages))),
      },
      {
        kind: 'paragraph',
        style: 'note',
        content: [
          text(
            '说明：「发生时间」为平台页面显示的时间，「采集时间」为采集该证据时本机时钟的时间，两者分列，互不替代。',
          ),
          ...(data.timeline.some(({ timeSource }) => timeSource === 'file') ? [text(FILE_TIMES)] : []),
          ...(data.corrections?.length ? [text('时间来源为「投诉人更正」的，页面所示见投诉书。')] : []),
          ...notesAbout(data),
          text('平台未显示时间的，发生时间记「未显示」。页码指证据册（05_证据册.pdf）的页码。'),
        ],
      },
    ],
  };
}

/** What is not proved by the evidence is told apart from what is. */
function notesAbout({ timeline: rows }: BundleData): Inline[] {
  const has = (source: TimelineRow['timeSource']) => rows.some(({ timeSource }) => timeSource === source);
  return [
    ...(has('statement')
      ? [text('时间来源为「投诉人自述」的，由投诉人自行记录，本证据包没有采集相应页面，请向有关方面核实。')]
      : []),
    ...(has('visit')
      ? [
          text(
            '时间来源为「查看记录」的，是投诉人在所列时间（本机时钟）打开页面时由软件读取的文字，当时没有截取画面，不列为证据。',
          ),
        ]
      : []),
  ];
}
const FILE_TIMES =
  '时间来源为「文件自称」的，是文件内部记载的拍摄或录制时间，软件不能核实；文件没有写明时区的，按北京时间列出。';

const COLUMNS = [
  { title: '发生时间', share: 76, align: 'center' as const },
  { title: '采集时间', share: 76, align: 'center' as const },
  { title: '事件', share: 150 },
  { title: '主体', share: 62, align: 'center' as const },
  { title: '原文摘录', share: 204 },
  { title: '证据与页码', share: 88 },
  { title: '时间来源', share: 66, align: 'center' as const },
];

function timelineRow(
  row: TimelineRow,
  previous: TimelineRow | undefined,
  items: Map<string, EvidenceItem>,
  pages: BookPages,
): TableRow {
  return {
    kind: 'cells',
    cells: [
      [text(happenedAt(row))],
      [text(capturedAt(row, items))],
      [known(row.event)],
      [known(row.who)],
      [text(row.quote ? `“${row.quote}”` : '—')],
      isProved(row) ? references(row.evidence, pages) : [text('—')],
      timeSource(row, previous),
    ],
  };
}

/** What the complainant states, and what was seen but not captured, names no evidence. */
function isProved({ timeSource }: TimelineRow): boolean {
  return timeSource !== 'statement' && timeSource !== 'visit';
}

const OWN_CLOCK: ReadonlySet<TimelineRow['timeSource']> = new Set(['capture', 'visit'] as const);

function happenedAt(row: TimelineRow): string {
  return row.at !== null && !OWN_CLOCK.has(row.timeSource) ? formatPageTime(row.at) : '未显示';
}

function capturedAt(row: TimelineRow, items: Map<string, EvidenceItem>): string {
  if (OWN_CLOCK.has(row.timeSource) && row.at !== null) return formatPageTime(row.at);
  const times = row.evidence.flatMap(({ no }) => items.get(no)?.capturedAt ?? []);
  return times.length > 0 ? formatPageTime(Math.min(...times)) : '—';
}

const TIME_SOURCES = {
  platform: '平台显示',
  capture: '本机时钟',
  user: '投诉人更正',
  statement: '投诉人自述',
  visit: '查看记录\n（本机时钟，未采集）',
  file: '文件自称',
} as const;

/** Rows with one and the same time are marked: the order between them is not known. */
function timeSource(row: TimelineRow, previous: TimelineRow | undefined): Inline[] {
  const words = TIME_SOURCES[row.timeSource];
  if (row.at === null) return [text('平台未显示')];
  const isTie = previous?.at === row.at && previous.timeSource === row.timeSource;
  return [text(isTie ? `${words}\n（与上行同时，先后不明）` : words)];
}
