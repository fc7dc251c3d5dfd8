import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CORRECTABLE,
  CORRECTABLE_FACTS,
  inputText,
  parseInput,
  stageChoices,
} from '../../../lib/cases/facts/correction-input.ts';
import { COMPANY_FIELDS, ITEM_FIELDS } from '../../../lib/cases/facts/rows-input.ts';
import { factsSchema } from '../../../lib/marketplaces/schema.ts';
import { PAGE_STAGES } from '../../../lib/marketplaces/types.ts';
import { ORDER_NO } from './pages.ts';

type Fact = (typeof CORRECTABLE_FACTS)[number];

/** A code with the right check character, of nobody. */
const USCC = '91330000MA2AAAAA06';
const rows = (...fields: Record<string, string>[]) => JSON.stringify(fields);

describe('what is typed', () => {
  it.each<[Fact, string, unknown]>([
    ['orderNo', ORDER_NO, ORDER_NO],
    ['orderNo', ` ${ORDER_NO.slice(0, 9)} ${ORDER_NO.slice(9)} `, ORDER_NO],
    ['refundNo', ORDER_NO.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), ORDER_NO],
    ['refundNo', 'tq 900000000000000001', 'TQ900000000000000001'],
    ['itemId', '900000000001', '900000000001'],
    ['refundAmount', '35.2', '35.20'],
    ['refundAmount', '￥1,288', '1288.00'],
    ['paidAmount', '０.５', '0.50'],
    ['paidAt', '2026-11-22T12:05', '2026-11-22T12:05:00+08:00'],
    ['paidAt', '2026-11-22T12:05:09', '2026-11-22T12:05:09+08:00'],
    ['paidAt', '2026年11月2日 9:05', '2026-11-02T09:05:00+08:00'],
    ['countdown', '2026-11-22T12:05:09', { endsAt: '2026-11-22T12:05:09+08:00', text: '', action: '' }],
    ['shopName', '  测试　旗舰店 ', '测试 旗舰店'],
    ['refundDescription', '一\n\n  二 ', '一\n二'],
    ['trackingNo', 'SF 9000 0000 0001', 'SF900000000001'],
    ['stage', 'EVIDENCE', 'EVIDENCE'],
    ['refundType', 'returnRefund', 'returnRefund'],
    ['subOrderNos', `${ORDER_NO}，${ORDER_NO} ${ORDER_NO.slice(0, -1)}0`, [ORDER_NO, `${ORDER_NO.slice(0, -1)}0`]],
    ['complainedAt', '2026-11-22T12:05', '2026-11-22T12:05:00+08:00'],
    ['company', rows({ name: ' 测试　商贸 ', uscc: USCC.toLowerCase() }), { name: '测试 商贸', uscc: USCC }],
    ['items', rows({ title: '测试杯' }, { sku: '  ' }), [{ title: '测试杯' }]],
    [
      'items',
      rows({ title: '测试杯', sku: '蓝色', unitPrice: '35.2', quantity: '2', itemId: '900000000001' }),
      [{ title: '测试杯', sku: '蓝色', unitPrice: '35.20', quantity: 2, itemId: '900000000001' }],
    ],
  ])('%s %j is %j', (fact, typed, value) => {
    expect(parseInput(fact, typed)).toEqual({ value });
  });

  it.each<[Fact, string]>([
    ['orderNo', ''],
    ['orderNo', '123'],
    ['orderNo', 'TQ900000000000000001'],
    ['refundNo', 'TQ1'],
    ['orderNo', `${ORDER_NO.slice(0, -3)}***`],
    ['orderNo', `${ORDER_NO}${ORDER_NO}`],
    ['refundAmount', '-5'],
    ['refundAmount', '12:30'],
    ['refundAmount', '35.205'],
    ['refundAmount', '很多'],
    ['paidAt', '2026-11-22'],
    ['paidAt', '2026-02-30T10:00'],
    ['paidAt', ''],
    ['shopName', '   '],
    ['shopName', '店'.repeat(201)],
    ['trackingNo', 'SF12'],
    ['stage', 'NONE'],
    ['refundType', ''],
    ['subOrderNos', `${ORDER_NO}, 12`],
    ['subOrderNos', ' , '],
    ['company', ''],
    ['company', '{"name":1}'],
    ['company', rows({ name: ' ' })],
    ['company', rows({ name: '店'.repeat(201) })],
    ['company', rows({ name: '测试商贸', uscc: `${USCC.slice(0, -1)}0` })],
    ['items', rows({})],
    ['items', rows({ title: '测试杯' }, { unitPrice: '35.20' })],
    ['items', rows({ title: '测试杯', unitPrice: '-3' })],
    ['items', rows({ title: '测试杯', quantity: '1.5' })],
  ])('%s %j is refused by its kind', (fact, typed) => {
    expect(parseInput(fact, typed)).toEqual({ problem: CORRECTABLE[fact] });
  });

  it('is stored in the shape that readings have, whatever it was, and stands in its input as it was kept', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^\d{1,24}$/),
      fc.stringMatching(/^[￥¥-]?\d{1,9}(?:\.\d{1,2})?元?$/),
      fc.stringMatching(/^20\d\d-[01]\d-[0-3]\dT[012]\d:[0-5]\d(?::[0-5]\d)?$/),
      fc.constantFrom<string>(...PAGE_STAGES, 'refundOnly', 'exchange', USCC),
      fc
        .array(
          fc.dictionary(fc.constantFrom(...COMPANY_FIELDS, ...ITEM_FIELDS, 'itemId'), fc.string({ maxLength: 12 })),
        )
        .map((fields) => rows(...fields)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...CORRECTABLE_FACTS), typed, (fact, text) => {
        const parsed = parseInput(fact, text);
        if ('problem' in parsed) return;
        expect(factsSchema.parse({ [fact]: parsed.value })).toEqual({ [fact]: parsed.value });
        expect(parseInput(fact, inputText(fact, parsed.value))).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the stages to choose from', () => {
  it('are those of an order, or those of a refund; together all', () => {
    expect(new Set([...stageChoices(false), ...stageChoices(true)])).toEqual(new Set(PAGE_STAGES));
    expect(stageChoices(true)).not.toContain('SHIPPED');
    expect(stageChoices(false)).not.toContain('EVIDENCE');
  });
});
