import type { ChinaDate } from '../../shared/time.ts';
import type { Counting, Duration } from '../calendar/limits.ts';
import type { Text } from '../text.ts';
import type { Owner } from '../types.ts';
import type { SourceKey } from './sources.ts';

/** Confidence codes of rules 0.1. */
export const CONFIDENCES = ['V', 'X', 'V2', 'R', 'S', 'I'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const SECTIONS = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '2.1', '2.2', '2.3', '4'] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface SourceRef {
  key: SourceKey;
  /** The work meant, where the key stands for several. */
  title?: Text;
  /** In Chinese, such as `第83条第2项`; absent where the source has no articles. */
  article?: string;
}

/** Another duration of the same rule under a condition, e.g. `post` for 平邮. */
interface Variant {
  key: string;
  label: Text;
  duration: Duration;
}

/** The duration the rule had for triggers before `until`. */
interface EarlierDuration {
  until: ChinaDate;
  duration: Duration;
  source: SourceRef;
  /** Default: that of the rule. */
  confidence?: readonly Confidence[];
}

/** A rule as it is written in the section files; what most rows of a section share is filled in by {@link defineSection}. */
export interface RuleRow {
  id: string;
  /** Who must act; empty where the row states a fact. */
  owners: readonly Exclude<Owner, 'none'>[];
  trigger: Text;
  action: Text;
  /** `page`: the page shows the deadline and no number is published. Null: the rule sets no time. */
  duration: Duration | 'page' | null;
  counting?: Counting;
  variants?: readonly Variant[];
  earlier?: readonly EarlierDuration[];
  /** By how much an authority or court may prolong the limit. */
  extension?: Duration;
  onTimeout: Text | null;
  note?: Text;
  sources: readonly SourceRef[];
  /** When the text in its present form came into force; null when the source does not say. Default: that of the first source. */
  effectiveFrom?: ChinaDate | null;
  checkedOn?: ChinaDate;
  confidence: readonly Confidence[];
}

export interface Rule extends RuleRow {
  section: SectionId;
  counting: Counting;
  variants: readonly Variant[];
  earlier: readonly EarlierDuration[];
  effectiveFrom: ChinaDate | null;
  checkedOn: ChinaDate;
}
