import { expect, it } from 'vitest';
import { lackingFacts } from '../../../lib/cases/facts/lacking.ts';
import { NOTHING } from '../../../lib/marketplaces/nothing.ts';
import type { FactKey, PageStage } from '../../../lib/marketplaces/types.ts';

it.each<[PageStage | undefined, FactKey[], FactKey[]]>([
  ['UNPAID', ['paidAt', 'shippedAt', 'shopName'], ['shopName']],
  ['SHIPPED', ['completedAt', 'trackingNo'], ['trackingNo']],
  ['SUCCESS', ['completedAt', 'countdown'], ['completedAt']],
  ['CLOSED', ['paidAt', 'countdown', 'paidAmount'], ['paidAmount']],
  ['WAIT_SELLER_AGREE', ['countdown'], ['countdown']],
  [undefined, ['completedAt'], ['completedAt']],
])('of a page at stage %s that does not show %j the user is told of %j', (stage, missing, told) => {
  expect(lackingFacts({ ...NOTHING, missing, facts: stage ? { stage } : {} })).toEqual(told);
});
