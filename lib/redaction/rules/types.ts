import type { RedactionRule } from '../../evidence/covered.ts';

/** How sure a rule is. `low` is offered, but not chosen beforehand. */
export const FIND_CONFIDENCES = ['high', 'medium', 'low'] as const;
export type FindConfidence = (typeof FIND_CONFIDENCES)[number];

/** A piece of folded text that a rule takes for personal data; `end` is the first index after it. */
export interface Hit {
  rule: RedactionRule;
  start: number;
  end: number;
  confidence: FindConfidence;
}

/** Finds one kind of data in folded text. */
export type FindRule = (text: string) => Hit[];
