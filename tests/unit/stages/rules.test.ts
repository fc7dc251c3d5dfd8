import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isChinaDate } from '../../../lib/shared/time.ts';
import { UNITS } from '../../../lib/stages/calendar/limits.ts';
import { CHANNELS } from '../../../lib/stages/rules/channels.ts';
import { requireRule } from '../../../lib/stages/rules/clock-rules.ts';
import { articleInEnglish, basisOf, describeSources } from '../../../lib/stages/rules/describe.ts';
import { RULES } from '../../../lib/stages/rules/index.ts';
import { SOURCE_LEVELS, SOURCES } from '../../../lib/stages/rules/sources.ts';
import { CONFIDENCES, SECTIONS } from '../../../lib/stages/rules/types.ts';
import { OWNERS, STAGES } from '../../../lib/stages/types.ts';

const chinese = z.string().regex(/[\u4e00-\u9fff]/u);
const english = z.string().min(2);
const text = z.strictObject({ zh: chinese, en: english });
const day = z.string().refine(isChinaDate);
const duration = z.strictObject({ amount: z.int().min(0), unit: z.enum(UNITS) });
const source = z.strictObject({
  key: z.enum(Object.keys(SOURCES)),
  title: text.optional(),
  article: z
    .string()
    .regex(/^(?:第[\d–、]+条(?:第\d+[款项])?)(?:、第[\d–、]+条(?:第\d+[款项])?)*$/u)
    .optional(),
});
const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}(?:\.[\w]+)+$/),
  section: z.enum(SECTIONS),
  owners: z.array(z.enum(OWNERS).exclude(['none'])),
  trigger: text,
  action: text,
  duration: z.union([duration, z.literal('page'), z.null()]),
  counting: z.enum(['clock', 'calendar']),
  variants: z.array(z.strictObject({ key: z.string(), label: text, duration })),
  earlier: z.array(
    z.strictObject({ until: day, duration, source, confidence: z.array(z.enum(CONFIDENCES)).min(1).optional() }),
  ),
  extension: duration.optional(),
  onTimeout: text.nullable(),
  note: text.optional(),
  sources: z.array(source),
  effectiveFrom: day.nullable(),
  checkedOn: day,
  confidence: z.array(z.enum(CONFIDENCES)).min(1),
});

describe('rules as data', () => {
  it.each(RULES.map((one) => [one.id, one] as const))('%s is complete', (_, one) => {
    expect(rule.safeParse(one).error).toBeUndefined();
  });

  it('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('say who acts and what follows wherever they set a time somebody can miss', () => {
    const silent = RULES.filter(({ duration: limit, owners }) => limit !== null && owners.length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('name a source unless they are only recalled', () => {
    const bare = RULES.filter(({ sources, confidence }) => sources.length === 0 && !confidence.includes('R'));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('do not know ids that do not exist', () => {
    expect(() => requireRule('TB.ord.nothing')).toThrow(RangeError);
  });

  it('come from sources that are described', () => {
    const shape = z.strictObject({
      title: z.strictObject({ zh: z.string().min(2), en: english }),
      inForceFrom: day.nullable(),
      version: z.strictObject({ zh: z.string(), en: z.string() }),
      level: z.enum(SOURCE_LEVELS),
    });
    for (const [key, one] of Object.entries(SOURCES)) expect(shape.safeParse(one).error, key).toBeUndefined();
  });

  it('have texts that end without a full stop, so that sentences can be built from them', () => {
    const texts = RULES.flatMap((one) => [one.trigger, one.action, ...(one.onTimeout ? [one.onTimeout] : [])]);
    expect(texts.filter(({ zh, en }) => /[。.]$/u.test(zh) || en.endsWith('.'))).toEqual([]);
  });
});

describe('how a rule is described', () => {
  it.each([
    [['V'], 'rule'],
    [['X'], 'rule'],
    [['V2'], 'rule'],
    [['V2', 'V'], 'rule'],
    [['R'], 'estimate'],
    [['S'], 'estimate'],
    [['I'], 'estimate'],
    [['V2', 'R'], 'estimate'],
    [['R', 'S'], 'estimate'],
  ] as const)('%j is a %s', (confidence, basis) => {
    expect(basisOf(confidence)).toBe(basis);
  });

  it.each([
    [[{ key: 'T2', article: '第4条' }], ['X'], '《淘宝网发货管理规范》第4条（摘录）'],
    [[{ key: 'L12', article: '第188、195条' }], ['V'], '《民法典》第188、195条'],
    [[{ key: 'H2' }], ['V2'], '参考：淘宝帮助中心关于自动确认收货的说明（转载）'],
    [[{ key: 'S2' }], ['S'], '估算，参考：文章《怎么投诉淘宝小二?被故意针对怎么办?》'],
    [[], ['R'], '估算：没有读到公布的依据'],
  ] as const)('%j with %j reads %s', (sources, confidence, expected) => {
    expect(describeSources(sources, confidence).zh).toBe(expected);
  });

  it('translates articles', () => {
    expect(articleInEnglish('第82条、第83条第1项')).toBe('art. 82, 83(1)');
    expect(articleInEnglish('第18、20–24条')).toBe('art. 18, 20–24');
    expect(articleInEnglish('第16条第5、6项、第42条')).toBe('art. 16(5, 6), 42');
  });
});

const ruleOf = (id: string) => RULES.find((one) => one.id === id);

const RULES_MD = fileURLToPath(new URL('../../../../shared/rules.md', import.meta.url));
/** Rows of rules.md that are not rules of ours, each with the reason. */
const EXCEPTIONS: Record<string, string> = {};
/** Rules whose number in rules.md is not that of the row's ordinary case. */
const OTHER_NUMBERS: Record<string, string> = {
  'TB.ord.autoconfirm.virtual': 'the first number is the variant 自动充值; the ordinary case is 3 d',
  'CP.notreceived': 'a range 0–15 d; the longest is the ordinary case',
  'CP.promise': 'a range 0–15 d; the longest is the ordinary case',
};

/** Words in capitals in rules 7 that are no stages of ours, each with the reason. */
const NO_STAGES: Record<string, string> = {
  DRAFT: 'nothing has been filed, so nothing is on record',
  PREPARE: 'nothing has been filed, so nothing is on record',
  BOTH_AGREE: 'a question, not a stage',
  COURT: 'names the machine of rules 7.8',
  REFUND: 'REFUND SUCCESS is SUCCESS',
  SUPPORT_: 'stands for SUPPORT_BUYER and SUPPORT_SELLER',
};

interface Row {
  id: string;
  section: string;
  cells: string[];
  headings: string[];
}

function readRows(markdown: string): Row[] {
  const rows: Row[] = [];
  let section = '';
  let headings: string[] = [];
  for (const line of markdown.split('\n')) {
    section = /^#{2,3} (\d(?:\.\d)?)/.exec(line)?.[1] ?? section;
    if (!line.startsWith('|')) continue;
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells[0] === 'id') headings = cells;
    else if (/^[A-Z]{2}\.[\w.]+$/.test(cells[0] ?? '')) rows.push({ id: cells[0] as string, section, cells, headings });
  }
  return rows;
}

describe.skipIf(!existsSync(RULES_MD))(
  `rules and the research in ${RULES_MD} (skipped where that file is missing)`,
  () => {
    const rows = existsSync(RULES_MD) ? readRows(readFileSync(RULES_MD, 'utf8')) : [];
    const ruleRows = rows.filter(({ section }) => section !== '5');

    it('finds the tables', () => {
      expect(ruleRows.length).toBeGreaterThan(100);
      expect(new Set(ruleRows.map(({ section }) => section))).toEqual(new Set(SECTIONS));
    });

    it('agree on which rules there are, section by section', () => {
      const wanted = ruleRows.filter(({ id }) => !(id in EXCEPTIONS)).map(({ id, section }) => `${section} ${id}`);
      expect(RULES.map(({ id, section }) => `${section} ${id}`)).toEqual(wanted);
    });

    it('agree on which channels there are', () => {
      expect(CHANNELS.map(({ id }) => id)).toEqual(rows.filter(({ section }) => section === '5').map(({ id }) => id));
    });

    it('agree on the names of the stages', () => {
      const section =
        readFileSync(RULES_MD, 'utf8')
          .split('\n## ')
          .find((part) => part.startsWith('7. ')) ?? '';
      const blocks = section
        .split('```')
        .filter((_, index) => index % 2 === 1)
        .join('\n');
      const names = new Set(blocks.replace(/\((?:TRADE|WAIT)_[A-Z_]+\)/g, '').match(/\b(?:[A-Z]{2,}_)*[A-Z]{3,}\b/g));
      const wanted = [...names].filter((name) => !(name in NO_STAGES));
      expect(wanted.filter((name) => !(STAGES as readonly string[]).includes(name))).toEqual([]);
      expect(STAGES.filter((name) => !names.has(name))).toEqual(
        ['CP_WAIT_SELLER', 'ODR'].filter((name) => !names.has(name)),
      );
    });

    const numbered = ruleRows.flatMap(({ id, headings, cells }) => {
      const number = /^\W*(\d+)/u.exec(cells[headings.indexOf('dur')] ?? '')?.[1];
      const unit = cells[headings.indexOf('unit')] ?? '';
      return number && !(id in OTHER_NUMBERS) ? [[id, Number(number), unit] as const] : [];
    });

    it('have enough numbers to compare', () => {
      expect(numbered.length).toBeGreaterThan(55);
    });

    it.each(numbered)('%s has the number %i %s', (id, amount, unit) => {
      expect(ruleOf(id)?.duration).toEqual({
        amount,
        unit: UNITS.find((known) => unit.startsWith(known) && unit.length <= 2) ?? unit,
      });
    });

    it.each(ruleRows.map(({ id, cells }) => [id, cells.at(-1) ?? ''] as const))(
      '%s has the confidence %s',
      (id, cell) => {
        const codes = cell.match(/V2|[VXRSI](?![a-z])/g) ?? [];
        expect(ruleOf(id)?.confidence).toEqual([...new Set(codes)]);
      },
    );
  },
);
