import type { FactKey, PageStage, Reading } from '../../marketplaces/types.ts';

const SHIPPING: readonly FactKey[] = ['shippedAt', 'carrier', 'trackingNo'];

/** What cannot be on a page yet, or any more, at its stage. */
const NOT_AT: Partial<Record<PageStage, readonly FactKey[]>> = {
  UNPAID: ['paidAt', ...SHIPPING, 'completedAt'],
  PAID: [...SHIPPING, 'completedAt'],
  SHIPPED: ['completedAt'],
  SUCCESS: ['countdown'],
  CLOSED: ['paidAt', ...SHIPPING, 'completedAt', 'countdown'],
};

/** The facts that a page should show at its stage and that were not found: worth telling the user. */
export function lackingFacts({ missing, facts: { stage } }: Reading): FactKey[] {
  const notNow = (stage && NOT_AT[stage]) ?? [];
  return missing.filter((fact) => !notNow.includes(fact));
}
