import type { Capture } from '../evidence/types.ts';
import type { PageKind } from '../marketplaces/types.ts';

/** What a complaint is refused for when it is missing (总局令第121号 art. 16), as keys of `locales/` under `export.`. */
export type PrecheckKey = 'missingLicence' | 'missingOrder' | 'missingRefund' | 'missingChat';

const NEEDED: readonly [PrecheckKey, PageKind][] = [
  ['missingLicence', 'shopLicence'],
  ['missingOrder', 'orderDetail'],
  ['missingRefund', 'refundDetail'],
  ['missingChat', 'chat'],
];

/** What a complaint made of these captures would lack; most serious first. */
export function precheck(captures: readonly Pick<Capture, 'pageKind'>[]): PrecheckKey[] {
  return NEEDED.flatMap(([key, kind]) => (captures.some(({ pageKind }) => pageKind === kind) ? [] : [key]));
}
