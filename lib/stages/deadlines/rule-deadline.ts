import { chinaDate, type Instant } from '../../shared/time.ts';
import { type Duration, endOfLimit, type LimitEnd, type RollOver } from '../calendar/limits.ts';
import type { CaseFacts } from '../facts.ts';
import { requireRule } from '../rules/clock-rules.ts';
import { basisOf, describeSources } from '../rules/describe.ts';
import type { Confidence, Rule, SourceRef } from '../rules/types.ts';
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Basis, Deadline, Machine, Owner } from '../types.ts';

/** A rule put to work on one case. */
export interface RuleUse {
  rule: string;
  machine: Machine;
  /** The event the limit counts from. */
  since: Instant;
  primary: boolean;
  /** Another rule that may be the one that applies: overdue only when its time is over as well. */
  atLatest?: string | undefined;
  variant?: string | undefined;
  /** The start or the rule's application is inferred. */
  estimate?: boolean | undefined;
  onTimeout?: Text | undefined;
}

/** Ids of rules of the law, which hold on every marketplace; the others are those of Taobao and Tmall. */
export const LAW = /^(?:LW|CT)\.|^RR\.law\./;

/** True when the rules of Taobao and Tmall can be applied; with an unknown marketplace they are only an estimate. */
export function hasPlatformRules({ marketplace }: Pick<CaseFacts, 'marketplace'>): boolean {
  return marketplace === null || marketplace === 'taobao' || marketplace === 'tmall';
}

/** The deadline a rule gives, or null when the rule names no time or does not hold on this marketplace. */
export function ruleDeadline(use: RuleUse, facts: CaseFacts): Deadline | null {
  const rule = requireRule(use.rule);
  const isLaw = LAW.test(rule.id);
  if (!isLaw && !hasPlatformRules(facts)) return null;
  const valid = durationAt(rule, use.since, use.variant);
  if (!valid) return null;
  const owner = ownerOf(rule, facts);
  const end = endOfLimit(use.since, valid.duration, rule.counting, rollOverFor(owner, facts));
  const overdueAfter = latestEnd(rule, use.since, valid.duration, owner, facts, end).due;
  const other =
    use.atLatest === undefined ? null : ruleDeadline({ ...use, rule: use.atLatest, atLatest: undefined }, facts);
  const surelyOver = Math.max(overdueAfter, other?.overdueAfter ?? overdueAfter);
  const isInferred = use.estimate === true || (!isLaw && facts.marketplace === null);
  const confidence: readonly Confidence[] = isInferred ? [...valid.confidence, 'I'] : valid.confidence;
  return {
    ...describeUse(use, rule, facts),
    ...end,
    overdueAfter: surelyOver,
    overdue: facts.now >= surelyOver,
    basis: basisOf(confidence),
    confidence: [...new Set(confidence)].join('/'),
    source: describeSources(valid.sources, confidence),
  };
}

/**
 * The deadline of a rule whose end is read from the page. On a marketplace without rules of its own it is the page's alone:
 * what Taobao does when the time is over is not said there.
 */
export function pageDeadline(use: Omit<RuleUse, 'since'>, due: Instant, source: Text, facts: CaseFacts): Deadline {
  const rule = requireRule(use.rule);
  const pageOnly = !LAW.test(rule.id) && !hasPlatformRules(facts);
  return {
    ...describeUse(use, rule, facts),
    ...(pageOnly && { onTimeout: AS_THE_PAGE_SAYS, note: null }),
    due,
    lastDay: null,
    overdueAfter: due,
    overdue: facts.now >= due,
    provisional: false,
    basis: 'page' satisfies Basis,
    confidence: pageOnly ? 'I' : rule.confidence.join('/'),
    source,
  };
}

const AS_THE_PAGE_SAYS = text('后果以页面写的为准', 'what follows is what the page says');

function describeUse(use: Omit<RuleUse, 'since'>, rule: Rule, facts: CaseFacts) {
  return {
    id: rule.id,
    machine: use.machine,
    owner: ownerOf(rule, facts),
    action: rule.action,
    onTimeout: use.onTimeout ?? rule.onTimeout ?? text('没有公布的后果', 'no published consequence'),
    note: rule.note ?? null,
    primary: use.primary,
  };
}

interface ValidDuration {
  duration: Duration;
  sources: readonly SourceRef[];
  confidence: readonly Confidence[];
}

/** The duration in force when the limit started. */
function durationAt(rule: Rule, since: Instant, variant: string | undefined): ValidDuration | null {
  const { sources, confidence } = rule;
  const special = variant === undefined ? undefined : rule.variants.find(({ key }) => key === variant);
  if (special) return { duration: special.duration, sources, confidence };
  const before = rule.earlier.find(({ until }) => chinaDate(since) < until);
  if (before)
    return { duration: before.duration, sources: [before.source], confidence: before.confidence ?? confidence };
  if (rule.duration === null || rule.duration === 'page') return null;
  return { duration: rule.duration, sources, confidence };
}

/** When both parties must act, the user's own part is shown. */
function ownerOf(rule: Rule, facts: CaseFacts): Owner {
  const own = rule.owners.find((owner) => owner === facts.role);
  return own ?? rule.owners[0] ?? 'none';
}

function rollOverFor(owner: Owner, facts: CaseFacts): RollOver {
  if (isUsersOwn(owner, facts)) return 'never';
  if (owner === 'authority') return 'holiday';
  return owner === 'court' ? 'restDay' : 'never';
}

/** With an unknown role either party's duty may be the user's. */
function isUsersOwn(owner: Owner, facts: CaseFacts): boolean {
  return owner === facts.role || (facts.role === 'unknown' && (owner === 'buyer' || owner === 'seller'));
}

/** Until when somebody else can still be in time: rolled over rest days and with every prolongation the rule allows. */
function latestEnd(
  rule: Rule,
  since: Instant,
  duration: Duration,
  owner: Owner,
  facts: CaseFacts,
  end: LimitEnd,
): LimitEnd {
  if (isUsersOwn(owner, facts)) return end;
  const more = rule.extension?.unit === duration.unit ? rule.extension.amount : 0;
  return endOfLimit(since, { ...duration, amount: duration.amount + more }, rule.counting, 'restDay');
}
