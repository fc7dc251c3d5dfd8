import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOlder, type Conversation } from '../../../lib/capture/chat-merge.ts';
import type { ChatMessage } from '../../../lib/marketplaces/types.ts';

function message(text: string, change: Partial<ChatMessage> = {}): ChatMessage {
  return {
    at: '2026-11-21T20:45:59+08:00',
    party: 'buyer',
    sender: '测试买家',
    kind: 'text',
    text,
    images: [],
    ...change,
  };
}

/** What is gathered from the screens of a walk, newest screen first. */
function gather(...screens: ChatMessage[][]): Conversation {
  return screens.reduce(addOlder, { messages: [], breaks: 0 });
}

function words({ messages }: Conversation): string {
  return messages.map(({ text }) => text).join('');
}

/** Screens written as words, one letter a message. */
function ofLetters(...screens: string[]): Conversation {
  return gather(...screens.map((screen) => [...screen].map((letter) => message(letter))));
}

describe('gathering a conversation', () => {
  it.each<[string, string[], string, number]>([
    ['one screen', ['abc'], 'abc', 0],
    ['screens that overlap', ['efg', 'cde', 'abc'], 'abcdefg', 0],
    ['a screen that did not move', ['cde', 'cde', 'abc'], 'abcde', 0],
    ['a screen that went back', ['cdef', 'abcd', 'bcd'], 'abcdef', 0],
    ['a screen that holds everything', ['cd', 'abcd'], 'abcd', 0],
    ['a screen on which everything is still empty', ['cd', '', 'abc'], 'abcd', 0],
    ['two equal messages in a row', ['aab', 'xaa'], 'xaab', 0],
    ['an exchange that was said twice', ['ab', 'ba', 'ab'], 'abab', 0],
    ['equal messages at both ends of a step', ['bca', 'ab'], 'abca', 0],
    ['a step too far', ['fgh', 'abc'], 'abcfgh', 1],
    ['two steps too far', ['hi', 'ef', 'ab'], 'abefhi', 2],
  ])('%s: %j', (_name, screens, expected, breaks) => {
    const gathered = ofLetters(...screens);
    expect(words(gathered)).toBe(expected);
    expect(gathered.breaks).toBe(breaks);
  });

  it.each<[string, Partial<ChatMessage>]>([
    ['time', { at: null }],
    ['side', { party: 'seller' }],
    ['sender', { sender: '测试卖家' }],
    ['kind', { kind: 'system' }],
    ['pictures', { images: ['https://img.alicdn.com/1.jpg'] }],
  ])('tells messages apart that differ in nothing but their %s', (_name, change) => {
    const gathered = gather([message('嗯')], [message('嗯', change)]);
    expect(gathered.messages).toEqual([message('嗯', change), message('嗯')]);
    expect(gathered.breaks).toBe(1);
  });

  it('does not change what it is given', () => {
    const known = ofLetters('cd');
    const before = structuredClone(known);
    addOlder(known, [message('b'), message('c')]);
    expect(known).toEqual(before);
  });
});

/** A conversation in which nobody says the same in the same second more than twice. */
const conversation = fc
  .array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 40 })
  .map((numbers) => {
    const said = new Map<number, number>();
    return numbers.filter((number) => {
      const times = (said.get(number) ?? 0) + 1;
      said.set(number, times);
      return times <= 2;
    });
  })
  .map((numbers) => numbers.map((number) => message(`第${number}句`)));

/** A walk up: each screen is of another height and begins above the one before, or stays where it is. */
const steps = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), up: fc.nat({ max: 9 }) }), { maxLength: 60 });

/** The screens of a walk from the end of a conversation to its beginning; each shows at least `overlap` of the one before. */
function walk(
  messages: readonly ChatMessage[],
  moves: readonly { size: number; up: number }[],
  overlap: number,
): ChatMessage[][] {
  let start = Math.max(0, messages.length - 4);
  const screens = [messages.slice(start)];
  const all = [...moves, ...messages.map(() => ({ size: overlap + 1, up: 1 }))];
  for (const { size, up } of all) {
    const next = Math.max(0, start - Math.min(up, size - overlap));
    if (size < overlap || next + size < start + overlap) continue;
    start = next;
    screens.push(messages.slice(start, start + size));
  }
  return screens;
}

describe('any walk over any conversation', () => {
  it('whose screens overlap by a message gathers it exactly, equal messages and all', () => {
    fc.assert(
      fc.property(conversation, steps, (messages, moves) => {
        const gathered = gather(...walk(messages, moves, 1));
        expect(words(gathered)).toBe(words({ messages, breaks: 0 }));
        expect(gathered.breaks).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing it has seen, and counts each place where it left something out', () => {
    const screens = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 5 }), skipped: fc.integer({ min: 0, max: 2 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(screens, (plan) => {
        const seen: ChatMessage[][] = [];
        let next = 1000;
        for (const { size, skipped } of plan) {
          next -= skipped;
          seen.push(Array.from({ length: size }, (_, index) => message(`第${next - size + index}句`)));
          next -= size;
        }
        const gathered = gather(...seen);
        expect(gathered.messages).toEqual(seen.toReversed().flat());
        expect(gathered.breaks).toBe(plan.length - 1);
      }),
    );
  });
});
