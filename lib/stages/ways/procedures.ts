import type { Stage } from '../types.ts';
import type { Standing } from './types.ts';

/** How a procedure of an authority or court stands towards the same dispute elsewhere (总局令第121号 art. 16(2)). */
type Hold = 'none' | 'running' | 'handled';

const RUNNING_12315: readonly Stage[] = ['ODR', 'RECEIVED', 'FORWARDED', 'ACCEPTED', 'MEDIATION'];
const HANDLED_12315: readonly Stage[] = ['AGREEMENT', 'TERMINATED', 'CLOSED_SETTLED'];
const RUNNING_COURT: readonly Stage[] = ['FILED', 'REGISTERED', 'MEDIATION_BEFORE_FILING', 'JUDGMENT'];
const HANDLED_COURT: readonly Stage[] = ['FINAL', 'SETTLED'];

/** Whether 12315 has the dispute; a refused complaint holds nothing. */
export function holdOf12315({ stageOf }: Standing): Hold {
  return holdOf(stageOf('12315'), RUNNING_12315, HANDLED_12315);
}

/** Whether a court has the dispute; a suit that was refused or withdrawn holds nothing. */
export function holdOfCourt({ stageOf }: Standing): Hold {
  return holdOf(stageOf('court'), RUNNING_COURT, HANDLED_COURT);
}

function holdOf(stage: Stage | null, running: readonly Stage[], handled: readonly Stage[]): Hold {
  if (stage === null) return 'none';
  if (running.includes(stage)) return 'running';
  return handled.includes(stage) ? 'handled' : 'none';
}

/** True when the platform has decided and nothing is open there any more, or its window is over. */
export function isPlatformDone({ stageOf, request }: Standing): boolean {
  const intervention = stageOf('intervention');
  if (intervention !== null && AFTER_APPEAL.includes(intervention)) return true;
  if (stageOf('order') === 'EXPIRED_PLATFORM') return request === null || request === 'CLOSED';
  return false;
}

const AFTER_APPEAL: readonly Stage[] = ['CHANGED', 'CONFIRMED', 'PLATFORM_FINAL'];
/** The platform has decided; its own appeal may be open. */
export const DECIDED: readonly Stage[] = ['SUPPORT_BUYER', 'SUPPORT_SELLER', 'DONE', 'APPEAL_OPEN', ...AFTER_APPEAL];
export const DECIDING: readonly Stage[] = ['INTERVENTION', 'EVIDENCE', 'REVIEW', 'JURY', 'SUSPENDED'];
export const PAID_BACK: readonly Stage[] = ['SUCCESS', 'EX_DONE'];
