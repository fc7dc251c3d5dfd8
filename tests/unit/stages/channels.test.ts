import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ARTICLE_CLAIMS } from '../../../lib/stages/rules/articles.ts';
import { CHANNEL_GROUPS } from '../../../lib/stages/rules/channels/types.ts';
import { CHANNELS, channelsOn } from '../../../lib/stages/rules/channels.ts';
import { REFUSAL_GROUNDS } from '../../../lib/stages/rules/refusal-grounds.ts';
import { SOURCES } from '../../../lib/stages/rules/sources.ts';
import { CONFIDENCES } from '../../../lib/stages/rules/types.ts';
import { EVENT_TYPES } from '../../../lib/stages/types.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const words = text.refine(({ zh, en }) => !/[。.]$/u.test(zh) && !en.endsWith('.'), 'ends without a full stop');
const source = z.strictObject({
  key: z.enum(Object.keys(SOURCES)),
  title: text.optional(),
  article: z
    .string()
    .regex(/^第[\d–、]+条(?:第[\d、]+项)?(?:、第[\d–、]+条(?:第[\d、]+项)?)*$/u)
    .optional(),
});
const confidence = z.array(z.enum(CONFIDENCES)).min(1);
const channel = z.strictObject({
  id: z.string().regex(/^(?:CH|SL)\.[\w.]+$/),
  group: z.enum(CHANNEL_GROUPS),
  name: words,
  use: words,
  operator: words,
  roles: z.array(z.enum(['buyer', 'seller'])).min(1),
  wrong: words.nullable(),
  cost: words.nullable(),
  deadline: words.nullable(),
  answer: words.nullable(),
  bring: words,
  contact: words,
  articles: words.nullable(),
  notForRefunds: z.literal(true).optional(),
  isAuthority: z.boolean(),
  filings: z.array(z.enum(EVENT_TYPES).nullable()).min(1),
  sources: z.array(source),
  confidence,
});

const ON = [
  ['Taobao', channelsOn(true)],
  ['others', channelsOn(false)],
] as const;

describe.each(ON)('channels on %s', (_, channels) => {
  it.each(channels.map((one) => [one.id, one] as const))('%s is complete', (_id, one) => {
    expect(channel.safeParse(one).error).toBeUndefined();
  });

  it('have ids of their own', () => {
    expect(new Set(channels.map(({ id }) => id)).size).toBe(channels.length);
  });

  it('link to no address: rules.md names none with https', () => {
    expect(JSON.stringify(channels)).not.toMatch(/https?:/);
  });
});

it('marketplaces other than Taobao and Tmall get nothing of theirs', () => {
  const elsewhere = channelsOn(false);
  expect(JSON.stringify(elsewhere)).not.toMatch(/淘宝|天猫|旺旺|小二|千牛|9510211|Taobao|Tmall|Qianniu/u);
  expect(elsewhere.map(({ id }) => id)).not.toContain('CH.complain');
  expect(elsewhere.map(({ id }) => id)).toContain('CH.intervene');
});

it('art. 16(2) names court, arbitration, market regulator, other authorities and 消协', () => {
  const named = CHANNELS.filter(({ isAuthority }) => isAuthority).map(({ id }) => id);
  expect(named).toEqual([
    'CH.12315.web',
    'CH.12315.tel',
    'CH.12315.odr',
    'CH.12345',
    'CH.xiehui',
    'CH.court',
    'CH.arbitration',
  ]);
});

it('what is not for refunds says so', () => {
  const unsuited = CHANNELS.filter(({ notForRefunds }) => notForRefunds);
  expect(unsuited.map(({ id }) => id)).toEqual(['CH.12381', 'CH.minister', 'CH.isc', 'CH.12300', 'CH.12377']);
  for (const { id, wrong } of unsuited) expect(wrong, id).not.toBeNull();
});

it('the grounds of a refusal come from articles of Order 121, each named once', () => {
  const shape = z.strictObject({
    id: z.string(),
    procedure: z.enum(['complaint', 'report']),
    title: words,
    how: words,
    source: source.extend({ key: z.literal('L1') }).required({ article: true }),
  });
  for (const ground of REFUSAL_GROUNDS) expect(shape.safeParse(ground).error, ground.id).toBeUndefined();
  expect(new Set(REFUSAL_GROUNDS.map(({ id }) => id)).size).toBe(REFUSAL_GROUNDS.length);
  const complaint = REFUSAL_GROUNDS.filter(({ procedure }) => procedure === 'complaint');
  for (const number of ['第10条', '第11条', '第13条', '第16条', '第17条']) {
    expect(
      complaint.some(({ source: { article } }) => article?.includes(number)),
      number,
    ).toBe(true);
  }
});

const RULES_MD = fileURLToPath(new URL('../../../../shared/rules.md', import.meta.url));

describe.skipIf(!existsSync(RULES_MD))(`the research in ${RULES_MD} (skipped where that file is missing)`, () => {
  const markdown = existsSync(RULES_MD) ? readFileSync(RULES_MD, 'utf8') : '';
  const rowsOf = (heading: string) =>
    (markdown.split(`\n${heading}`)[1] ?? '')
      .split(/\n#{2,3} /)[0]
      ?.split('\n')
      .filter((line) => /^\| (?!-|id|seed)/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ) ?? [];
  const channelRows = rowsOf('## 5. Channels').filter(([id]) => id?.startsWith('CH.'));
  const staleRows = rowsOf('### 1.8').filter(([says]) => says?.startsWith('S'));

  it('finds the tables', () => {
    expect(channelRows).toHaveLength(CHANNELS.length);
    expect(staleRows.length).toBeGreaterThan(10);
  });

  it.each(channelRows.map((cells) => [cells[0] ?? '', cells] as const))('%s agrees', (id, cells) => {
    const found = CHANNELS.find((one) => one.id === id);
    const codes = (cells[8] ?? '').replace(/\(.*?\)|\*\*.*?\*\*/g, '').match(/V2|[VXRSI](?![a-z])/g) ?? [];
    expect(found?.confidence).toEqual([...new Set(codes)]);
    expect(found?.articles === null).toBe(cells[7] === '–');
  });

  it('every stale statement of the articles is there, in the same order', () => {
    const wanted = staleRows.map(([says]) => /^S\d(?:\/S\d)*/.exec(says ?? '')?.[0].split('/'));
    expect(ARTICLE_CLAIMS.map(({ articles }) => [...articles])).toEqual(wanted);
    const quotes = staleRows.map(([says]) =>
      [...(says ?? '').matchAll(/"([^"…]{2,12})/g)].map(([, quote]) => quote ?? ''),
    );
    quotes.forEach((own, index) => {
      const claim = ARTICLE_CLAIMS[index];
      const shown = own.filter((quote) => /[\u4e00-\u9fff]/.test(quote));
      if (shown.length > 0)
        expect(
          shown.some((quote) => sharesWords(claim?.says.zh ?? '', quote)),
          shown[0],
        ).toBe(true);
    });
  });

  it('every finding on an article has a source that the research names', () => {
    staleRows.forEach(([, , sources], index) => {
      const keys = [...(sources ?? '').matchAll(/\b(?:[THL]\d+|API1|N1)\b/g)].map(([key]) => key);
      const own = ARTICLE_CLAIMS[index]?.sources.map(({ key }) => key) ?? [];
      expect(
        own.filter((key) => !keys.includes(key)),
        ARTICLE_CLAIMS[index]?.says.en,
      ).toEqual([]);
    });
  });
});

/** Four characters in a row that both have. */
function sharesWords(one: string, other: string): boolean {
  const parts = Array.from({ length: Math.max(1, other.length - 3) }, (_, start) => other.slice(start, start + 4));
  return parts.some((part) => one.includes(part));
}
