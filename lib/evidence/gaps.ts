import type { CaptureGap } from './types.ts';

/** What a capture lacks of its page, against what it merely has in another form or was not asked to keep. */
const PARTS_MISSING: ReadonlySet<CaptureGap> = new Set([
  'pageTooLong',
  'pageGrew',
  'picturesNotLoaded',
  'unstableFrames',
  'chatStartNotReached',
  'chatDiscontinuous',
  'interrupted',
  'pageMoved',
  'viewChanged',
  'scrollRefused',
  'textTooLong',
] satisfies CaptureGap[]);

/** Is something of the page missing in a capture with these gaps? */
export function isPartial(gaps: readonly CaptureGap[]): boolean {
  return gaps.some((gap) => PARTS_MISSING.has(gap));
}
