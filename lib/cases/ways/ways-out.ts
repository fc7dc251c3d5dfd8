import type { Instant } from '../../shared/time.ts';
import type { Status } from '../../stages/index.ts';
import { type WaysOut, waysOut } from '../../stages/ways/index.ts';
import type { Case } from '../types.ts';
import { waysInput } from './ways-input.ts';

/** Every way out of a case at `now`; `status` is what it comes to at that moment. */
export function waysOutOf(known: Case, status: Status, now: Instant): WaysOut {
  return waysOut(waysInput(known, status, now));
}
