import type { Case, Visit } from '../../cases/types.ts';
import type { Facts, PageKind } from '../../marketplaces/types.ts';
import { type Instant, parseIso } from '../../shared/time.ts';
import { RULES_VERSION } from '../../stages/index.ts';
import { REFUND_WORDS } from '../documents/fact-words.ts';
import type { BundleStamp } from '../stamps.ts';
import type { BundleData, Claim, Complainant, DisputeSummary, EvidenceItem, Respondent } from '../types.ts';
import { type CapturedFacts, capturedFacts } from './captured-facts.ts';
import { bundleChats } from './chats.ts';
import { bundleFacts, correctedFacts, factCorrections } from './corrections.ts';
import { type CaptureContent, evidenceItems } from './evidence-items.ts';
import { courseStatements, negotiationStatements, transactionStatements } from './statements.ts';
import { timelineRows } from './timeline-rows.ts';
import { bundleEntries, bundleVisits, unprovedRows } from './unproved.ts';

/** What a bundle is made of. */
export interface BundleInput {
  bundleNo: string;
  createdAt: Instant;
  software: BundleData['software'];
  known: Case;
  /** Every look at its pages that showed something new, oldest first. */
  visits: readonly Visit[];
  contents: readonly CaptureContent[];
  claims: readonly Claim[];
  complainant: Complainant;
  stamps: readonly BundleStamp[];
  /** The originals of covered files are in the bundle, too. */
  withOriginals?: boolean;
}

/** Everything the documents say: from the captures alone, but for what is marked as stated or seen. Pure: the same input gives the same data. */
export function bundleData(input: BundleInput): BundleData {
  const { bundleNo, createdAt, software, known, contents, claims, complainant } = input;
  const evidence = evidenceItems(contents, input.withOriginals).map((item) => ({ ...item, ...stampOf(item, input) }));
  const shown = capturedFacts(contents, evidence);
  const captured = correctedFacts(shown, known);
  const dispute = disputeSummary(known, captured.facts, contents);
  const entries = bundleEntries(known);
  const visits = bundleVisits(input.visits);
  return {
    bundleNo,
    createdAt,
    software,
    rulesVersion: RULES_VERSION,
    dispute,
    complainant,
    respondent: respondentOf(captured),
    claims: [...claims],
    transaction: transactionStatements(dispute, captured),
    course: courseStatements(dispute, captured),
    negotiation: negotiationStatements(captured, evidence),
    timeline: timelineRows(captured, evidence, unprovedRows(entries, visits, evidence)),
    evidence,
    chats: bundleChats(contents, evidence),
    facts: bundleFacts(captured, shown, known),
    corrections: factCorrections(shown, known),
    entries,
    visits,
    rules: known.rules,
    stamps: input.stamps,
  };
}

/** Times of three kinds stand side by side and are never merged: the page's, this computer's, and that of a stamp. */
function stampOf({ captureId }: EvidenceItem, { contents, stamps }: BundleInput): Pick<EvidenceItem, 'stampedAt'> {
  const seq = contents.find(({ capture }) => capture.id === captureId)?.capture.logSeq ?? 0;
  const times = stamps.flatMap(({ first, last, genTime }) => (first <= seq && seq <= last ? [genTime] : []));
  return times.length > 0 ? { stampedAt: Math.min(...times) } : {};
}

function disputeSummary(
  { marketplace, role }: Case,
  facts: Facts,
  contents: readonly CaptureContent[],
): DisputeSummary {
  const {
    orderNo,
    refundNo,
    paidAmount,
    refundAmount,
    shopName,
    sellerNick,
    refundType,
    refundReason,
    refundDescription,
  } = facts;
  const quantity = (facts.items ?? []).reduce((sum, item) => sum + (item.quantity ?? 0), 0);
  const urlOf = (kind: PageKind) => contents.findLast(({ capture }) => capture.pageKind === kind)?.capture.url;
  return {
    marketplace,
    role,
    ...present({
      orderNo,
      refundNo,
      itemTitle: facts.items?.map(({ title }) => title).join('、'),
      quantity: quantity || undefined,
      paidAmount,
      refundAmount,
      createdAt: instant(facts.createdAt),
      paidAt: instant(facts.paidAt),
      signedAt: instant(facts.signedAt),
      refundAppliedAt: instant(facts.refundAppliedAt),
      shopName,
      sellerNick,
      refundType: refundType && REFUND_WORDS[refundType],
      refundReason,
      refundDescription,
      status: lastStatus(contents),
      orderUrl: urlOf('orderDetail'),
      itemUrl: urlOf('product') ?? itemUrl(facts),
    }),
  };
}

function itemUrl({ items = [] }: Facts): string | undefined {
  const itemId = items.find((item) => item.itemId)?.itemId;
  return itemId && `https://item.taobao.com/item.htm?id=${itemId}`;
}

/** The page's own words for where things stand, from the newest capture that has some. */
function lastStatus(contents: readonly CaptureContent[]): DisputeSummary['status'] {
  const newestFirst = [...contents].sort((a, b) => b.capture.takenAt - a.capture.takenAt);
  for (const { capture } of newestFirst) {
    const text = capture.facts.refundStatus ?? capture.facts.orderStatus;
    if (text) return { text, seenAt: capture.takenAt };
  }
  return undefined;
}

function respondentOf({ facts, refs }: CapturedFacts): Respondent {
  const { company, shopName, sellerNick } = facts;
  const [evidence] = refs('company');
  return present({
    companyName: company?.name,
    uscc: company?.uscc,
    address: company?.address,
    legalRepresentative: company?.legalRepresentative,
    shopName: shopName ?? sellerNick,
    evidence,
  });
}

function instant(iso: string | undefined): Instant | undefined {
  return iso === undefined ? undefined : (parseIso(iso) ?? undefined);
}

/** Leaves out what is not known. */
function present<Shape extends object>(entries: { [Key in keyof Shape]: Shape[Key] | undefined }): Shape {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Shape;
}
