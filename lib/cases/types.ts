import type {
  Countdown,
  FactKey,
  FactSource,
  Facts,
  IsoTime,
  Marketplace,
  PageEvent,
  PageKind,
  PageStage,
  Reading,
  Role,
} from '../marketplaces/types.ts';
import type { Instant } from '../shared/time.ts';
import type { CaseEvent } from '../stages/index.ts';
import type { DisputeType, GoodsKind, NeedId } from '../stages/rules/evidence/index.ts';

/** Where and when a fact of a case was read; `user` when it is a correction. */
export interface FactOrigin {
  source: FactSource | 'user';
  /** The words it was read from; of a correction, the words that were clicked on. */
  text: string;
  url: string;
  seenAt: Instant;
}

/** What the pages say about a fact. */
export interface ReadFact {
  value: NonNullable<Facts[FactKey]>;
  origin: FactOrigin;
}

/** What the user says a fact is. The pages' own word stays beside it, and goes on being kept up to date. */
export interface Correction {
  /** Names it in the log and in the history of corrections. */
  id: string;
  at: Instant;
  /** What the pages say now; null when none has shown the fact. */
  read: ReadFact | null;
  /** When a page first said something else than it did at the time of the correction; null while it has not. */
  readChangedAt: Instant | null;
}

/** The element on a page that the user pointed at: its words and the address of the page. */
export interface PickedPlace {
  text: string;
  url: string;
}

/** What a page last said about where things stand. */
export interface PageClock {
  pageKind: PageKind;
  stage: PageStage | null;
  countdown: Countdown | null;
  seenAt: Instant;
}

/** Something the user says has happened and no page shows: filed at 12315, handed to a lawyer, the parcel came back. */
export interface CaseEntry {
  id: string;
  /** Null when no state machine follows it: a letter to a ministry, a call to a hotline. */
  event: CaseEvent | null;
  /** When something without an event was done; an event has its own time. */
  at?: IsoTime;
  /** The way out it was done by, as an id of `lib/stages/rules/channels.ts`; null when it is about none. */
  channel: string | null;
  note: string;
  enteredAt: Instant;
}

/** A version of the rules (`RULES_VERSION`), and since when the case is judged with it. */
export interface RulesUse {
  version: string;
  since: Instant;
}

/** The computer's clock against the marketplace's. */
export interface ClockSkew {
  /** Ahead of the marketplace when positive. */
  ms: number;
  /** `server`: the page carried its server's time. `shown`: the page showed something later than the computer's now. */
  from: 'server' | 'shown';
  seenAt: Instant;
}

/** One dispute, or one order without a dispute yet. */
export interface Case {
  id: string;
  /**
   * `order:9…`, `sub:9…`, `refund:9…`, `complaint:9…`, `address:9…`, `misread-order:9…`: what pages of this case are
   * recognised by; `page:refundDetail:9…`: a page that the user put here by joining or dividing cases.
   */
  keys: string[];
  marketplace: Marketplace | null;
  role: Role;
  /** What counts: what the pages say, but for what the user has corrected. */
  facts: Facts;
  origins: Partial<Record<FactKey, FactOrigin>>;
  corrections: Partial<Record<FactKey, Correction>>;
  /** What the pages say has happened, oldest first. */
  events: PageEvent[];
  /** What the user says has happened, in the order of entering. */
  entries: CaseEntry[];
  /** What the user calls the case; null while it goes by its goods. */
  name: string | null;
  /** The user's own notes. */
  note: string;
  /** When the user put the case away; null while it is open. */
  closedAt: Instant | null;
  /** The versions of the rules that the case was judged with, each since when, oldest first. */
  rules: RulesUse[];
  /** How far the computer's clock was from the marketplace's, as the pages showed it last; null while none has. */
  clockSkew: ClockSkew | null;
  /** What the user says the dispute is about, and what kind of goods; null while they have not said. */
  disputeType: DisputeType | null;
  goodsKind: GoodsKind | null;
  /** Evidence that the user says is there and that no capture or file shows, with when they said so. */
  ticked: Partial<Record<NeedId, Instant>>;
  /** Last word of the order page and of the refund page, each with its own clock. */
  clocks: { order?: PageClock; refund?: PageClock };
  createdAt: Instant;
  seenAt: Instant;
}

/** One look at a page of a case: what it said, first and last seen so. The history is evidence itself. */
export interface Visit {
  id: string;
  caseId: string;
  url: string;
  title: string;
  reading: Reading;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}

/** A page as it was seen in a tab just now. */
export interface SeenPage {
  reading: Reading;
  url: string;
  title: string;
  seenAt: Instant;
}
