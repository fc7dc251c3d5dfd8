import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../lib/marketplaces/types.ts';
import { FROM_CONTENT_SCRIPTS, parseMessage } from '../../../lib/messaging/protocol.ts';
import type { MessageMap, MessageType } from '../../../lib/messaging/types.ts';
import { ORDER_NO, refundPage } from '../cases/pages.ts';

const ID = '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11';
const SIZE = { width: 1280, height: 720 };
const FACTS: Facts = {
  refundAmount: '7.04',
  refundAppliedAt: '2026-11-21T10:00:00+08:00',
  countdown: { endsAt: null, remainingMs: 5, text: '还剩', action: '' },
  items: [{ title: '测试商品', quantity: 2, unitPrice: '3.52' }],
};
const READING = {
  ...refundPage(FACTS),
  events: [{ type: 'refund.refused', at: '2026-11-21T10:00:00+08:00' } as const],
  disagreements: [{ fact: 'refundAmount', kept: null, other: { source: 'label', text: '￥7' } } as const],
};
const OPTIONS = {
  captureIds: [ID],
  claims: [{ kind: '退货', amount: '7.04', note: '测试' }],
  complainant: { name: '测试甲', phone: '13800000000' },
};

const NAVIGATION = {
  loadedFrom: 'https://refund2.taobao.com/dispute/detail.htm',
  kind: 'navigate',
  redirects: 0,
  status: 200,
  loadedAt: 1_795_320_000_000,
  failedLoads: [{ address: 'https://refund2.taobao.com/a.js', status: 404 }],
};
const ENVIRONMENT = {
  userAgent: 'Mozilla/5.0',
  languages: ['zh-CN'],
  timeZone: 'Asia/Shanghai',
  utcOffset: 480,
  zoom: 1,
  screen: SIZE,
  viewport: SIZE,
  devicePixelRatio: 1,
  referrer: '',
};
const VIEW = {
  kind: 'window' as const,
  viewport: SIZE,
  box: { left: 0, top: 0, ...SIZE },
  contentHeight: 1500,
  devicePixelRatio: 1.25,
};

/** A good payload of every message there is. */
const GOOD: { [Type in MessageType]: MessageMap[Type]['payload'] } = {
  'page.report': { reading: READING, url: 'https://refund2.taobao.com/', title: '退款详情' },
  'page.watch': {},
  'reminders.look': {},
  'capture.wait': { jobId: ID },
  'capture.begin': {
    url: 'https://refund2.taobao.com/',
    title: '退款详情',
    reading: READING,
    text: '退款',
    environment: ENVIRONMENT,
    navigation: NAVIGATION,
  },
  'capture.shot': {
    jobId: ID,
    index: 0,
    expectedShots: 3,
    scrollTop: 600.8,
    messages: 0,
    attempt: 1,
    view: VIEW,
    words: { boxes: [[1, 2, 30, 14.5, '退款']], complete: true },
    pass: 1,
  },
  'capture.finish': {
    jobId: ID,
    url: 'https://refund2.taobao.com/',
    title: '退款详情',
    reading: READING,
    text: '退款详情',
    messages: [
      { at: null, party: 'seller', sender: '测试卖家', kind: 'text', text: '亲', images: ['//img.alicdn.com/1.jpg'] },
    ],
    chat: {
      plan: { from: null, frames: 'free', framesBefore: null },
      reachedStart: true,
      steps: [{ at: '2026-11-22T12:00:00+08:00', first: 0, last: 0, shared: 0 }],
      seen: [
        {
          gapBefore: false,
          frames: [{ shot: 0, box: [0, 10, 300, 40] }],
          pictures: [{ address: 'https://img.alicdn.com/1.jpg', why: null }],
        },
      ],
    },
    geometry: { ...VIEW, shots: [0, 720] },
    gaps: ['pageGrew'],
    environment: ENVIRONMENT,
    navigation: NAVIGATION,
    serverTime: { url: 'https://x/', sentAt: 1, receivedAt: 2, status: 200, date: 'x', age: null },
    steps: [{ at: '2026-11-22T12:00:00+08:00', what: '开始采集' }],
  },
  'capture.picture': { jobId: ID, address: 'https://img.alicdn.com/1.jpg', picture: 'data:image/jpeg;base64,AAAA' },
  'capture.progress': {
    jobId: ID,
    messages: 120,
    reached: '2026-10-01T09:00:00+08:00',
    soFar: {
      messages: [{ at: null, party: 'seller', sender: '', kind: 'recalled', text: '对方撤回了一条消息', images: [] }],
      chat: {
        plan: { from: '2026-10-01T00:00:00+08:00', frames: 'all', framesBefore: null },
        reachedStart: false,
        steps: [],
        seen: [{ gapBefore: true, frames: [], pictures: [{ address: '', why: 'notLoaded' }] }],
      },
    },
  },
  'capture.stop': { jobId: ID },
  'capture.abort': { jobId: ID, code: 'capture.tabHidden' },
  'capture.start': { tabId: 7 },
  'capture.cancel': { jobId: ID },
  'case.keep': { tabId: 7 },
  'export.start': { caseId: ID, options: OPTIONS },
  'export.cancel': { jobId: ID },
  'bundle.build': {
    jobId: ID,
    caseId: ID,
    options: OPTIONS,
    software: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Linux' },
  },
  'bundle.cancel': { jobId: ID },
};
const TYPES = Object.keys(GOOD) as MessageType[];

function parse(type: string, payload: unknown): unknown {
  return parseMessage({ type, payload })?.payload;
}

type Path = readonly (string | number)[];

/** Every place in a payload, except inside the facts, which are checked one by one. */
function places(value: unknown, path: Path = []): Path[] {
  const here = path.length > 0 ? [path] : [];
  if (!isObject(value) || path.at(-1) === 'facts') return here;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...here, ...[...keys].flatMap((key) => places((value as never)[key], [...path, key]))];
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  if (rest.length === 0 && by === undefined) delete copy[key];
  else copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe.each(TYPES)('the payload of %s', (type) => {
  const good = GOOD[type];

  it('is taken as it is', () => {
    expect(parse(type, good)).toEqual(good);
    expect(parse(type, JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it('is refused with anything of the wrong shape anywhere', () => {
    for (const place of places(good)) {
      const wrong = isObject(at(good, place)) ? 'text' : { not: 'this' };
      expect(() => parse(type, replaced(good, place, wrong)), place.join('.')).toThrow();
    }
  });

  it('is refused when a part is missing that has to be there', () => {
    for (const key of Object.keys(good)) expect(() => parse(type, replaced(good, [key], undefined)), key).toThrow();
    expect(() => parse(type, undefined)).toThrow();
    expect(() => parse(type, [])).toThrow();
  });

  it('loses what nobody asked for', () => {
    expect(parse(type, { ...good, extra: '<script>', __proto__: { jobId: 'x' } })).toEqual(good);
  });
});

describe('the facts of a page', () => {
  const factsOf = (facts: unknown) => {
    const payload = parse('page.report', { ...GOOD['page.report'], reading: { ...READING, facts } });
    return (payload as MessageMap['page.report']['payload']).reading.facts;
  };

  it.each<[string, Record<string, unknown>]>([
    ['is no fact of ours', { creditCard: '1' }],
    ['is no number of an order', { orderNo: 'DROP TABLE' }],
    ['is a number that should be text', { orderNo: 9e18 }],
    ['is no amount', { refundAmount: '7.4' }],
    ['is a time without its zone', { paidAt: '2026-11-21T10:00:00' }],
    ['is a state nobody has', { stage: 'WON' }],
    [
      'is a script in place of an address',
      { orders: [{ orderNo: ORDER_NO, items: [], links: { detail: 'javascript:alert(1)' } }] },
    ],
    ['is longer than any page', { refundReason: 'x'.repeat(4001) }],
  ])('lose what %s, and keep the rest', (_name, bad) => {
    expect(factsOf({ shopName: '测试店铺', ...bad })).toEqual({ shopName: '测试店铺' });
  });

  it('must be an object', () => {
    for (const facts of [null, 'facts', 3]) expect(() => factsOf(facts)).toThrow();
  });
});

describe('limits', () => {
  it('cut a long title', () => {
    const { title } = parse('page.report', { ...GOOD['page.report'], title: '题'.repeat(1500) }) as { title: string };
    expect(title).toHaveLength(500);
  });

  it.each<[string, MessageType, object]>([
    ['an endless address', 'page.report', { url: `https://a.cn/${'x'.repeat(8000)}` }],
    ['an endless title', 'page.report', { title: 'x'.repeat(2001) }],
    ['a picture number below zero', 'capture.shot', { index: -1 }],
    ['words without a place', 'capture.shot', { words: { boxes: [[1, 2, 3, '退款']], complete: true } }],
    ['half a picture', 'capture.shot', { index: 0.5 }],
    ['a scroll position that is no number', 'capture.shot', { scrollTop: Number.NaN }],
    ['an error code of nobody', 'capture.abort', { code: 'boom' }],
    ['an id that is none', 'capture.cancel', { jobId: '../../x' }],
    ['a tab below zero', 'capture.start', { tabId: -1 }],
  ])('refuse %s', (_name, type, change) => {
    expect(() => parse(type, { ...GOOD[type], ...change })).toThrow();
  });
});

describe('parseMessage', () => {
  it.each([
    ['no message of ours', { type: 'hello', payload: {} }],
    ['a name that every object has', { type: 'constructor', payload: {} }],
    ['no object', 'capture.start'],
    ['nothing', null],
    ['a message without a type', { payload: {} }],
  ])('leaves %s alone', (_name, raw) => {
    expect(parseMessage(raw)).toBeNull();
  });
});

it('lets content scripts say nine things and nothing else', () => {
  expect([...FROM_CONTENT_SCRIPTS].sort()).toEqual([
    'capture.abort',
    'capture.begin',
    'capture.finish',
    'capture.picture',
    'capture.progress',
    'capture.shot',
    'capture.wait',
    'page.report',
    'page.watch',
  ]);
});
