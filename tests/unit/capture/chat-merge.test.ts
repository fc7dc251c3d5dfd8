import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conversation, type ReadLine } from '../../../lib/capture/gathered.ts';
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

const AT = '2026-11-22T12:00:00+08:00';

function line(said: ChatMessage): ReadLine {
  const key = JSON.stringify([said.at, said.party, said.sender, said.kind, said.text, said.images]);
  return { element: {} as Element, message: said, key, pictures: [] };
}

/** What is gathered from the screens of a walk, newest screen first. */
function gather(...screens: ChatMessage[][]): Conversation {
  const known = new Conversation();
  for (const screen of screens) known.add(screen.map(line), AT);
  return known;
}

function messagesOf({ messages }: Conversation): ChatMessage[] {
  return messages.map(({ message: said }) => said);
}

function words(messages: readonly ChatMessage[]): string {
  return messages.map(({ text }) => text).join('');
}

/** Where a gap is, by the words of the message after it. */
function gaps({ messages }: Conversation): string[] {
  return messages.flatMap(({ gapBefore, message: said }) => (gapBefore ? [said.text] : []));
}

/** Screens written as words, one letter a message. */
function ofLetters(...screens: string[]): Conversation {
  return gather(...screens.map((screen) => [...screen].map((letter) => message(letter))));
}

describe('gathering a conversation', () => {
  it.each<[string, string[], string, string]>([
    ['one screen', ['abc'], 'abc', ''],
    ['screens that overlap', ['efg', 'cde', 'abc'], 'abcdefg', ''],
    ['a screen that did not move', ['cde', 'cde', 'abc'], 'abcde', ''],
    ['a screen that went back', ['cdef', 'abcd', 'bcd'], 'abcdef', ''],
    ['a screen that holds everything', ['cd', 'abcd'], 'abcd', ''],
    ['a screen on which everything is still empty', ['cd', '', 'abc'], 'abcd', ''],
    ['two equal messages in a row', ['aab', 'xaa'], 'xaab', ''],
    ['an exchange that was said twice', ['ab', 'ba', 'ab'], 'abab', ''],
    ['equal messages at both ends of a step', ['bca', 'ab'], 'abca', ''],
    ['a screen at the end again, with what was said meanwhile', ['cd', 'abc', 'cdef'], 'abcdef', ''],
    ['a screen that shows everything and more', ['cd', 'bcde'], 'bcde', ''],
    ['a gap that a later screen closes', ['ef', 'cd', 'cdef', 'bc'], 'bcdef', ''],
    ['a step too far', ['fgh', 'abc'], 'abcfgh', 'f'],
    ['two steps too far', ['hi', 'ef', 'ab'], 'abefhi', 'eh'],
  ])('%s: %j', (_name, screens, expected, gapsBefore) => {
    const gathered = ofLetters(...screens);
    expect(words(messagesOf(gathered))).toBe(expected);
    expect(gaps(gathered).join('')).toBe(gapsBefore);
  });

  it.each<[string, Partial<ChatMessage>]>([
    ['time', { at: null }],
    ['side', { party: 'seller' }],
    ['sender', { sender: '测试卖家' }],
    ['kind', { kind: 'system' }],
    ['pictures', { images: ['https://img.alicdn.com/1.jpg'] }],
  ])('tells messages apart that differ in nothing but their %s', (_name, change) => {
    const gathered = gather([message('嗯')], [message('嗯', change)]);
    expect(messagesOf(gathered)).toEqual([message('嗯', change), message('嗯')]);
    expect(gathered.messages.map(({ gapBefore }) => gapBefore)).toEqual([false, true]);
  });

  it('puts what touches nothing where its time says', () => {
    const early = message('早', { at: '2026-11-01T08:00:00+08:00' });
    const gathered = gather([early], [message('晚')]);
    expect(words(messagesOf(gathered))).toBe('早晚');
    expect(gaps(gathered)).toEqual(['晚']);
  });

  it('learns a time that the page had not said clearly before', () => {
    const known = new Conversation();
    const unclear = { ...line(message('嗯', { at: null })), key: '嗯 12:30' };
    known.add([unclear], AT);
    known.add([{ ...unclear, message: message('嗯') }], AT);
    expect(messagesOf(known)).toEqual([message('嗯')]);
  });

  it('notes how each look fits those before it', () => {
    const places = ofLetters('efg', 'cde', 'ab').steps();
    expect(places).toEqual([
      { at: AT, first: 4, last: 6, shared: 0 },
      { at: AT, first: 2, last: 4, shared: 1 },
      { at: AT, first: 0, last: 1, shared: 0 },
    ]);
  });

  it('knows before it adds them whether messages touch what is known', () => {
    const known = ofLetters('de');
    expect(known.fits([line(message('c')), line(message('d'))])).toBe(true);
    expect(known.fits([line(message('b'))])).toBe(false);
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
        expect(words(messagesOf(gathered))).toBe(words(messages));
        expect(gaps(gathered)).toEqual([]);
        expect(
          gathered
            .steps()
            .slice(1)
            .every(({ shared }) => shared > 0),
        ).toBe(true);
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
        expect(messagesOf(gathered)).toEqual(seen.toReversed().flat());
        expect(gaps(gathered)).toHaveLength(plan.length - 1);
      }),
    );
  });
});
