import { describe, expect, it } from 'vitest';
import { isControl, withoutControls } from '../../../lib/reading/controls.ts';
import { dataPairs, stripMarkup } from '../../../lib/reading/data-pairs.ts';
import { parseLiteral } from '../../../lib/reading/literal.ts';

const pairs = (source: string) => dataPairs(parseLiteral(source)).map(({ label, value }) => [label, value]);

describe('dataPairs', () => {
  it.each([
    ['{name: "实付款", value: "￥153.00"}', [['实付款', '￥153.00']]],
    ['{name: "订单编号:", value: [{type: "text", value: "919"}]}', [['订单编号', '919']]],
    ['{title: "退款编号", valueOptions: [{text: "900"}]}', [['退款编号', '900']]],
    ['{key: "订单编号", content: [{text: "<b>919</b>"}]}', [['订单编号', '919']]],
    ['{titleLink: {text: "商品总价(元)："}, money: {text: "￥8&nbsp;.27"}}', [['商品总价', '￥8&nbsp;.27']]],
    ['{key: "买家留言", content: [{type: "more", text: "更多"}, {text: "你好"}]}', [['买家留言', '你好']]],
    ['{a: {b: [{name: "一 二", value: 3}]}}', [['一二', '3']]],
    ['{name: "空", value: ""}', []],
    ['{name: "空", value: {}}', []],
    ['[1, "x", null]', []],
  ])('%s', (source, expected) => {
    expect(pairs(source)).toEqual(expected);
  });

  it('ends in data that never ends', () => {
    expect(pairs(`${'{a:'.repeat(150)}{name: "x", value: "y"}${'}'.repeat(150)}`)).toEqual([]);
  });
});

describe('stripMarkup', () => {
  it.each([
    ['<h3>订单状态: <b>交易成功</b></h3>', '订单状态: 交易成功'],
    ['尺寸<30cm 且 >2', '尺寸<30cm 且 >2'],
    ['<p>8 &gt; 7&nbsp;&amp;&yen;9</p>', '8 > 7 &¥9'],
    ['<img src=x onerror=alert(1)>文', '文'],
    ['&lt;b&gt;', '&lt;b&gt;'],
  ])('%s', (text, words) => {
    expect(stripMarkup(text)).toBe(words);
  });
});

describe('controls', () => {
  it.each(['复制', '[复制]', '已复制', '查看物流', '【查看】', '?', '>', '展开', '和我联系', '旺旺在线'])(
    '%s is a button',
    (text) => {
      expect(isControl(text)).toBe(true);
    },
  );

  it.each(['复制人生', '查看详情请联系客服小二', '测试店铺', '8.27', ''])('%s is none', (text) => {
    expect(isControl(text)).toBe(false);
  });

  it('are cut off behind a space only', () => {
    expect([withoutControls('中通快递 查看物流 >'), withoutControls('说明请复制')]).toEqual(['中通快递', '说明请复制']);
  });
});
