import type { Role } from '../../marketplaces/types.ts';
import type { Run } from '../machines/types.ts';
import type { Machine, Note } from '../types.ts';
import {
  AUTHORITY_STEPS,
  COMPLAINT_STEPS,
  COURT_STEPS,
  INTERVENTION_STEPS,
  ORDER_STEPS,
  REPORT_STEPS,
  REQUEST_STEPS,
  type StepTable,
} from './next-table.ts';
import { type StepId, stepText } from './steps.ts';

const TABLES: Record<Machine, StepTable> = {
  order: ORDER_STEPS,
  refundOnly: REQUEST_STEPS,
  returnRefund: REQUEST_STEPS,
  exchange: REQUEST_STEPS,
  repair: REQUEST_STEPS,
  complaint: COMPLAINT_STEPS,
  intervention: INTERVENTION_STEPS,
  '12315': AUTHORITY_STEPS,
  report: REPORT_STEPS,
  court: COURT_STEPS,
};

/** The seller did not answer in time: the buyer need not wait for the automatic consequence to be visible. */
const SILENT_SELLER: readonly StepId[] = ['CH.intervene'];

interface Circumstances {
  /** Why the stage may not be the present one any more. */
  isOverdue: boolean;
  isStale: boolean;
  /** False on marketplaces other than Taobao and Tmall. */
  isTaobao: boolean;
}

/** What `role` can sensibly do now, most useful first; an unknown role is shown the buyer's steps. */
export function nextSteps(headline: Run | null, role: Role, circumstances: Circumstances): Note[] {
  if (!headline) return [];
  const { isOverdue, isStale, isTaobao } = circumstances;
  const steps = TABLES[headline.machine][headline.stage];
  const own = (role === 'seller' ? steps?.seller : steps?.buyer) ?? [];
  const first: StepId[] = isOverdue || isStale ? ['page.reload'] : [];
  const silent = isOverdue && role !== 'seller' && isWaitingForSeller(headline) ? SILENT_SELLER : [];
  return [...first, ...silent, ...own].flatMap((id) => {
    const text = stepText(id, isTaobao);
    return text ? [{ id, text }] : [];
  });
}

function isWaitingForSeller({ stage }: Run): boolean {
  return stage === 'WAIT_SELLER_AGREE' || stage === 'EX_WAIT_SELLER_AGREE' || stage === 'WAIT_SELLER_CONFIRM_GOODS';
}
