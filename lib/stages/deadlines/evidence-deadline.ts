import type { Marketplace } from '../../marketplaces/types.ts';
import type { Instant } from '../../shared/time.ts';
import { endOfLimit } from '../calendar/limits.ts';
import { basisOf, describeSources } from '../rules/describe.ts';
import type { EvidenceRow } from '../rules/evidence/types.ts';
import type { Confidence } from '../rules/types.ts';
import type { Deadline } from '../types.ts';
import { hasPlatformRules } from './rule-deadline.ts';

/** When the things happened from which limits for evidence run. */
export interface EvidenceStarts {
  signed: Instant | null;
  completed: Instant | null;
}

/** True when what a row says about burden and time holds on this marketplace; the law's rows hold on every one. */
export function holdsOn({ sources }: Pick<EvidenceRow, 'sources'>, marketplace: Marketplace | null): boolean {
  return hasPlatformRules({ marketplace }) || !sources.some(({ key }) => key.startsWith('T'));
}

/**
 * Until when the buyer must have the proof of a row and use it, at `now`; null when the row sets no time, when nothing dates
 * its start, and on a marketplace with other rules. It is never rolled over to a later day.
 */
export function evidenceDeadline(
  row: EvidenceRow,
  starts: EvidenceStarts,
  marketplace: Marketplace | null,
  now: Instant,
): Deadline | null {
  const { id, limit, sources } = row;
  if (!limit || limit.since === 'arrived' || !holdsOn(row, marketplace)) return null;
  const since = starts[limit.since];
  if (since === null) return null;
  const end = endOfLimit(since, limit.duration, limit.counting, 'never');
  const confidence: readonly Confidence[] = marketplace === null ? [...row.confidence, 'I'] : row.confidence;
  return {
    ...end,
    id,
    machine: 'order',
    owner: 'buyer',
    action: limit.action,
    overdueAfter: end.due,
    overdue: now >= end.due,
    basis: basisOf(confidence),
    confidence: confidence.join('/'),
    source: describeSources(sources, confidence),
    onTimeout: limit.onTimeout,
    note: null,
    primary: false,
  };
}
