import type { Instant } from '../../shared/time.ts';
import { type CaseEvent, computeStatus, fitsNow, type Machine } from '../../stages/index.ts';
import { stageInput } from '../status.ts';
import type { Case } from '../types.ts';

/** What can be noted together, as keys of `locales/` under `entry.group.`. */
export const ENTRY_GROUPS = [
  'goods',
  'afterSales',
  'platform',
  'complaint',
  'authority',
  'report',
  'court',
  'end',
] as const;
export type EntryGroup = (typeof ENTRY_GROUPS)[number];

interface Choice {
  group: EntryGroup;
  event: Omit<CaseEvent, 'at'>;
  /** It can only happen once one of these has started; when absent, at any time. */
  after?: readonly Machine[];
}

const REQUEST: readonly Machine[] = ['refundOnly', 'returnRefund', 'exchange', 'repair'];
const DISPUTE: readonly Machine[] = [...REQUEST, 'intervention'];
const COMPLAINT = { group: 'complaint', after: ['complaint'] } as const;
const PLATFORM = { group: 'platform', after: DISPUTE } as const;
const APPEAL = { group: 'platform', after: ['intervention', 'complaint'] } as const;
const AUTHORITY = { group: 'authority', after: ['12315'] } as const;

/**
 * Everything a user can say has happened, in the order in which it happens; the names are keys of `locales/` under
 * `entry.choice.`. What happened to the order itself is a fact of its page and is corrected there, but for the parcel's arrival.
 */
export const ENTRY_CHOICES = {
  parcelSigned: { group: 'goods', event: { type: 'order.signed' } },
  requested: { group: 'afterSales', event: { type: 'refund.applied' } },
  sellerRefused: { group: 'afterSales', event: { type: 'refund.refused' }, after: REQUEST },
  sellerAgreed: { group: 'afterSales', event: { type: 'refund.agreed' }, after: REQUEST },
  returnSent: { group: 'afterSales', event: { type: 'return.shipped' }, after: REQUEST },
  returnSigned: { group: 'afterSales', event: { type: 'return.signed' }, after: REQUEST },
  sentAgain: { group: 'afterSales', event: { type: 'exchange.reshipped' }, after: REQUEST },
  interventionAsked: { ...PLATFORM, event: { type: 'intervention.requested' } },
  evidenceOpened: { ...PLATFORM, event: { type: 'intervention.evidenceOpened' } },
  buyerSubmitted: { ...PLATFORM, event: { type: 'intervention.evidenceSubmitted', by: 'buyer' } },
  sellerSubmitted: { ...PLATFORM, event: { type: 'intervention.evidenceSubmitted', by: 'seller' } },
  decidedForBuyer: { ...PLATFORM, event: { type: 'intervention.decided', outcome: 'supportBuyer' } },
  decidedForSeller: { ...PLATFORM, event: { type: 'intervention.decided', outcome: 'supportSeller' } },
  appealed: { ...APPEAL, event: { type: 'appeal.filed' } },
  appealChanged: { ...APPEAL, event: { type: 'appeal.decided', outcome: 'changed' } },
  appealConfirmed: { ...APPEAL, event: { type: 'appeal.decided', outcome: 'confirmed' } },
  complained: { group: 'complaint', event: { type: 'complaint.filed' } },
  complaintUpheld: { ...COMPLAINT, event: { type: 'intervention.decided', outcome: 'supportBuyer', of: 'complaint' } },
  complaintRejected: {
    ...COMPLAINT,
    event: { type: 'intervention.decided', outcome: 'supportSeller', of: 'complaint' },
  },
  filed12315: { group: 'authority', event: { type: '12315.filed' } },
  filedOdr: { group: 'authority', event: { type: '12315.filed', outcome: 'odr' } },
  accepted12315: { ...AUTHORITY, event: { type: '12315.accepted' } },
  mediation12315: { ...AUTHORITY, event: { type: '12315.accepted', outcome: 'mediation' } },
  refused12315: { ...AUTHORITY, event: { type: '12315.refused' } },
  forwarded12315: { ...AUTHORITY, event: { type: '12315.refused', outcome: 'forwarded' } },
  agreement12315: { ...AUTHORITY, event: { type: '12315.ended', outcome: 'agreement' } },
  settled12315: { ...AUTHORITY, event: { type: '12315.ended', outcome: 'settled' } },
  terminated12315: { ...AUTHORITY, event: { type: '12315.ended', outcome: 'terminated' } },
  reported: { group: 'report', event: { type: 'report.filed' } },
  reportCase: { group: 'report', event: { type: 'report.filed', outcome: 'filed' }, after: ['report'] },
  reportNoCase: { group: 'report', event: { type: 'report.filed', outcome: 'notFiled' }, after: ['report'] },
  sued: { group: 'court', event: { type: 'court.filed' } },
  courtMediation: { group: 'court', event: { type: 'court.filed', outcome: 'mediation' }, after: ['court'] },
  registered: { group: 'court', event: { type: 'court.filed', outcome: 'registered' }, after: ['court'] },
  registeredSimple: {
    group: 'court',
    event: { type: 'court.filed', outcome: 'registered', procedure: 'simple' },
    after: ['court'],
  },
  registeredSmall: {
    group: 'court',
    event: { type: 'court.filed', outcome: 'registered', procedure: 'small' },
    after: ['court'],
  },
  courtRefused: { group: 'court', event: { type: 'court.filed', outcome: 'refused' }, after: ['court'] },
  judged: { group: 'court', event: { type: 'court.judged', outcome: 'judgment' }, after: ['court'] },
  ruled: { group: 'court', event: { type: 'court.judged', outcome: 'ruling' }, after: ['court'] },
  settled: { group: 'end', event: { type: 'settled' } },
  withdrewRequest: { group: 'end', event: { type: 'withdrawn', of: 'refund' }, after: DISPUTE },
  withdrewComplaint: { group: 'end', event: { type: 'withdrawn', of: 'complaint' }, after: ['complaint'] },
  withdrew12315: { group: 'end', event: { type: 'withdrawn', of: '12315' }, after: ['12315'] },
  withdrewReport: { group: 'end', event: { type: 'withdrawn', of: 'report' }, after: ['report'] },
  withdrewSuit: { group: 'end', event: { type: 'withdrawn', of: 'court' }, after: ['court'] },
} as const satisfies Record<string, Choice>;
export type EntryChoice = keyof typeof ENTRY_CHOICES;
export const ENTRY_CHOICE_NAMES = Object.keys(ENTRY_CHOICES) as EntryChoice[];

const PARTS = ['type', 'outcome', 'by', 'of', 'procedure'] as const;

/** Under which choice an event was entered; null for one that none describes. */
export function choiceOf(event: CaseEvent): EntryChoice | null {
  const isSame = (choice: Choice) => PARTS.every((part) => choice.event[part] === event[part]);
  return ENTRY_CHOICE_NAMES.find((name) => isSame(ENTRY_CHOICES[name])) ?? null;
}

/** What can have happened by now, seen from where the case stands. */
export function choicesNow(known: Case, now: Instant): EntryChoice[] {
  const input = stageInput(known);
  const started = new Set(computeStatus(input, now).machines.map(({ machine }) => machine));
  return ENTRY_CHOICE_NAMES.filter((name) => {
    const { event, after }: Choice = ENTRY_CHOICES[name];
    return (after?.some((machine) => started.has(machine)) ?? true) && fitsNow(input, event, now);
  });
}
