import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PAGE_KINDS } from '../../../lib/marketplaces/types.ts';
import { isChinaDate } from '../../../lib/shared/time.ts';
import { UNITS } from '../../../lib/stages/calendar/limits.ts';
import {
  COMMON_CORE,
  DISPUTE_TYPES,
  disputeTypesOf,
  EVIDENCE_ROWS,
  evidenceRow,
  GOODS_KINDS,
  NEEDS,
  type NeedId,
} from '../../../lib/stages/rules/evidence/index.ts';
import { SOURCES } from '../../../lib/stages/rules/sources.ts';
import { CONFIDENCES } from '../../../lib/stages/rules/types.ts';

const text = z.strictObject({
  zh: z
    .string()
    .regex(/[\u4e00-\u9fff]/u)
    .regex(/[^。]$/u),
  en: z.string().regex(/^[^\u4e00-\u9fff]+[^.]$/u),
});
const need = z.strictObject({
  what: text,
  how: text,
  pages: z.array(z.enum(PAGE_KINDS)),
  mayShow: z.array(z.enum(PAGE_KINDS)),
});
const needIds = z.array(z.enum(Object.keys(NEEDS) as [NeedId, ...NeedId[]]));
const row = z.strictObject({
  id: z.enum([...DISPUTE_TYPES, ...GOODS_KINDS].map((key) => `EV.${key}`)),
  name: text,
  buyer: needIds,
  seller: needIds,
  burden: text,
  limit: z
    .strictObject({
      duration: z.strictObject({ amount: z.int().min(1), unit: z.enum(UNITS) }),
      counting: z.enum(['clock', 'calendar']),
      since: z.enum(['signed', 'completed', 'arrived']),
      action: text,
      onTimeout: text,
    })
    .nullable(),
  sources: z
    .array(
      z.strictObject({
        key: z.enum(Object.keys(SOURCES)),
        title: text.optional(),
        article: z
          .string()
          .regex(/^第[\d–、]+条$/u)
          .optional(),
      }),
    )
    .min(1),
  confidence: z.array(z.enum(CONFIDENCES)).min(1),
  checkedOn: z.string().refine(isChinaDate),
});

describe('evidence as data', () => {
  it.each(EVIDENCE_ROWS.map((one) => [one.id, one] as const))('%s is complete', (_, one) => {
    expect(row.safeParse(one).error).toBeUndefined();
  });

  it.each(Object.entries(NEEDS))('what proves it is complete: %s', (_, one) => {
    expect(need.safeParse(one).error).toBeUndefined();
  });

  it('has one row for each type and each kind of goods but “other”', () => {
    const ids = EVIDENCE_ROWS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(
      [...DISPUTE_TYPES, ...GOODS_KINDS.filter((kind) => kind !== 'other')].map((key) => `EV.${key}`).sort(),
    );
    expect(evidenceRow('other')).toBeNull();
  });

  it('names nothing that no row and no core asks for', () => {
    const asked = new Set<string>([
      ...EVIDENCE_ROWS.flatMap(({ buyer, seller }) => [...buyer, ...seller]),
      ...COMMON_CORE.buyer,
      ...COMMON_CORE.seller,
    ]);
    expect(Object.keys(NEEDS).filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe('the reasons of refund pages', () => {
  it.each([
    ['假货', ['fake']],
    ['少件/破损', ['shortOrBroken']],
    ['快递／物流一直未送到', ['notReceived']],
    [' 七天无理由退换货 ', ['sevenDay']],
    ['质量问题', ['qualityVisible', 'qualityHidden']],
    ['与描述不符', ['descriptionVisible', 'descriptionHidden']],
    ['收到商品少件（含缺少配件）', ['shortOrBroken']],
    ['收到商品少件(含缺少配件)', ['shortOrBroken']],
    ['材质与商品描述不符', ['descriptionHidden']],
  ])('%s means %j', (reason, types) => {
    expect(disputeTypesOf(reason)).toEqual(types);
  });

  it.each(['其他', '不喜欢/不想要', '', '假货吗', '我觉得是质量问题', undefined])(
    '%s means nothing by itself',
    (reason) => {
      expect(disputeTypesOf(reason)).toEqual([]);
    },
  );
});

const RULES_MD = fileURLToPath(new URL('../../../../shared/rules.md', import.meta.url));

/** The rows of rules 6 by the beginning of their name, with the row of ours. */
const ROWS_OF_RULES_MD: Record<string, (typeof EVIDENCE_ROWS)[number]['id']> = {
  '质量问题, visible': 'EV.qualityVisible',
  '质量问题, invisible': 'EV.qualityHidden',
  假货: 'EV.fake',
  '描述不符, visible': 'EV.descriptionVisible',
  '描述不符, invisible (材质, 成分)': 'EV.descriptionHidden',
  未收到货: 'EV.notReceived',
  虚假签收: 'EV.falseSigning',
  '少件/破损 (表面不一致)': 'EV.shortOrBroken',
  '虚假发货/延迟发货': 'EV.shipping',
  '不退换/拒不履行': 'EV.refusal',
  '7-day return refused': 'EV.sevenDay',
  '服务态度/违背承诺 (gift, price, invoice, delivery way)': 'EV.promise',
  '价格/促销 (虚假折扣, 价保)': 'EV.price',
  食品安全: 'EV.food',
  'fresh goods, rot': 'EV.fresh',
  'flowers withered': 'EV.flowers',
  'jewellery size/种水': 'EV.jewellery',
  'fish/reptiles in a locker': 'EV.pets',
  'second-hand digital, defects': 'EV.usedDigital',
  'food vouchers': 'EV.voucher',
  'seller: 买家退回调包': 'EV.swapped',
  'seller: 空包/未收到退货': 'EV.emptyReturn',
  'seller: goods used/damaged': 'EV.returnDamaged',
  'seller: 恶意买家/敲诈': 'EV.maliciousBuyer',
  'seller: 小二误判': 'EV.wrongDecision',
};
/** Rows of ours that rules 6 has inside another one, each with the reason. */
const WITHIN_ANOTHER: Record<string, string> = {
  'EV.furniture': 'its 48 h stand in the row 少件/破损; the time depends on the goods, so they are a kind of goods',
};
/** What the core of rules 6 names and the checklist does not ask for, each with the reason. */
const NOT_ASKED = {
  'SHA-256 list and capture time of each file': 'made with every capture, nobody has to get it',
};

/** The rules that a cell names, without the words around them: `T1 65, 67; T6 服饰` → `T1 65 67`, `T6`. */
function sourcesIn(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /^[A-Z]\d+/.test(part))
    .map((part) => [part.match(/^[A-Z]\d+/)?.[0], ...(part.replace(/^[A-Z]\d+/, '').match(/\d+/g) ?? [])].join(' '));
}

describe.skipIf(!existsSync(RULES_MD))(`evidence and the research in ${RULES_MD} (skipped where it is missing)`, () => {
  const markdown = existsSync(RULES_MD) ? readFileSync(RULES_MD, 'utf8') : '';
  const section = markdown.split('\n## ').find((part) => part.startsWith('6. ')) ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| type'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

  it('agree on which rows there are', () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(ROWS_OF_RULES_MD));
    const ours = EVIDENCE_ROWS.map(({ id }) => id).filter((id) => !(id in WITHIN_ANOTHER));
    expect(ours).toEqual(Object.values(ROWS_OF_RULES_MD));
  });

  it.each(rows.map((cells) => [cells[0] ?? '', cells] as const))('agree on the sources of %s', (name, cells) => {
    const ours = EVIDENCE_ROWS.find(({ id }) => id === ROWS_OF_RULES_MD[name]);
    const named = ours?.sources.map(({ key, article = '' }) => [key, ...(article.match(/\d+/g) ?? [])].join(' '));
    expect(named).toEqual(sourcesIn(cells[4] ?? ''));
    const marked = (cells[4] ?? '').includes('(X)') ? 'X' : (cells[4] ?? '').includes('(R)') ? 'R' : null;
    if (marked) expect(ours?.confidence).toContain(marked);
  });

  it.each(rows.map((cells) => [cells[0] ?? '', cells] as const))('agree on the times of %s', (name, cells) => {
    const limit = EVIDENCE_ROWS.find(({ id }) => id === ROWS_OF_RULES_MD[name])?.limit ?? null;
    const words = cells[1] ?? '';
    const hours = /\b(48|12) h\b/.exec(words)?.[1];
    const days = /\b(180|15) d\b/.exec(words)?.[1];
    // Furniture is a row of its own here, and 15 days of refusing are a ground for a report, not a time for proof.
    const isOwnRow = !/furniture|timeline >/.test(words);
    const wanted = hours
      ? { amount: Number(hours), unit: 'h' }
      : days
        ? { amount: Number(days), unit: 'd' }
        : undefined;
    expect(limit?.duration).toEqual(isOwnRow ? wanted : undefined);
  });

  it('agree on who has something to prove', () => {
    for (const [name = '', buyer, seller] of rows) {
      const ours = EVIDENCE_ROWS.find(({ id }) => id === ROWS_OF_RULES_MD[name]);
      expect([name, (ours?.buyer.length ?? 0) > 0]).toEqual([name, !/^–$/.test(buyer ?? '')]);
      expect([name, (ours?.seller.length ?? 0) > 0]).toEqual([name, seller !== '–']);
    }
  });

  it('agree on what every dispute needs', () => {
    const core = /Common core for every type: ([^"]*?)\. "/s.exec(section)?.[1] ?? '';
    const asked: readonly [string, NeedId][] = [
      ['订单详情', 'order'],
      ['交易快照', 'snapshot'],
      ['商品详情页', 'product'],
      ['旺旺聊天', 'chat'],
      ['payment record', 'payment'],
      ['物流轨迹', 'logistics'],
      ['refund page with every refusal text', 'refund'],
      ['shop 经营证照', 'licence'],
    ];
    const left = asked.reduce((words, [name]) => words.replace(name, ''), core);
    for (const [name, id] of asked)
      expect([core.includes(name), (COMMON_CORE.buyer as readonly string[]).includes(id)], name).toEqual([true, true]);
    expect(COMMON_CORE.buyer).toHaveLength(asked.length);
    expect(Object.keys(NOT_ASKED).filter((name) => !left.includes(name))).toEqual([]);
  });
});
