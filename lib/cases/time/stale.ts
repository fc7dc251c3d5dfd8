import { DAY_MS, type Instant } from '../../shared/time.ts';
import type { Machine, Status } from '../../stages/index.ts';
import type { Case } from '../types.ts';

/** The page that the stage is known from was seen long ago. */
export interface Stale {
  /** Whole days since. */
  days: number;
  seenAt: Instant;
  /** Where it can be seen again; null when no address is known. */
  url: string | null;
}

const OF_ORDER: readonly Machine[] = ['order'];
/** What happens at an authority or a court stands on no page of the marketplace. */
const ELSEWHERE: readonly Machine[] = ['12315', 'report', 'court'];

/** How long ago the page was seen that shows the stage; null within a day, and where nobody has to act any more. */
export function staleness(known: Case, { machine, owner }: Status, now: Instant): Stale | null {
  if (owner === 'none' || ELSEWHERE.includes(machine)) return null;
  const { order, refund } = known.clocks;
  const clock = OF_ORDER.includes(machine) ? order : (refund ?? order);
  if (!clock || now - clock.seenAt <= DAY_MS) return null;
  return {
    days: Math.floor((now - clock.seenAt) / DAY_MS),
    seenAt: clock.seenAt,
    url: addressSeenAt(known, clock.seenAt),
  };
}

/** Facts that were read at one look were read from one page. */
function addressSeenAt({ origins }: Case, seenAt: Instant): string | null {
  const origin = Object.values(origins).find((one) => one.source !== 'user' && one.seenAt === seenAt);
  return origin?.url.startsWith('https://') ? origin.url : null;
}
