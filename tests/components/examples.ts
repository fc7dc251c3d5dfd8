import { correctCase } from '../../lib/cases/facts/correct.ts';
import { mergePage, openCase } from '../../lib/cases/merge.ts';
import { joinCases } from '../../lib/cases/moves/join.ts';
import { wholeOf } from '../../lib/cases/moves/parts.ts';
import type { Case, CaseEntry, SeenPage, Visit } from '../../lib/cases/types.ts';
import { type CaseView, viewCase } from '../../lib/cases/view.ts';
import type { Artifact, Capture, OwnFile } from '../../lib/evidence/types.ts';
import type { Facts, PageStage, Reading, Role } from '../../lib/marketplaces/types.ts';
import { formatIso, HOUR_MS, type Instant } from '../../lib/shared/time.ts';
import type { Job } from '../../lib/storage/job.ts';
import { capture, caseOf, NOW, OTHER_REFUND_NO, orderPage, refundPage, seen } from '../unit/cases/pages.ts';

export { NOW } from '../unit/cases/pages.ts';

/** Plain ASCII, so that everything Chinese on an English screen is a text of ours. */
export const FACTS: Facts = {
  items: [{ title: 'Test cup', quantity: 2, itemId: '900000000001' }, { title: 'Test lid' }],
  shopName: 'Test shop',
  buyerNick: 'test_buyer',
  refundAmount: '7.04',
  paidAmount: '35.20',
  refundType: 'refundOnly',
};

interface RefundExample {
  role?: Role;
  stage?: PageStage;
  /** When the page's countdown ends; none when absent. */
  due?: Instant;
  facts?: Facts;
  id?: string;
  seenAt?: Instant;
  change?: Partial<Reading>;
}

/** A refund as a page shows it. */
export function refundCase({
  role = 'buyer',
  stage = 'WAIT_SELLER_AGREE',
  due,
  facts,
  id = 'case-1',
  seenAt = NOW,
  change,
}: RefundExample = {}): Case {
  const countdown = due === undefined ? {} : { countdown: { endsAt: formatIso(due), text: '3 days left', action: '' } };
  return caseOf(refundPage({ ...FACTS, stage, ...countdown, ...facts }, { role, ...change }), { id, seenAt });
}

/** A refund of which the user has corrected several facts, one of them by pointing at the page, which has changed since. */
export function correctedCase(): Case {
  const read = refundCase({ facts: { paidAt: '2026-11-01T10:00:00+08:00' } });
  const picked = { text: 'Refund 17.04', url: 'https://www.example.com/' };
  const amount = { id: 'a', fact: 'refundAmount' as const, value: '17.04', at: NOW + 1, picked };
  const shipped = {
    id: 'b',
    fact: 'shippedAt' as const,
    value: '2026-11-02T10:00:00+08:00',
    at: NOW + 2,
    picked: null,
  };
  const stage = { id: 'c', fact: 'stage' as const, value: 'EVIDENCE' as const, at: NOW + 3, picked: null };
  const corrected = [amount, shipped, stage].reduce(correctCase, read);
  return mergePage(corrected, seen(refundPage({ refundAmount: '9.00' }), NOW + HOUR_MS));
}

/** What the user noted: one thing, the same again, and one that is still to come. */
export const ENTRIES: CaseEntry[] = [
  noted('entry-1', NOW - 2 * HOUR_MS, 'No. 1'),
  noted('entry-2', NOW - HOUR_MS, ''),
  { ...noted('entry-3', NOW + HOUR_MS, ''), event: { type: 'court.filed', at: formatIso(NOW + HOUR_MS) } },
];

function noted(id: string, at: Instant, note: string): CaseEntry {
  return { id, event: { type: '12315.filed', at: formatIso(at) }, channel: null, note, enteredAt: NOW };
}

/** A report to the authority, filed at NOW and never answered. */
export function reportedView(now: Instant): CaseView {
  const entry = { ...noted('entry-1', NOW, ''), event: { type: 'report.filed' as const, at: formatIso(NOW) } };
  return viewCase({ ...caseOf(orderPage(FACTS)), entries: [entry] }, now);
}

/** A refund about which the user noted things, some of which do not count. */
export function notedCase(): Case {
  return { ...refundCase(), entries: ENTRIES, name: 'Broken cup', note: 'Call again' };
}

/** Two refunds of one order, and what comes of them when they are joined. */
export function joinedCase() {
  const numbers = { refundNo: OTHER_REFUND_NO, refundAmount: '9.00' };
  const page = seen(
    refundPage({ ...FACTS, ...numbers }, { addressNumbers: [OTHER_REFUND_NO] }),
    NOW + 1,
    OTHER_ADDRESS,
  );
  const known = openCase('case-2', page);
  const here = { known: refundCase(), visits: [visitOf('visit-1', seen(refundPage(FACTS)))], captures: CAPTURES };
  const there = { known, visits: [visitOf('visit-2', page)], captures: [] };
  const visits = [...here.visits, ...there.visits];
  const joined = joinCases(here.known, there.known, visits);
  return { here, there, visits, joined, part: wholeOf(known, there.visits, []) };
}

const OTHER_ADDRESS = `https://refund2.taobao.com/dispute/detail.htm?disputeId=${OTHER_REFUND_NO}`;

function visitOf(id: string, { reading, url, title, seenAt }: SeenPage): Visit {
  return { id, caseId: 'case-1', url, title, reading, firstSeenAt: seenAt, lastSeenAt: seenAt };
}

/** That refund on the screens at `now`. */
export function refundView(example: RefundExample = {}, now: Instant = NOW): CaseView {
  return viewCase(refundCase(example), now);
}

/** An order without a dispute, with both clocks when `refund` is given. */
export function orderView(facts: Facts = {}, now: Instant = NOW): CaseView {
  return viewCase(caseOf(orderPage({ ...FACTS, ...facts })), now);
}

/** A refund whose order page was seen an hour later. */
export function twoPagesView(): CaseView {
  const refund = refundCase({ due: NOW + 30 * HOUR_MS });
  return viewCase(mergePage(refund, seen(orderPage({ stage: 'SHIPPED' }), NOW + HOUR_MS)), NOW + HOUR_MS);
}

export function artifact(name: string, change: Partial<Artifact> = {}): Artifact {
  return {
    id: `capture/${name}`,
    name,
    role: 'frame',
    mediaType: 'image/png',
    bytes: 123_456,
    sha256: 'ab'.repeat(32),
    crc32: 0,
    derivedFrom: [],
    ...change,
  };
}

export const CAPTURES: Capture[] = [
  capture('orderDetail', NOW - 3 * HOUR_MS, { title: 'Order', artifacts: [artifact('frame-001.png')] }),
  capture('chat', NOW - 2 * HOUR_MS, { title: 'Chat', messageCount: 42 }),
  capture(null, NOW - HOUR_MS, { title: 'Other' }),
];

/** A photo that the user added. */
export function ownFile(change: Partial<OwnFile> = {}): Capture {
  const own: OwnFile = {
    name: 'broken cup.jpg',
    kind: 'picture',
    modifiedAt: NOW - 24 * HOUR_MS,
    recordedAt: { text: '2026-11-20 10:11:12', zone: null, at: NOW - 50 * HOUR_MS },
    proves: null,
    description: '',
    ...change,
  };
  const artifacts = [artifact(own.name, { role: 'own' }), artifact('record-1.json', { role: 'record' })];
  return capture(null, NOW, { id: `own ${own.name}`, title: own.name, url: '', own, artifacts });
}

export function job(change: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    kind: 'capture',
    state: 'running',
    phase: 'scrolling',
    done: 3,
    total: 8,
    bytes: 0,
    tabId: 7,
    caseId: null,
    owner: 'worker',
    startedAt: NOW,
    updatedAt: NOW,
    errorCode: null,
    result: null,
    seen: false,
    ...change,
  };
}

export function visit(
  id: string,
  firstSeenAt: Instant,
  facts: Facts,
  pageKind: Reading['pageKind'] = 'refundDetail',
): Visit {
  const page = refundPage(facts, { pageKind });
  return {
    id,
    caseId: 'case-1',
    url: 'https://www.example.com/',
    title: '',
    reading: page,
    firstSeenAt,
    lastSeenAt: firstSeenAt,
  };
}
