import type { Reading } from '../marketplaces/types.ts';
import { endTogether } from './time/clocks.ts';

/** True when two looks at one page say the same, apart from running clocks. */
export function saysTheSame(a: Reading, b: Reading): boolean {
  const isSameText = JSON.stringify(withoutClock(a)) === JSON.stringify(withoutClock(b));
  return isSameText && endTogether(a.facts.countdown, b.facts.countdown);
}

function withoutClock({
  facts: { countdown, ...facts },
  text: { countdown: _words, ...text },
  serverClock: _clock,
  ...rest
}: Reading) {
  return { ...rest, facts: { ...facts, hasCountdown: countdown !== undefined }, text };
}
