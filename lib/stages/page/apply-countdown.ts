import { formatPageTime, HOUR_MS, type Instant } from '../../shared/time.ts';
import { pageDeadline } from '../deadlines/rule-deadline.ts';
import type { StageClock } from '../deadlines/run-clocks.ts';
import type { CaseFacts } from '../facts.ts';
import { type Text, text } from '../text.ts';
import type { Deadline, Note } from '../types.ts';
import type { PageReading } from './read-page.ts';

/** The clock of a stage after the page has had its say. */
export interface DecidedClock {
  deadline: Deadline | null;
  warnings: Note[];
}

const MAX_DIFFERENCE_MS = 12 * HOUR_MS;

/**
 * The page's countdown is the master of the stage's clock. It does not count when something happened after the page was
 * seen (`changedAt`); a difference of more than 12 hours from the rule is reported, not hidden.
 */
export function applyCountdown(
  clock: StageClock | null,
  page: PageReading | null,
  changedAt: Instant,
  facts: CaseFacts,
): DecidedClock {
  const byRule = clock?.deadline ?? null;
  if (!page || page.due === null) return { deadline: byRule, warnings: [] };
  if (page.seenAt !== null && changedAt > page.seenAt) return { deadline: byRule, warnings: [outdated(page.seenAt)] };
  if (!clock) return { deadline: null, warnings: [noClock(page.due, page.words)] };
  const { use, ruleDue } = ruleOnPage(clock, page.due);
  return {
    deadline: pageDeadline(use, page.due, pageSource(page), facts),
    warnings: ruleDue !== null && Math.abs(ruleDue - page.due) > MAX_DIFFERENCE_MS ? [differs(page.due, ruleDue)] : [],
  };
}

/** Where either of two rules may apply, the page tells by its countdown which one it is. */
function ruleOnPage({ use, deadline }: StageClock, shown: Instant) {
  if (!deadline) return { use, ruleDue: null };
  const { atLatest } = use;
  if (atLatest === undefined || shown - deadline.due <= MAX_DIFFERENCE_MS) return { use, ruleDue: deadline.due };
  return { use: { ...use, rule: atLatest }, ruleDue: deadline.overdueAfter };
}

function pageSource({ words, seenAt }: PageReading): Text {
  const quoted = words === '' ? '' : `“${words}”`;
  if (seenAt === null) return text(`页面倒计时${quoted}`, `countdown on the page ${quoted}`.trim());
  const seen = formatPageTime(seenAt);
  return text(`页面倒计时${quoted}，${seen} 看到`, `countdown on the page ${quoted}, seen ${seen}`.replace(' ,', ','));
}

function outdated(seenAt: Instant): Note {
  return {
    id: 'page.outdated',
    text: text(
      `页面是 ${formatPageTime(seenAt)} 看到的，之后又有新的进展，那时的倒计时没有采用；请刷新页面。`,
      `Something happened after the page was seen at ${formatPageTime(seenAt)}; its countdown is not used. Reload the page.`,
    ),
  };
}

function noClock(due: Instant, words: string): Note {
  return {
    id: 'page.noTimer',
    text: text(
      `页面上有一个到 ${formatPageTime(due)} 的倒计时（${words}），对不上目前记录的阶段；请看清页面上写的是什么。`,
      `The page has a countdown to ${formatPageTime(due)} (${words}) that does not belong to the stage on record; read what it says.`,
    ),
  };
}

function differs(due: Instant, byRule: Instant): Note {
  return {
    id: 'page.differs',
    text: text(
      `页面倒计时到 ${formatPageTime(due)}，按规则算是 ${formatPageTime(byRule)}，相差超过12小时；以页面为准，早的那个更稳妥。`,
      `The page counts down to ${formatPageTime(due)}, the rule gives ${formatPageTime(byRule)}, more than 12 hours apart. The page decides; the earlier one is safer.`,
    ),
  };
}
