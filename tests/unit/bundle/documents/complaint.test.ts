import { describe, expect, test } from 'vitest';
import { complaint } from '../../../../lib/bundle/documents/complaint.ts';
import { type Block, type Inline, plainText } from '../../../../lib/bundle/documents/model.ts';
import type { BookPages } from '../../../../lib/bundle/documents/pages.ts';
import type { BundleData } from '../../../../lib/bundle/types.ts';
import { bundleData } from '../fixture.ts';

const PAGES: BookPages = {
  total: 40,
  complaint: 3,
  catalogue: 6,
  timeline: 8,
  items: new Map([
    ['E01', { first: 9, last: 9, messages: [] }],
    ['E02', { first: 10, last: 12, messages: [] }],
    ['E03', { first: 13, last: 17, messages: [] }],
    ['E04', { first: 18, last: 18, messages: [] }],
    ['E05', { first: 19, last: 28, messages: Array.from({ length: 60 }, (_, index) => 24 + Math.floor(index / 15)) }],
    ['E06', { first: 29, last: 30, messages: [] }],
  ]),
};

function blocksOf(change: Partial<BundleData> = {}): Block[] {
  return complaint(bundleData(change), PAGES).blocks;
}

/** The words of a block, a table cell by cell. */
function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plainText(block.content)];
    case 'item':
      return [block.label + plainText(block.content)];
    case 'fields':
      return block.rows.map(({ label, value }) => `${label}：${plainText(value)}`);
    case 'table':
      return block.rows.map((row) => (row.kind === 'group' ? row.text : row.cells.map(plainText).join(' | ')));
    case 'signature':
      return block.lines.map(({ label }) => label);
    default:
      return [];
  }
}

function textOf(change: Partial<BundleData> = {}): string {
  return blocksOf(change).flatMap(linesOf).join('\n');
}

/** Lines between a section's heading and the next one. */
function sectionOf(title: string, change: Partial<BundleData> = {}): string[] {
  const blocks = blocksOf(change);
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text.endsWith(title));
  const length = blocks.slice(start + 1).findIndex((block) => block.kind === 'heading' && block.level === 1);
  return blocks.slice(start + 1, length === -1 ? undefined : start + 1 + length).flatMap(linesOf);
}

describe('投诉书', () => {
  test('has the sections of the template in their order', () => {
    const headings = blocksOf().flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      '投诉人',
      '被投诉人',
      '一、投诉请求',
      '二、消费事实',
      '三、争议经过',
      '四、协商情况',
      '五、依据',
      '六、附件',
    ]);
  });

  test('numbers the sections without a gap when no provision was chosen', () => {
    expect(textOf({ grounds: [] })).toContain('五、附件');
    expect(textOf({ grounds: [] })).not.toContain('依据');
  });

  test('every statement names its evidence with the page of the book', () => {
    expect(sectionOf('消费事实')).toEqual([
      expect.stringMatching(/^1．.*实付款199\.00元。〔E02 第10—12页〕$/u),
      '2．商品页面载明「破损包赔」和「七天无理由退货」。〔E03 第14页〕',
      '3．商品于2026年11月5日16时20分签收。〔E02 第10—12页；E04 第18页〕',
    ]);
    for (const line of [...sectionOf('争议经过'), ...sectionOf('协商情况')]) expect(line).toMatch(/〔E\d\d 第.+页〕$/u);
  });

  test('points at the line of a chat, and joins pages of one item', () => {
    const statement = {
      text: '事实。',
      evidence: [
        { no: 'E05', message: 0 },
        { no: 'E05', message: 59 },
      ],
    };
    expect(sectionOf('争议经过', { course: [statement] })).toEqual(['1．事实。〔E05 第24、27页〕']);
  });

  test('a page beyond the item is its last page, never a page of another item', () => {
    expect(sectionOf('争议经过', { course: [{ text: '甲。', evidence: [{ no: 'E06', page: 9 }] }] })).toEqual([
      '1．甲。〔E06 第30页〕',
    ]);
  });

  test('evidence that is not in the bundle, or none at all, is a visible blank', () => {
    const course = [
      { text: '甲。', evidence: [{ no: 'E77' }, { no: 'E04' }] },
      { text: '乙。', evidence: [] },
    ];
    expect(sectionOf('争议经过', { course })).toEqual([
      '1．甲。〔【待补：E77】；E04 第18页〕',
      '2．乙。【待补：证据】',
    ]);
  });

  test('claims use the words of the form; a missing amount stays visible', () => {
    expect(sectionOf('投诉请求')).toEqual([
      '1．退货。',
      '2．退还货款和服务费用：人民币199.00元。',
      '3．赔偿损失：【待补：金额】（寄回商品的运费，以快递单据为准）。',
    ]);
    expect(sectionOf('投诉请求', { claims: [] })).toEqual(['【待补：投诉请求】']);
  });

  test('nothing known gives blanks everywhere and invents nothing', () => {
    const empty = textOf({
      complainant: {},
      respondent: {},
      claims: [],
      transaction: [],
      course: [],
      negotiation: [],
      grounds: [],
      evidence: [],
      dispute: { marketplace: null, role: 'buyer' },
    });
    for (const label of ['姓名', '联系电话', '联系地址', '统一社会信用代码', '公示地址', '是否同意委托调解']) {
      expect(empty).toContain(`${label}：【待补】`);
    }
    expect(empty).toContain('以下事实待补充：商品名称【待补】；订单编号【待补】；数量【待补】；实付款【待补】');
    expect(empty).toContain('可以依照《市场监督管理投诉举报处理办法》（国家市场监督管理总局令第121号）');
    expect(empty).not.toMatch(/undefined|null|NaN|淘宝|天猫/u);
  });

  test('blanks are marked as such, so that every output can make them visible', () => {
    const blanks: Inline[] = blocksOf({ complainant: {} }).flatMap((block) =>
      block.kind === 'fields' ? block.rows.flatMap(({ value }) => value.filter(({ kind }) => kind === 'blank')) : [],
    );
    expect(blanks.length).toBeGreaterThan(5);
    for (const { text } of blanks) expect(text).toMatch(/^【待补/u);
  });
});
