import type { Capture } from '../../evidence/types.ts';
import type { Facts, PageKind } from '../../marketplaces/types.ts';
import { NEEDS, type NeedId } from '../../stages/rules/evidence/index.ts';
import { isAboutAnother } from '../match.ts';
import type { Case } from '../types.ts';

/** What a page must show beyond being of the right kind. */
const SHOWS: Partial<Record<NeedId, (facts: Facts, known: Case) => boolean>> = {
  payment: ({ paidAt, paymentNo }) => paidAt !== undefined || paymentNo !== undefined,
  logistics: ({ trackingNo }, { facts }) => !isSame(trackingNo, facts.returnTrackingNo) || !facts.returnTrackingNo,
  returnLogistics: ({ trackingNo }, { facts }) => isSame(trackingNo, facts.returnTrackingNo),
};

/**
 * The captures and files of a case that show what is needed, in their order: pages of a kind that shows it and that are about
 * this order, refund, item and parcel, and files that the user has added for it.
 */
export function coveredBy(need: NeedId, known: Case, captures: readonly Capture[]): Capture[] {
  const { pages } = NEEDS[need];
  const shows = (capture: Capture) =>
    isOfKind(capture, pages) && isOfCase(capture, known) && (SHOWS[need]?.(capture.facts, known) ?? true);
  return captures.filter((capture) => (capture.own ? capture.own.proves === need : shows(capture)));
}

/** The captures on which it may stand; somebody has to look. */
export function mayBeIn(need: NeedId, known: Case, captures: readonly Capture[]): Capture[] {
  const { mayShow } = NEEDS[need];
  return captures.filter((capture) => isOfKind(capture, mayShow) && isOfCase(capture, known));
}

function isOfKind({ pageKind }: Capture, kinds: readonly PageKind[]): boolean {
  return pageKind !== null && kinds.includes(pageKind);
}

/** A capture can be of another order: the user may have filed it here, or the page was misread. */
function isOfCase({ facts }: Capture, known: Case): boolean {
  return !isAboutAnother({ facts }, known) && !isOfOtherRefund(facts, known) && !isOfOtherParcel(facts, known);
}

function isOfOtherRefund({ refundNo }: Facts, { facts, corrections }: Case): boolean {
  const own = [facts.refundNo, corrections.refundNo?.read?.value];
  return refundNo !== undefined && facts.refundNo !== undefined && !own.includes(refundNo);
}

/** On a tracking page the number decides; the parcels of a case are the one sent and the one returned. */
function isOfOtherParcel({ trackingNo }: Facts, { facts, corrections }: Case): boolean {
  const own = [facts.trackingNo, facts.returnTrackingNo, corrections.trackingNo?.read?.value].filter(Boolean);
  return trackingNo !== undefined && own.length > 0 && !own.includes(trackingNo);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
