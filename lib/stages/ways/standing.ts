import { limitationOf } from '../deadlines/limitation.ts';
import { hasPlatformRules } from '../deadlines/rule-deadline.ts';
import type { Machine } from '../types.ts';
import type { Standing, WaysInput } from './types.ts';

const REQUESTS: readonly Machine[] = ['refundOnly', 'returnRefund', 'exchange', 'repair'];

/** Makes the questions that the ladder and the channels ask about a case easy to answer. An unknown role is the buyer's. */
export function standingOf(ways: WaysInput): Standing {
  const { input, status, now } = ways;
  const stageOf = (machine: Machine) => status.machines.find((one) => one.machine === machine)?.stage ?? null;
  return {
    ...ways,
    role: input.role === 'seller' ? 'seller' : 'buyer',
    isTaobao: hasPlatformRules(input),
    stageOf,
    request: REQUESTS.map(stageOf).find((stage) => stage !== null) ?? null,
    limits: {
      complaint: limitationOf('LW.comp.limit', input, now),
      court: limitationOf('CT.limit', input, now),
    },
  };
}
