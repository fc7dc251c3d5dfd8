import type { ReactNode } from 'react';
import { describe, it } from 'vitest';
import { ExportPanel } from '../../components/bundle/ExportPanel.tsx';
import { CaseFilters } from '../../components/case/CaseFilters.tsx';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { CaseMenu } from '../../components/case/CaseMenu.tsx';
import { CaseSummary } from '../../components/case/CaseSummary.tsx';
import { CaseTable } from '../../components/case/CaseTable.tsx';
import { ClashNotice } from '../../components/case/ClashNotice.tsx';
import { ClosedNotice } from '../../components/case/ClosedNotice.tsx';
import { DeleteDialog } from '../../components/case/DeleteDialog.tsx';
import { EntriesCard } from '../../components/case/EntriesCard.tsx';
import { EntryForm } from '../../components/case/EntryForm.tsx';
import { FactsCard } from '../../components/case/FactsCard.tsx';
import { History } from '../../components/case/History.tsx';
import { ImportRows } from '../../components/case/ImportRows.tsx';
import { MergeDialog } from '../../components/case/MergeDialog.tsx';
import { NotACase } from '../../components/case/NotACase.tsx';
import { NoteCard } from '../../components/case/NoteCard.tsx';
import { Notes } from '../../components/case/Notes.tsx';
import { NowCard } from '../../components/case/NowCard.tsx';
import { OtherDeadlines } from '../../components/case/OtherDeadlines.tsx';
import { ReadingNotes } from '../../components/case/ReadingNotes.tsx';
import { RenameDialog } from '../../components/case/RenameDialog.tsx';
import { SplitDialog } from '../../components/case/SplitDialog.tsx';
import { StaleNotice } from '../../components/case/StaleNotice.tsx';
import { Stepper } from '../../components/case/Stepper.tsx';
import { Transcript } from '../../components/chat/Transcript.tsx';
import { CaptureBar } from '../../components/evidence/CaptureBar.tsx';
import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import { ChatChoiceForm } from '../../components/evidence/ChatChoiceForm.tsx';
import { EvidenceCard } from '../../components/evidence/EvidenceCard.tsx';
import { FileInto } from '../../components/evidence/FileInto.tsx';
import { type FileNews, FileNotices } from '../../components/evidence/FileNotices.tsx';
import { JobList } from '../../components/evidence/JobList.tsx';
import { OwnFileViewer } from '../../components/evidence/OwnFileViewer.tsx';
import { SealLine } from '../../components/evidence/SealLine.tsx';
import { StampSection } from '../../components/settings/StampSection.tsx';
import { Footer } from '../../components/ui/Footer.tsx';
import { ENTRY_CHOICE_NAMES, ENTRY_CHOICES } from '../../lib/cases/entries/entry-choices.ts';
import { NO_FILTER } from '../../lib/cases/list/filter.ts';
import { stepsOf } from '../../lib/cases/steps.ts';
import type { CaseEntry } from '../../lib/cases/types.ts';
import { NO_CHOICE } from '../../lib/evidence/chat/choice.ts';
import type { MergedChat } from '../../lib/evidence/chat/merge.ts';
import { CAPTURE_GAPS, type Capture, FILE_KINDS } from '../../lib/evidence/types.ts';
import { FACT_KEYS } from '../../lib/marketplaces/schema.ts';
import { PAGE_KINDS, type PageStage, REFUND_TYPES, type Role } from '../../lib/marketplaces/types.ts';
import { ERROR_CODES } from '../../lib/shared/errors.ts';
import { DAY_MS, formatIso, HOUR_MS } from '../../lib/shared/time.ts';
import { DISPUTE_TYPES, GOODS_KINDS } from '../../lib/stages/rules/evidence/index.ts';
import { STAGES } from '../../lib/stages/types.ts';
import { STAMP_FAULTS } from '../../lib/stamps/fault.ts';
import { STAMP_REASONS } from '../../lib/stamps/types.ts';
import type { Job, JobPhase } from '../../lib/storage/job.ts';
import { capture, reading, refundPage } from '../unit/cases/pages.ts';
import { longChat, MERGED } from './chats.ts';
import {
  artifact,
  CAPTURES,
  correctedCase,
  FACTS,
  job,
  joinedCase,
  NOW,
  notedCase,
  orderView,
  ownFile,
  refundCase,
  refundView,
  reportedView,
  twoPagesView,
  visit,
} from './examples.ts';
import { expectAccessible, expectTranslated, show } from './show.tsx';
import { SEALS, STAMPS_ON, stampRow } from './stamp-examples.ts';

const NO_CHOICES = { stages: [], marketplaces: [], hasClosed: false };
const nothing = () => undefined;
const done = async () => undefined;
const none = async () => undefined;
const RULES = ['2025-01-01', '2026-11-22'].map((version, index) => ({ version, since: NOW + index }));

function stampSection(props: Partial<Parameters<typeof StampSection>[0]>) {
  const settings = { on: false, chosen: ['sectigo'], own: [] };
  const actions = { onSwitch: nothing, onChoose: nothing, onAdd: nothing, onRemove: nothing, onRetry: nothing };
  return <StampSection settings={settings} rows={[]} allowed={true} refused={false} {...actions} {...props} />;
}

/** A queue with every reason that there can be. */
function stampRows() {
  return [
    stampRow({ id: 'stamped', state: 'stamped' }),
    ...[...STAMP_REASONS, ...STAMP_FAULTS].map((reason) => stampRow({ id: reason, state: 'waiting', reason })),
    stampRow({ id: 'failed', state: 'failed', reason: 'purpose' }),
  ];
}

/** One of everything that can be noted. */
function everyEntry(): CaseEntry[] {
  return ENTRY_CHOICE_NAMES.map((name) => ({
    id: name,
    event: { ...ENTRY_CHOICES[name].event, at: formatIso(NOW - HOUR_MS) },
    channel: 'CH.12315.web',
    note: 'No. 1',
    enteredAt: NOW,
  }));
}

function joining(change: Partial<Parameters<typeof MergeDialog>[0]>): ReactNode {
  const { here, there } = joinedCase();
  const props = { here, there, others: [there.known], failed: false };
  return <MergeDialog {...props} {...change} onChoose={nothing} onMerge={nothing} onClose={nothing} />;
}

function dividing(change: Partial<Parameters<typeof SplitDialog>[0]>): ReactNode {
  const { joined: known, visits, part } = joinedCase();
  const props = { known: { ...known, entries: everyEntry() }, visits, captures: CAPTURES, failed: false, now: NOW };
  const before = [{ id: 'act', at: NOW, part }];
  return <SplitDialog {...props} joined={before} {...change} onSplit={nothing} onClose={nothing} />;
}

const unmade = async () => ({ ok: true as const });
const ROLES: Role[] = ['buyer', 'seller', 'unknown'];
const OPEN: PageStage[] = [
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'INTERVENTION',
  'EVIDENCE',
  'REVIEW',
  'SUCCESS',
  'CLOSED',
];
const PHASES: JobPhase[] = [
  'starting',
  'scrolling',
  'readingChat',
  'storing',
  'checking',
  'writing',
  'packing',
  'verifying',
  'saving',
];

function exportPanel(change: Partial<Parameters<typeof ExportPanel>[0]>): ReactNode {
  const known = refundCase();
  return (
    <ExportPanel
      cases={[known]}
      known={known}
      captures={CAPTURES}
      running={false}
      failure={null}
      now={NOW}
      onChooseCase={nothing}
      onStart={nothing}
      {...change}
    />
  );
}

function evidence(change: Partial<Parameters<typeof EvidenceCard>[0]>): ReactNode {
  return (
    <EvidenceCard
      known={refundCase()}
      captures={[]}
      now={NOW}
      files={[]}
      onOpen={nothing}
      onTick={nothing}
      onChoose={nothing}
      onAdd={nothing}
      onSeen={nothing}
      {...change}
    />
  );
}

const FILE = { name: 'a.mp4', bytes: 5_000_000, done: 1_000_000, state: 'adding' as const };
const FILES: FileNews[] = [
  { ...FILE, id: 'x' },
  { ...FILE, id: 'y', state: 'added' },
];

function ownFileViewer(shown: Capture, address: string | null): ReactNode {
  if (!shown.own) throw new RangeError('A page');
  return (
    <OwnFileViewer
      key="x"
      capture={shown}
      own={shown.own}
      address={address}
      needs={['waybill']}
      onSave={nothing}
      onDescribe={async () => undefined}
      onClose={nothing}
      onDelete={nothing}
    />
  );
}

const PAST = { oldest: formatIso(NOW - DAY_MS), newest: formatIso(NOW), reachedStart: false };

function transcript(merged: MergedChat): ReactNode {
  const captures = new Map(CAPTURES.map((one) => [one.id, one]));
  const pictureOf = (_captureId: string, name: string) => <img src="data:," alt={name} />;
  return <Transcript merged={merged} captures={captures} pictureOf={pictureOf} onOpenCapture={nothing} />;
}

function jobs(list: Job[]): ReactNode {
  return (
    <JobList
      jobs={list.map((one, index) => ({ ...one, id: `${index}` }))}
      onCancel={nothing}
      onStop={nothing}
      onSeen={nothing}
    />
  );
}

/** Every component in every state it can be in. */
const STATES: Record<string, ReactNode> = {
  footer: <Footer />,
  'case header': <CaseHeader known={refundCase()} />,
  'case header, nothing read': (
    <CaseHeader known={refundCase({ facts: { items: [], refundAmount: '', paidAmount: '' } })} />
  ),
  'case header, seller': <CaseHeader known={refundCase({ role: 'seller' })} />,
  'case summary': <CaseSummary view={refundView({ due: NOW + 30 * HOUR_MS })} now={NOW} />,
  'case summary, bare': <CaseSummary view={refundView({ due: NOW + HOUR_MS })} now={NOW} bare />,
  'case summary, no deadline': <CaseSummary view={refundView({ stage: 'SUCCESS' })} now={NOW} />,
  'case table': (
    <CaseTable
      views={[
        refundView({ id: 'a', due: NOW + HOUR_MS, stage: 'SELLER_REFUSE_BUYER' }),
        refundView({ id: 'b', role: 'seller' }),
        refundView({ id: 'c', stage: 'SUCCESS' }),
      ]}
      counts={new Map([['a', 3]])}
      now={NOW}
    />
  ),
  'case table, empty': <CaseTable views={[]} counts={new Map()} now={NOW} />,
  'case facts': (
    <FactsCard
      known={refundCase({
        facts: {
          createdAt: '2026-11-10T09:00:00+08:00',
          subOrderNos: ['9000000000000020001', '9000000000000020002'],
          negotiation: [
            { at: null, party: 'seller', name: '', text: 'no\nmore', images: [] },
            { at: null, party: 'buyer', name: '', text: 'yes', images: [] },
          ],
          company: { name: 'Test Ltd', address: 'Test road 1' },
        },
      })}
      now={NOW}
      missing={FACT_KEYS}
      onCorrect={unmade}
      onUndo={unmade}
    />
  ),
  'case facts, corrected': (
    <FactsCard
      known={correctedCase()}
      now={NOW}
      isFolded
      onCorrect={unmade}
      onUndo={unmade}
      onPick={async () => ({ state: 'cancelled' })}
      onCancelPick={nothing}
    />
  ),
  'case facts, an order': (
    <FactsCard known={orderView({ stage: 'PAID' }).case} now={NOW} onCorrect={unmade} onUndo={unmade} />
  ),
  clash: <ClashNotice other={refundCase()} />,
  history: (
    <History
      known={refundCase()}
      visits={[visit('1', NOW - HOUR_MS, { refundStatus: 'asked' }), visit('2', NOW, {}, null)]}
      now={NOW}
    />
  ),
  'history, empty': <History known={refundCase()} visits={[]} now={NOW} />,
  'list, nothing kept': <ImportRows kind="refunds" count={20} known={0} partial state="ready" onImport={nothing} />,
  'list, being kept': (
    <ImportRows kind="orders" count={20} known={5} partial={false} state="running" onImport={nothing} />
  ),
  'list, kept': <ImportRows kind="orders" count={20} known={20} partial state={{ opened: 15 }} onImport={nothing} />,
  'list, not kept': <ImportRows kind="refunds" count={20} known={5} partial state="failed" onImport={nothing} />,
  'filters, none': <CaseFilters filter={NO_FILTER} choices={NO_CHOICES} onChange={nothing} />,
  'filters, all': (
    <CaseFilters
      filter={{ ...NO_FILTER, closed: true, role: 'seller', turn: 'yours', due: 'day', marketplace: 'tmall' }}
      choices={{ stages: [['order:PAID', 'x']], marketplaces: ['taobao', 'tmall'], hasClosed: true }}
      onChange={nothing}
    />
  ),
  'not a case, nothing known': <NotACase reading={null} />,
  'notes, none': <Notes title="x" notes={[]} />,
  'two pages': <NowCard view={twoPagesView()} now={NOW + HOUR_MS} />,
  'order, unread': <NowCard view={orderView()} now={NOW} />,
  'order, sent': <NowCard view={orderView({ stage: 'SHIPPED', shippedAt: '2026-11-20T10:00:00+08:00' })} now={NOW} />,
  'overdue, yours': (
    <NowCard
      view={refundView({ stage: 'SELLER_REFUSE_BUYER', due: NOW + HOUR_MS }, NOW + 2 * HOUR_MS)}
      now={NOW + 2 * HOUR_MS}
    />
  ),
  'due, not yet overdue': <NowCard view={reportedView(NOW + 25 * DAY_MS)} now={NOW + 25 * DAY_MS} />,
  'overdue, theirs': <NowCard view={refundView({ due: NOW + HOUR_MS }, NOW + 2 * HOUR_MS)} now={NOW + 2 * HOUR_MS} />,
  'other deadlines': (
    <OtherDeadlines
      view={orderView({
        stage: 'SHIPPED',
        paidAt: '2026-11-19T10:00:00+08:00',
        shippedAt: '2026-11-20T10:00:00+08:00',
      })}
    />
  ),
  'other deadlines, none': <OtherDeadlines view={orderView()} />,
  'reading notes': (
    <ReadingNotes
      reading={refundPage(
        { refundNo: '9000000000000067890' },
        {
          missing: ['shippedAt', 'paidAt'],
          disagreements: [{ fact: 'refundAmount', kept: null, other: { source: 'label', text: '1' } }],
        },
      )}
    />
  ),
  'reading notes, every fact': <ReadingNotes reading={reading({ pageKind: 'refundDetail', missing: FACT_KEYS })} />,
  'reading notes, none': <ReadingNotes reading={refundPage()} />,
  'chat choice': <ChatChoiceForm choice={NO_CHOICE} past={null} onChange={nothing} />,
  'chat choice, to a day': (
    <ChatChoiceForm choice={{ ...NO_CHOICE, reach: 'day' }} past={{ ...PAST, reachedStart: true }} onChange={nothing} />
  ),
  'chat choice, going on': <ChatChoiceForm choice={NO_CHOICE} past={PAST} onChange={nothing} />,
  transcript: transcript(MERGED),
  'transcript, long': transcript(longChat(300)),
  'transcript, to its beginning': transcript({ messages: [], reachedStart: true }),
  'capture bar': <CaptureBar onCapture={nothing} disabled={false} blocked={false} shortcut="Alt+Shift+S" />,
  'capture bar, busy': <CaptureBar onCapture={nothing} disabled blocked={false} shortcut={null} />,
  'capture bar, without a gesture': (
    <CaptureBar
      onCapture={nothing}
      disabled={false}
      blocked
      shortcut=""
      onAllowScreenshots={nothing}
      onAllowPageCopy={nothing}
    />
  ),
  'capture grid': (
    <CaptureGrid
      captures={CAPTURES}
      thumbnails={new Map([[CAPTURES[0]?.id ?? '', 'blob:1']])}
      now={NOW}
      onOpen={nothing}
    />
  ),
  ...Object.fromEntries(
    Object.entries(SEALS).flatMap(([name, seal]) => [
      [`seal, ${name}`, <SealLine key="x" seal={seal} />],
      [
        `capture grid, ${name}`,
        <CaptureGrid
          key="x"
          captures={CAPTURES}
          thumbnails={new Map()}
          seals={new Map([[CAPTURES[0]?.id ?? '', seal]])}
          now={NOW}
          onOpen={nothing}
        />,
      ],
    ]),
  ),
  'time stamps, off': stampSection({}),
  'time stamps, off, refused': stampSection({ refused: true }),
  'time stamps, on, not allowed': stampSection({ settings: { ...STAMPS_ON, chosen: ['sectigo'] }, allowed: false }),
  'time stamps, on, nothing chosen': stampSection({ settings: { ...STAMPS_ON, chosen: [] } }),
  'time stamps, on, everything': stampSection({ settings: STAMPS_ON, rows: stampRows() }),
  'capture grid, empty': <CaptureGrid captures={[]} thumbnails={new Map()} now={NOW} onOpen={nothing} />,
  'capture viewer': (
    <CaptureViewer
      capture={capture('chat', NOW, {
        title: 'Chat',
        gaps: [...CAPTURE_GAPS],
        artifacts: [artifact('frame-001.png'), artifact('frame-002.png')],
      })}
      pictures={['blob:1', 'blob:2']}
      onDescribe={done}
      onClose={nothing}
      onDelete={nothing}
    />
  ),
  'capture viewer, loading': (
    <CaptureViewer capture={capture(null, NOW, { title: 'Other' })} pictures={[]} onDescribe={done} onClose={nothing} />
  ),
  'evidence, some of it there': evidence({ captures: [...CAPTURES, ownFile({ proves: 'unboxing' })] }),
  'evidence, nothing there': evidence({}),
  'evidence, another marketplace': evidence({ known: { ...refundCase(), marketplace: '1688', disputeType: 'fake' } }),
  'evidence, a reason of its own': evidence({ known: refundCase({ facts: { refundType: 'priceProtection' } }) }),
  'evidence, a file on its way': evidence({ files: FILES }),
  ...Object.fromEntries(
    (['buyer', 'seller'] as const).flatMap((role) =>
      DISPUTE_TYPES.map((disputeType) => [
        `evidence of ${disputeType}, ${role}`,
        evidence({ known: { ...refundCase({ role }), disputeType }, captures: CAPTURES }),
      ]),
    ),
  ),
  ...Object.fromEntries(
    GOODS_KINDS.flatMap((goodsKind) =>
      [undefined, formatIso(NOW - HOUR_MS), '2026-01-01T10:00:00+08:00'].map((signedAt) => [
        `evidence of ${goodsKind}, signed ${signedAt}`,
        evidence({
          known: { ...refundCase(signedAt ? { facts: { signedAt, completedAt: signedAt } } : {}), goodsKind },
        }),
      ]),
    ),
  ),
  'files, every end': (
    <FileNotices files={[...FILES, ...ERROR_CODES.map((state) => ({ ...FILE, id: state, state }))]} onSeen={nothing} />
  ),
  ...Object.fromEntries(FILE_KINDS.map((kind) => [`own file, ${kind}`, ownFileViewer(ownFile({ kind }), 'blob:1')])),
  'own file, loading, nothing known': ownFileViewer(ownFile({ recordedAt: null, modifiedAt: null }), null),
  'own file, with its zone': ownFileViewer(
    ownFile({ recordedAt: { text: '2026-11-20 10:11:12', zone: '+08:00', at: NOW }, proves: 'unboxing' }),
    'blob:1',
  ),
  'file into': <FileInto cases={[refundCase()]} onChoose={nothing} />,
  'file into, no cases': <FileInto cases={[]} onChoose={nothing} />,
  'nothing noted': <EntriesCard known={refundCase()} now={NOW} onKeep={none} onRemove={nothing} />,
  'things noted': <EntriesCard known={notedCase()} now={NOW} onKeep={none} onRemove={nothing} />,
  'noting something': <EntryForm known={refundCase()} entry={null} now={NOW} onKeep={none} onClose={nothing} />,
  'changing what does not fit': (
    <EntryForm known={refundCase()} entry={everyEntry()[20] ?? null} now={NOW} onKeep={none} onClose={nothing} />
  ),
  'history with everything': (
    <History
      known={{ ...refundCase(), entries: everyEntry(), rules: RULES }}
      visits={joinedCase().visits}
      acts={[
        { id: 'a', caseId: 'case-1', at: NOW, what: { type: 'case.merged', other: 'x', part: joinedCase().part } },
        { id: 'b', caseId: 'case-1', at: NOW, what: { type: 'case.split', other: 'x', part: joinedCase().part } },
      ]}
      now={NOW}
    />
  ),
  'a named case that was put away': <CaseHeader known={{ ...notedCase(), closedAt: NOW }} />,
  'case put away': <ClosedNotice known={{ ...refundCase(), closedAt: NOW }} now={NOW} onReopen={nothing} />,
  'case menu': <CaseMenu actions={['rename', 'close', 'reopen', 'merge', 'split', 'delete']} onChoose={nothing} />,
  note: <NoteCard note="Call again" onSave={none} />,
  'page seen long ago': (
    <StaleNotice stale={{ days: 3, seenAt: NOW, url: 'https://www.example.com/' }} now={NOW} onOpen={nothing} />
  ),
  renaming: <RenameDialog known={refundCase()} onRename={nothing} onClose={nothing} />,
  'joining, nothing to join': joining({ others: [], there: null }),
  'joining, nothing chosen': joining({ there: null }),
  'joining, failed': joining({ failed: true }),
  dividing: dividing({}),
  'dividing, failed': dividing({ failed: true, joined: [] }),
  deleting: (
    <DeleteDialog
      known={notedCase()}
      visitCount={3}
      captureCount={2}
      failed={false}
      onDelete={nothing}
      onClose={nothing}
    />
  ),
  'deleting, failed': (
    <DeleteDialog known={correctedCase()} visitCount={1} captureCount={0} failed onDelete={nothing} onClose={nothing} />
  ),
  'export, loading': exportPanel({ cases: undefined }),
  'export, captures loading': exportPanel({ captures: undefined }),
  'export, no case': exportPanel({ cases: [], known: null }),
  'export, no captures': exportPanel({ captures: [] }),
  'export, another runs': exportPanel({ running: true }),
  'export, ready': exportPanel({}),
  'export, seller': exportPanel({ known: refundCase({ role: 'seller' }) }),
  'every end': jobs([
    job({ state: 'done', result: { captureId: 'x', pageKind: 'refundDetail', gaps: [] } }),
    job({ state: 'done', kind: 'export', result: { fileName: 'bundle.zip', manifestSha256: '', bytes: 9e6 } }),
    job({ state: 'cancelled', errorCode: 'cancelled' }),
    job({ state: 'cancelled', kind: 'export', errorCode: 'cancelled' }),
    job({ state: 'interrupted', errorCode: 'capture.interrupted' }),
    job({ state: 'interrupted', kind: 'export', errorCode: 'export.interrupted' }),
    ...ERROR_CODES.map((errorCode) => job({ state: 'failed', errorCode })),
  ]),
  ...Object.fromEntries(
    PHASES.flatMap((phase) => [
      [`capture, ${phase}`, jobs([job({ phase })])],
      [`export, ${phase}`, jobs([job({ phase, kind: 'export', total: 0, bytes: 5_000_000 })])],
    ]),
  ),
  ...Object.fromEntries(ERROR_CODES.map((failure) => [`export refused, ${failure}`, exportPanel({ failure })])),
  ...Object.fromEntries(
    [...PAGE_KINDS, null].map((pageKind) => [
      `not a case, ${pageKind}`,
      <NotACase key="x" reading={reading({ pageKind })} />,
    ]),
  ),
  ...Object.fromEntries(
    ROLES.flatMap((role) =>
      OPEN.map((stage) => {
        const view = refundView({ role, stage, due: NOW + 5 * HOUR_MS });
        return [
          `${role} at ${stage}`,
          <>
            <Stepper steps={view.steps} />
            <NowCard view={view} now={NOW} />
            <Notes title="Next" notes={view.status.next} />
            <Notes title="Mind" notes={view.status.warnings} />
            <OtherDeadlines view={view} />
          </>,
        ];
      }),
    ),
  ),
  ...Object.fromEntries(
    REFUND_TYPES.map((refundType) => [
      `facts of ${refundType}`,
      <FactsCard
        key="x"
        known={refundCase({ facts: { ...FACTS, refundType } })}
        now={NOW}
        onCorrect={unmade}
        onUndo={unmade}
      />,
    ]),
  ),
  ...Object.fromEntries(
    (['order', 'refundOnly', 'returnRefund', 'exchange', 'intervention', 'complaint', '12315', 'court'] as const).map(
      (machine) => [
        `steps of ${machine}`,
        STAGES.map((stage) => <Stepper key={stage} steps={stepsOf({ machine, stage })} />),
      ],
    ),
  ),
};

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it.each(Object.entries(STATES))('%s has its words and no barriers', async (_name, node) => {
    const { container } = show(node, locale);
    expectTranslated(container, locale);
    await expectAccessible(container);
  });
});
