import type {
  Countdown,
  FactKey,
  FactSource,
  Facts,
  Marketplace,
  PageEvent,
  PageKind,
  PageStage,
  Reading,
  Role,
} from '../marketplaces/types.ts';
import type { Instant } from '../shared/time.ts';

/** Where and when a fact of a case was read. */
export interface FactOrigin {
  source: FactSource;
  text: string;
  url: string;
  seenAt: Instant;
}

/** What a page last said about where things stand. */
export interface PageClock {
  pageKind: PageKind;
  stage: PageStage | null;
  countdown: Countdown | null;
  seenAt: Instant;
}

/** One dispute, or one order without a dispute yet. */
export interface Case {
  id: string;
  /** `order:9…`, `sub:9…`, `refund:9…`, `address:9…`: what pages of this case are recognised by. */
  keys: string[];
  marketplace: Marketplace | null;
  role: Role;
  facts: Facts;
  origins: Partial<Record<FactKey, FactOrigin>>;
  /** What the pages say has happened, oldest first. */
  events: PageEvent[];
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
