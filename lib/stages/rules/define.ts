import { SOURCES } from './sources.ts';
import type { Rule, RuleRow, SectionId } from './types.ts';

/** Version of the rules as data; kept with every case and bundle that was judged with it. */
export const RULES_VERSION = '2026-11-22';

/** Day on which the sources of all rules were last compared with the rows. */
export const CHECKED_ON = '2026-11-22';

/** Completes the rows of a section; `counting` is how its hours and natural days run unless a row says otherwise. */
export function defineSection(section: SectionId, counting: Rule['counting'], rows: readonly RuleRow[]): Rule[] {
  return rows.map((row) => {
    const [first] = row.sources;
    return {
      counting,
      variants: [],
      earlier: [],
      effectiveFrom: first ? SOURCES[first.key].inForceFrom : null,
      checkedOn: CHECKED_ON,
      ...row,
      section,
    };
  });
}
