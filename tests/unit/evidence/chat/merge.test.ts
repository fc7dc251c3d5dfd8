import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CapturedChat, mergeChats } from '../../../../lib/evidence/chat/merge.ts';
import { type KeptMessage, WHOLE_CHAT } from '../../../../lib/evidence/chat/types.ts';
import { formatIso } from '../../../../lib/shared/time.ts';

const START = Date.UTC(2026, 10, 1);

function said(text: string, change: Partial<KeptMessage> = {}): KeptMessage {
  const at = formatIso(START + (text.codePointAt(0) ?? 0) * 60_000);
  const empty = { images: [], gapBefore: false, frames: [], pictures: [] };
  return { at, party: 'buyer', sender: '测试买家', kind: 'text', text, ...empty, ...change };
}

/** A capture of messages of one letter each; `|` is a gap, `^` in front the beginning of the conversation. */
function captured(captureId: string, letters: string, day = 1): CapturedChat {
  const messages = [...letters.replace('^', '').matchAll(/(\|?)([^|])/gu)].map(([, gap, letter = '']) =>
    said(letter, { gapBefore: gap === '|' }),
  );
  const reachedStart = letters.startsWith('^');
  return {
    captureId,
    takenAt: START + day,
    chat: { format: 'chat/2', plan: WHOLE_CHAT, reachedStart, messages, steps: [] },
  };
}

/** The merged conversation in the same letters. */
function merged(...captures: CapturedChat[]): string {
  const { messages, reachedStart } = mergeChats(captures);
  const letters = messages.map(({ message, gapBefore }) => `${gapBefore ? '|' : ''}${message.text}`).join('');
  return `${reachedStart ? '^' : ''}${letters}`;
}

describe('captures of one conversation', () => {
  it.each<[string, string[], string]>([
    ['one alone', ['abc'], 'abc'],
    ['one with a gap', ['ab|de'], 'ab|de'],
    ['what came later', ['^abc', 'bcd'], '^abcd'],
    ['what came before', ['cde', '^abc'], '^abcde'],
    ['one that holds the other', ['abcde', 'bcd'], 'abcde'],
    ['two that share nothing', ['ab', 'ef'], 'ab|ef'],
    ['a later one that was made first of older messages', ['ef', 'ab'], 'ab|ef'],
    ['one that closes a gap', ['ab|de', 'bcd'], 'abcde'],
    ['one that bridges two', ['ab', 'ef', 'bcde'], 'abcdef'],
    ['a message that is gone in the later one', ['abc', 'ac'], 'abc'],
    ['a beginning that only the later one has', ['bc', '^abc'], '^abc'],
    ['a beginning that does not belong to the oldest', ['^bc', 'ab'], 'abc'],
  ])('%s: %j', (_name, letters, expected) => {
    expect(merged(...letters.map((part, index) => captured(`c${index}`, part, index)))).toBe(expected);
  });

  it('keeps what was said and that it was taken back later, both', () => {
    const before = captured('c0', 'abc', 0);
    const after = captured('c1', 'abc', 1);
    after.chat.messages[1] = said('b', { kind: 'recalled', party: 'platform', text: '对方撤回了一条消息' });
    const { messages } = mergeChats([after, before]);
    expect(messages.map(({ message }) => message.text)).toEqual(['a', 'b', '对方撤回了一条消息', 'c']);
    expect(messages.map(({ sources }) => sources.map(({ captureId }) => captureId))).toEqual([
      ['c0', 'c1'],
      ['c0'],
      ['c1'],
      ['c0', 'c1'],
    ]);
  });

  it('shows a message as the capture has it that kept its pictures', () => {
    const images = ['https://img.alicdn.com/1.jpg'];
    const without = captured('c0', 'abc', 0);
    without.chat.messages[1] = said('b', { images, pictures: [{ address: 'x', file: null, why: 'notReadable' }] });
    const whole = captured('c1', 'abc', 1);
    whole.chat.messages[1] = said('b', { images, pictures: [{ address: 'y', file: '图片-001.jpg', why: null }] });
    const [, picture] = mergeChats([without, whole]).messages;
    expect(picture?.message.pictures).toEqual([{ address: 'y', file: '图片-001.jpg', why: null }]);
    expect(picture?.sources.map(({ captureId }) => captureId)).toEqual(['c1', 'c0']);
  });

  it('are not held together by words without a time, which are said again and again', () => {
    const timeless = (letters: string) => [...letters].map((letter) => said(letter, { at: null }));
    const [one, other] = [captured('c0', 'ab', 0), captured('c1', 'xy', 1)];
    one.chat.messages = timeless('ab');
    other.chat.messages = timeless('bc');
    expect(merged(one, other)).toHaveLength('ab|bc'.length);
  });

  it('keep two equal messages of one second apart', () => {
    const [one, other] = [captured('c0', 'abbc', 0), captured('c1', 'bbcd', 1)];
    expect(merged(one, other)).toBe('abbcd');
    const ends = [captured('c0', 'abb', 0), captured('c1', 'bbc', 1)] as const;
    expect(merged(...ends)).toBe('abbc');
  });
});

const LETTERS = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x4e00 + index));
/** Stretches of the conversation, `[from, to)`, as captures in any order. */
const stretch = fc
  .tuple(fc.nat({ max: 39 }), fc.integer({ min: 1, max: 15 }))
  .map(([from, size]) => [from, Math.min(40, from + size)] as const);

describe('any captures of any conversation', () => {
  it('give every message that one of them holds once, in order, with a gap exactly where none shows what is between', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
        const captures = stretches.map(([from, to], index) =>
          captured(`c${index}`, LETTERS.slice(from, to).join(''), index),
        );
        const isShownWithNext = (place: number) => stretches.some(([from, to]) => from <= place && place + 1 < to);
        const held = LETTERS.map((_, place) => stretches.some(([from, to]) => from <= place && place < to));
        const expected = LETTERS.map((letter, place) => {
          if (!held[place]) return '';
          const isFirst = held.indexOf(true) === place;
          return isFirst || isShownWithNext(place - 1) ? letter : `|${letter}`;
        }).join('');
        expect(merged(...captures)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('give the same in whatever order they are added', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), fc.integer(), (stretches, seed) => {
        const parts = stretches.map(([from, to]) => LETTERS.slice(from, to).join(''));
        const turned = [
          ...parts.slice(Math.abs(seed) % parts.length),
          ...parts.slice(0, Math.abs(seed) % parts.length),
        ];
        const all = (letters: readonly string[]) =>
          merged(...letters.map((part, day) => captured(`c${day}`, part, day)));
        expect(all(turned)).toBe(all(parts));
      }),
    );
  });
});
