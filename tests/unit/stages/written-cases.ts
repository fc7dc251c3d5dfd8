import type { PageKind } from '../../../lib/marketplaces/types.ts';
import type { CaseEvent, CaseInput, EventType, PageView } from '../../../lib/stages/index.ts';
import { at, buyers, event, ids, lines, statusAt } from './helpers.ts';

/** A case as one would tell it, and what must come out. Times as in `at`; the events are separated by `; `. */
export interface WrittenCase {
  name: string;
  now: string;
  facts?: Partial<CaseInput>;
  events: string;
  page?: { pageKind: PageKind; seenAt: string; endsAt: string };
  /** Stage and owner. */
  stage: string;
  /** As `lines` writes them, by due. */
  deadlines: readonly string[];
  /** Ids, in their order. */
  warnings: readonly string[];
}

/** What the machines say about a written case. */
export function outcome({ now, facts, events, page }: WrittenCase) {
  const status = statusAt(now, buyers(told(events), { ...facts, ...(page && { page: seen(page) }) }));
  return { stage: `${status.stage} ${status.owner}`, deadlines: lines(status), warnings: ids(status.warnings) };
}

function told(events: string): CaseEvent[] {
  return events
    .split('; ')
    .filter((words) => words !== '')
    .map((words) => {
      const space = words.indexOf(' ');
      return event(words.slice(0, space) as EventType, words.slice(space + 1));
    });
}

function seen({ pageKind, seenAt, endsAt }: NonNullable<WrittenCase['page']>): PageView {
  return { pageKind, seenAt: at(seenAt), countdown: { endsAt: at(endsAt), text: '', action: '' } };
}
