import { describe, expect, test } from 'vitest';
import { formText, formTextFile } from '../../../../lib/bundle/documents/form-text.ts';
import { bundleData, RARE_TEXT } from '../fixture.ts';

/** The three texts by name. */
function contents(text: string): Map<string, { length: number; text: string }> {
  const found = text.matchAll(/【(短|标准|长（带证据号）)，(\d+)字】\n([\s\S]*?)(?=\n\n)/gu);
  return new Map(
    [...found].map(([, name = '', length, words = '']) => [name, { length: Number(length), text: words }]),
  );
}

describe('12315填报内容', () => {
  test('has BOM and Windows line ends and nothing else', () => {
    const file = formTextFile(bundleData());
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(file);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('lists the fields in the order of the form', () => {
    const text = formText(bundleData());
    const labels = ['姓名', '证件类型', '证件号码', '联系电话', '联系地址', '是否同意公示投诉信息', '是否同意委托调解']
      .concat([
        '企业名称',
        '统一社会信用代码',
        '联系人（法定代表人）',
        '处理单位所在地',
        '商品或者服务名称',
        '商品类别',
      ])
      .concat(['品牌、型号', '销售方式', '网购平台', '订单编号', '购买日期', '消费金额（元）', '争议发生时间'])
      .concat(['投诉问题类别']);
    const places = labels.map((label) => text.indexOf(`\n${label}：`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(text.indexOf('■ 投诉内容')).toBeLessThan(text.indexOf('■ 投诉请求'));
  });

  test('counts characters as people do and leaves unknown fields open', () => {
    const text = formText(bundleData());
    expect(text).toContain(`姓名：${RARE_TEXT}（4字）`);
    expect(text).toContain('订单编号：9000000000000012345（19字）');
    expect(text).toContain('购买日期：2026-11-01（10字）');
    expect(text).toContain('证件号码：【待补】');
    expect(text).toContain('赔偿损失，【待补】（寄回商品的运费，以快递单据为准）');
  });

  test('offers the content in three lengths with true counts and whole sentences', () => {
    const found = contents(formText(bundleData()));
    expect([...found.keys()]).toEqual(['短', '标准', '长（带证据号）']);
    for (const { length, text } of found.values()) expect(Array.from(text)).toHaveLength(length);
    expect(found.get('短')?.length).toBeLessThanOrEqual(200);
    expect(found.get('标准')?.length).toBeLessThanOrEqual(500);
    expect(found.get('长（带证据号）')?.text).toContain('签收（E02、E04）。');
  });

  test('a statement that does not fit is left out as a whole', () => {
    const long = { text: `${'很长的经过'.repeat(120)}。`, evidence: [] };
    const standard = contents(formText(bundleData({ course: [long] }))).get('标准');
    expect(standard?.length).toBeLessThanOrEqual(500);
    expect(standard?.text).not.toContain('很长的经过');
    expect(standard?.text).toMatch(/详见所附投诉书和证据册。$/u);
  });

  test('without statements the content is a blank', () => {
    const empty = bundleData({ transaction: [], course: [], negotiation: [], claims: [] });
    const found = contents(formText(empty));
    expect(found.get('短')?.text).toBe('【待补】');
    expect(found.get('长（带证据号）')?.text).toBe('消费事实：【待补】\n争议经过：【待补】\n协商情况：【待补】');
  });
});
