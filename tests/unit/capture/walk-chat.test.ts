import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Shot, StepLog, type Walk } from '../../../lib/capture/types.ts';
import { type ChatWalkDeps, walkChat } from '../../../lib/capture/walk-chat.ts';
import { WHOLE_CHAT } from '../../../lib/evidence/chat/types.ts';
import { AppError } from '../../../lib/shared/errors.ts';
import { type FakeChat, FakeList, message } from './fake-chat.ts';

const FRAME_MS = 16;
/** What the browser's quota makes of a screenshot. */
const PACED_MS = 550;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, FRAME_MS));
  vi.stubGlobal('window', { innerWidth: 300, innerHeight: 600, devicePixelRatio: 1 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function chat(change: Partial<FakeChat> & { count?: number } = {}): FakeChat {
  const said = Array.from({ length: change.count ?? 60 }, (_, index) => message(`第${index}句`, index));
  const heights = said.map(() => 60);
  return { said, heights, view: 400, spare: 120, page: 20, delay: 200, onOlder: 'keepsView', ...change };
}

interface Walked {
  walk: Walk;
  shots: Shot[];
  list: FakeList;
}

async function walked(fake: FakeChat, change: Partial<ChatWalkDeps> = {}, freeShots = 1000): Promise<Walked> {
  const list = new FakeList(fake);
  const shots: Shot[] = [];
  const shoot = (shot: Shot) =>
    new Promise<boolean>((resolve) => {
      shots.push(shot);
      setTimeout(() => resolve(true), shots.length > freeShots ? PACED_MS : 60);
    });
  const deps: ChatWalkDeps = {
    chat: list.open,
    plan: WHOLE_CHAT,
    shoot,
    canShootAreas: false,
    read: () => {
      throw new Error('Nobody asks for this');
    },
    now: Date.now,
    keepPicture: async () => undefined,
    progress: async () => ({ stop: false }),
    ...change,
  };
  const done = walkChat(deps, new StepLog(Date.now));
  done.catch(() => undefined); // Looked at below.
  await vi.runAllTimersAsync();
  return { walk: await done, shots, list };
}

const texts = ({ messages }: Walk) => messages.map(({ text }) => text);

describe('the walk through a chat', () => {
  it.each<FakeChat['onOlder']>(['keepsView', 'staysAtTop', 'anchoredAtEnd'])(
    'reads a list whose page, when older messages come, %s',
    async (onOlder) => {
      const fake = chat({ onOlder });
      const { walk } = await walked(fake);
      expect(texts(walk)).toEqual(fake.said.map(({ text }) => text));
      expect(walk.chat?.reachedStart).toBe(true);
      expect(walk.gaps).toEqual(['framesOnly']);
      expect(walk.chat?.steps.slice(1).every(({ shared }) => shared > 0)).toBe(true);
    },
  );

  it('photographs every screen while that is free, and ties each message to where it is seen', async () => {
    const { walk, shots } = await walked(chat());
    expect(walk.chat?.seen.every(({ frames }) => frames.length > 0)).toBe(true);
    expect(walk.geometry.shots).toHaveLength(shots.length);
    const last = walk.chat?.seen.at(-1)?.frames[0];
    expect(last).toEqual({ shot: 0, box: [0, 340, 300, 60] });
  });

  it('goes on without screenshots once they have to be waited for, says so, and still shows the beginning', async () => {
    const fake = chat({ count: 300 });
    const { walk, shots } = await walked(fake, {}, 5);
    expect(texts(walk)).toEqual(fake.said.map(({ text }) => text));
    expect(shots.length).toBeLessThan(12);
    expect(walk.gaps).toEqual(['framesOnly', 'chatFramesPartial']);
    expect(walk.chat?.seen[0]?.frames).not.toEqual([]);
    expect(walk.chat?.seen.at(-1)?.frames).not.toEqual([]);
  });

  it('photographs every screen when the user wants that', async () => {
    const { walk } = await walked(chat({ count: 300 }), { plan: { ...WHOLE_CHAT, frames: 'all' } }, 5);
    expect(walk.chat?.seen.every(({ frames }) => frames.length > 0)).toBe(true);
    expect(walk.gaps).toEqual(['framesOnly']);
  });

  it('photographs only what is older than an earlier capture, when it goes on from one', async () => {
    const fake = chat({ count: 100 });
    const framesBefore = fake.said[50]?.at ?? '';
    const { walk } = await walked(fake, { plan: { ...WHOLE_CHAT, framesBefore } });
    const isShown = walk.chat?.seen.map(({ frames }) => frames.length > 0) ?? [];
    expect(isShown.slice(0, 50)).not.toContain(false);
    expect(isShown.slice(60)).not.toContain(true);
  });

  it('ends with the first message before the chosen time', async () => {
    const fake = chat({ count: 200 });
    const from = fake.said[120]?.at ?? '';
    const { walk } = await walked(fake, { plan: { ...WHOLE_CHAT, from } });
    expect(walk.messages[0]?.at && walk.messages[0].at < from).toBe(true);
    expect(texts(walk).slice(-80)).toEqual(fake.said.slice(120).map(({ text }) => text));
    expect(walk.messages.length).toBeLessThan(110);
    expect(walk.gaps).toContain('chatFromChosenDay');
    expect(walk.chat?.reachedStart).toBe(false);
  });

  it('ends when the user has had enough, with what it has read', async () => {
    const fake = chat({ count: 400 });
    const { walk } = await walked(fake, { progress: async ({ messages }) => ({ stop: messages > 50 }) });
    expect(walk.messages.length).toBeGreaterThan(50);
    expect(walk.messages.length).toBeLessThan(150);
    expect(texts(walk)).toEqual(fake.said.slice(-walk.messages.length).map(({ text }) => text));
    expect(walk.gaps).toContain('chatStartNotReached');
  });

  it('hands over what it has read now and then, for the case that the page goes away', async () => {
    const noted: number[] = [];
    await walked(chat({ count: 400 }), {
      progress: async ({ messages, soFar }) => {
        if (soFar) noted.push(soFar.messages.length);
        if (soFar) expect(soFar.chat.seen).toHaveLength(messages);
        return { stop: false };
      },
    });
    expect(noted.length).toBeGreaterThan(1);
  });

  it('fails when it was cancelled, and puts the list back', async () => {
    const fake = chat();
    const cancelled = new AppError('cancelled');
    const list: FakeList[] = [];
    const failing = walked(fake, { progress: () => Promise.reject(cancelled) }).then(({ list: own }) => list.push(own));
    await expect(failing).rejects.toBe(cancelled);
  });

  it('reads what is said while it walks', async () => {
    const fake = chat();
    const before = fake.said.length;
    let isSaid = false;
    const { walk } = await walked(fake, {
      progress: async () => {
        if (!isSaid) {
          isSaid = true;
          fake.said.push(message('新的一句', before));
          fake.heights.push(60);
        }
        return { stop: false };
      },
    });
    expect(texts(walk).at(-1)).toBe('新的一句');
    expect(walk.messages).toHaveLength(before + 1);
    expect(walk.gaps).not.toContain('chatDiscontinuous');
  });

  it('marks a gap at a line that the page never fills', async () => {
    const fake = chat({ empty: new Set([30]) });
    const { walk } = await walked(fake);
    expect(texts(walk)).toEqual(fake.said.map(({ text }) => text).filter((text) => text !== '第30句'));
    const gaps = walk.messages.filter((_, index) => walk.chat?.seen[index]?.gapBefore);
    expect(gaps.map(({ text }) => text)).toEqual(['第31句']);
    expect(walk.gaps).toContain('chatDiscontinuous');
  });

  it('reads any list to its beginning, in order and without a gap', async () => {
    const list = fc.record({
      said: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 120 }),
      height: fc.integer({ min: 30, max: 150 }),
      uneven: fc.nat({ max: 200 }),
      spare: fc.integer({ min: 0, max: 400 }),
      page: fc.integer({ min: 12, max: 50 }),
      delay: fc.nat({ max: 1200 }),
      freeShots: fc.nat({ max: 30 }),
      onOlder: fc.constantFrom<FakeChat['onOlder']>('keepsView', 'staysAtTop', 'anchoredAtEnd'),
    });
    await fc.assert(
      fc.asyncProperty(list, async ({ said, height, uneven, freeShots, ...rest }) => {
        // Words repeat, and some messages are sent twice in a minute.
        const messages = said.map((word, index) => message(`词${word}`, index - (index % 2)));
        const heights = messages.map((_, index) => height + ((index * 37) % (uneven + 1)));
        const { walk } = await walked({ ...rest, said: messages, heights, view: 400 }, {}, freeShots);
        expect(walk.messages).toEqual(messages);
        expect(walk.gaps).not.toContain('chatDiscontinuous');
        expect(walk.chat?.reachedStart).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
