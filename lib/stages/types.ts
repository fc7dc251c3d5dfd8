import type { Countdown, IsoTime, Marketplace, PageKind, PageStage, RefundType, Role } from '../marketplaces/types.ts';
import type { Yuan } from '../shared/money.ts';
import type { ChinaDate, Instant } from '../shared/time.ts';
import type { Text } from './text.ts';

/** The state machines of rules 7.1–7.8. */
export type Machine =
  | 'order'
  | 'refundOnly'
  | 'returnRefund'
  | 'exchange'
  | 'repair'
  | 'complaint'
  | 'intervention'
  | '12315'
  | 'report'
  | 'court';

/** Who has to act. */
export const OWNERS = ['buyer', 'seller', 'platform', 'authority', 'court', 'none'] as const;
export type Owner = (typeof OWNERS)[number];

/** State names of rules 7, verbatim. One name can belong to several machines, so a stage is read together with its machine. */
export const STAGES = [
  'NONE',
  'UNPAID',
  'PAID',
  'SHIPPED',
  'SUCCESS',
  'CLOSED',
  'EXPIRED_PLATFORM',
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'EX_WAIT_SELLER_AGREE',
  'EX_WAIT_BUYER_SEND',
  'EX_WAIT_SELLER_RESHIP',
  'EX_WAIT_BUYER_CONFIRM',
  'EX_DONE',
  'CP_WAIT_SELLER',
  'CP_PLATFORM',
  'CP_UPHELD',
  'CP_REJECTED',
  'CP_WITHDRAWN',
  'AP_SELLER',
  'INTERVENTION',
  'EVIDENCE',
  'REVIEW',
  'JURY',
  'SUSPENDED',
  'SUPPORT_BUYER',
  'SUPPORT_SELLER',
  'SETTLED',
  'WITHDRAWN',
  'DONE',
  'APPEAL_OPEN',
  'APPEAL_REVIEW',
  'CHANGED',
  'CONFIRMED',
  'PLATFORM_FINAL',
  'ODR',
  'RECEIVED',
  'FORWARDED',
  'ACCEPTED',
  'REFUSED',
  'MEDIATION',
  'AGREEMENT',
  'TERMINATED',
  'CLOSED_SETTLED',
  'REPORT_RECEIVED',
  'FILED',
  'NOT_FILED',
  'REGISTERED',
  'MEDIATION_BEFORE_FILING',
  'JUDGMENT',
  'FINAL',
] as const;
export type Stage = (typeof STAGES)[number];

export const EVENT_TYPES = [
  'order.created',
  'order.paid',
  'order.shipped',
  'order.signed',
  'order.completed',
  'refund.applied',
  'refund.modified',
  'refund.refused',
  'refund.agreed',
  'return.shipped',
  'return.signed',
  'exchange.reshipped',
  'intervention.requested',
  'intervention.evidenceOpened',
  'intervention.evidenceSubmitted',
  'intervention.decided',
  'appeal.filed',
  'appeal.decided',
  'complaint.filed',
  '12315.filed',
  '12315.accepted',
  '12315.refused',
  '12315.ended',
  'report.filed',
  'court.filed',
  'court.judged',
  'settled',
  'withdrawn',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/**
 * What an event led to, where its type alone does not say. Without an outcome the stage is the one that claims least.
 * - `intervention.decided`: `supportBuyer`, `supportSeller`; `appeal.decided`: `changed`, `confirmed`
 * - `12315.filed`: `odr`; `12315.accepted`: `mediation` (both sides agreed to it); `12315.refused`: `forwarded`;
 *   `12315.ended`: `agreement`, `settled`, `terminated`
 * - `report.filed`: `filed` (立案), `notFiled`
 * - `court.filed`: `registered`, `mediation`, `refused`; `court.judged`: `judgment`, `ruling`
 */
export const OUTCOMES = [
  'supportBuyer',
  'supportSeller',
  'changed',
  'confirmed',
  'odr',
  'mediation',
  'forwarded',
  'agreement',
  'settled',
  'terminated',
  'filed',
  'notFiled',
  'registered',
  'refused',
  'judgment',
  'ruling',
] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What `settled` and `withdrawn` end; without it everything open, or the most advanced procedure, ends. */
export const PROCEDURES = ['refund', 'intervention', 'complaint', '12315', 'report', 'court'] as const;
export type Procedure = (typeof PROCEDURES)[number];

export interface CaseEvent {
  type: EventType;
  at: IsoTime;
  /** Who did it. `intervention.evidenceSubmitted` is the buyer's unless this says `seller`. */
  by?: 'buyer' | 'seller' | 'platform';
  /** `refund.applied`, `refund.modified`: what is asked for from now on. */
  refundType?: RefundType;
  outcome?: Outcome;
  /** `settled`, `withdrawn`, and a platform decision or appeal about a complaint. */
  of?: Procedure;
  /** `court.filed`, `court.judged`: the procedure of the court. */
  procedure?: 'small' | 'simple' | 'ordinary';
}

export const GOODS = ['unshipped', 'shipped', 'received'] as const;
export type Goods = (typeof GOODS)[number];

/** How the goods come to the buyer; decides the auto-confirm rule. */
export const DELIVERIES = ['express', 'post', 'overseas', 'autoRecharge', 'autoDelivery', 'virtual'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What a page showed. `stage` is the page's own status, when it was recognised. */
export interface PageView {
  pageKind: PageKind;
  countdown?: Countdown;
  seenAt?: IsoTime;
  stage?: PageStage;
}

/** The contract of product.md 7, plus facts that sharpen the result when they are known. */
export interface CaseInput {
  marketplace: Marketplace | null;
  role: Role;
  refundType?: RefundType;
  goods?: Goods;
  events: readonly CaseEvent[];
  page?: PageView;
  /** Pages seen beside `page`, e.g. the order's when `page` is the refund's; each speaks for its own machine. */
  morePages?: readonly PageView[];
  delivery?: Delivery;
  /** How the buyer sends goods back. */
  returnDelivery?: 'express' | 'post';
  /** Latest shipping time shown on the page. */
  shipBy?: IsoTime;
  /** The item is sold (and, for a return, the return is made) under the seven-day rule. */
  sevenDayReturn?: boolean;
  paidAmount?: Yuan;
  refundAmount?: Yuan;
}

/** Where a date comes from: the page's countdown, a rule that was read, or less than that. */
export type Basis = 'page' | 'rule' | 'estimate';

export interface Deadline {
  /** Rule id of rules.md. */
  id: string;
  machine: Machine;
  owner: Owner;
  action: Text;
  due: Instant;
  /** Last day for a limit in days counted by the calendar; such a limit ends at 24:00 of this day. */
  lastDay: ChinaDate | null;
  /** Until when the other side, an authority or a court is still in time; the same as `due` for what the user must do. */
  overdueAfter: Instant;
  overdue: boolean;
  basis: Basis;
  provisional: boolean;
  /** Confidence codes of rules 0.1, such as `V2/R`. */
  confidence: string;
  source: Text;
  onTimeout: Text;
  /** What else the rule says about its time; null when nothing. */
  note: Text | null;
  /** True for the clock of the headline stage, false for everything that runs beside it. */
  primary: boolean;
}

/** A stable id and its text. */
export interface Note {
  id: string;
  text: Text;
}

export interface MachineStatus {
  machine: Machine;
  stage: Stage;
  owner: Owner;
  /** Null when only the page says that this stage has been reached. */
  enteredAt: Instant | null;
}

/** What {@link CaseInput} comes to at one moment, in both languages. */
export interface Status {
  stage: Stage;
  machine: Machine;
  owner: Owner;
  /** By `due`, earliest first. */
  deadlines: Deadline[];
  next: Note[];
  warnings: Note[];
  /** Every machine that has started, not only the one of the headline. */
  machines: MachineStatus[];
  rulesVersion: string;
}
