import { describe, expect, it } from 'vitest';
import { type ChatChoice, type ChatPast, NO_CHOICE, pastOf, planOf } from '../../../../lib/evidence/chat/choice.ts';
import type { MergedChat } from '../../../../lib/evidence/chat/merge.ts';
import { type ChatPlan, WHOLE_CHAT } from '../../../../lib/evidence/chat/types.ts';

const PAST: ChatPast = {
  oldest: '2026-10-01T09:00:00+08:00',
  newest: '2026-11-20T14:32:00+08:00',
  reachedStart: false,
};

describe('what a capture of a chat is told', () => {
  it.each<[Partial<ChatChoice>, ChatPast | null, Partial<ChatPlan>]>([
    [{}, null, {}],
    [{ everyScreen: true }, null, { frames: 'all' }],
    [{ reach: 'day', day: '2026-11-01' }, null, { from: '2026-11-01T00:00:00+08:00' }],
    [{ reach: 'day' }, PAST, {}],
    [{ reach: 'day', day: '2026-02-30' }, PAST, {}],
    [{ day: '2026-11-01' }, PAST, {}],
    [{ reach: 'new' }, PAST, { from: PAST.newest }],
    [{ reach: 'new' }, null, {}],
    [{ reach: 'older' }, PAST, { framesBefore: PAST.oldest }],
    [{ reach: 'older' }, null, {}],
  ])('%j after %j', (choice, past, expected) => {
    expect(planOf({ ...NO_CHOICE, ...choice }, past)).toEqual({ ...WHOLE_CHAT, ...expected });
  });
});

describe('what earlier captures hold', () => {
  const chat = (times: (string | null)[], gapAt = -1, reachedStart = true): MergedChat => ({
    reachedStart,
    messages: times.map((at, index) => ({
      message: {
        at,
        party: 'buyer',
        sender: '',
        kind: 'text',
        text: '',
        images: [],
        gapBefore: false,
        frames: [],
        pictures: [],
      },
      sources: [],
      gapBefore: index === gapAt,
    })),
  });
  const [A, B, C] = ['2026-10-01T09:00:00+08:00', '2026-10-02T09:00:00+08:00', '2026-10-03T09:00:00+08:00'] as const;

  it.each<[string, MergedChat, ChatPast | null]>([
    ['all of it', chat([A, B, C]), { oldest: A, newest: C, reachedStart: true }],
    ['the newest part after a gap', chat([A, B, C], 1), { oldest: B, newest: C, reachedStart: false }],
    ['without its beginning', chat([A, B], -1, false), { oldest: A, newest: B, reachedStart: false }],
    ['messages without a time at the ends', chat([null, B, null]), { oldest: B, newest: B, reachedStart: true }],
    ['no times at all', chat([null]), null],
    ['nothing', chat([]), null],
  ])('%s', (_name, merged, expected) => {
    expect(pastOf(merged)).toEqual(expected);
  });
});
