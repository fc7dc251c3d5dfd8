import type { Capture } from '../../evidence/types.ts';
import type { Company } from '../../marketplaces/types.ts';

/** Who runs the shop, from the newest capture that shows it; undefined while no licence page was captured. */
export function companyOf(captures: readonly Pick<Capture, 'facts' | 'takenAt'>[]): Company | undefined {
  const newestFirst = [...captures].sort((a, b) => b.takenAt - a.takenAt);
  return newestFirst.find(({ facts }) => facts.company !== undefined)?.facts.company;
}
