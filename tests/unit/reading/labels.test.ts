import { describe, expect, it } from 'vitest';
import { labelled } from './page.ts';

const NO = '9190000000000000101';

describe('a label with its value', () => {
  it.each([
    ['one text, full-width colon', `<p>订单编号：${NO}</p>`],
    ['one text, half-width colon', `<p>订单编号: ${NO}</p>`],
    ['one text, no colon', `<p>订单编号${NO}</p>`],
    ['one text, a space', `<p>订单编号 ${NO}</p>`],
    ['other forms of the colon', `<p>订单编号︰${NO}</p>`],
    ['full-width digits', '<p>订单编号：９１９０００００００００００００１０１</p>'],
    ['spaces inside the label', `<p>订 单　编 号：${NO}</p>`],
    ['a mark before the label', `<p>* 订单编号：${NO}</p>`],
    ['a remark behind the label', `<p>订单编号（复制后可查询）：${NO}</p>`],
    ['the next sibling', `<div><span>订单编号</span><span>${NO}</span></div>`],
    ['the next sibling, with a colon of its own', `<div><span>订单编号</span><i>：</i><b>${NO}</b></div>`],
    ['the colon at the label', `<div><span>订单编号：</span><span>${NO}</span></div>`],
    ['the colon at the value', `<div><span>订单编号</span><span>：${NO}</span></div>`],
    ['the label over two elements', `<div><span>订单</span><span>编号：</span><span>${NO}</span></div>`],
    ['the next block', `<div><div>订单编号</div><div>${NO}</div></div>`],
    ['a later descendant', `<div><div>订单编号</div><div><div><p><span>${NO}</span></p></div></div></div>`],
    ['the next cell', `<table><tr><td>订单编号</td><td>${NO}</td></tr></table>`],
    ['the next cell, beside others', `<table><tr><th>订单编号</th><td>${NO}</td><th>备注</th><td>无</td></tr></table>`],
    ['the cell below', `<table><tr><th>订单编号</th><th>备注</th></tr><tr><td>${NO}</td><td>无</td></tr></table>`],
    ['a definition list', `<dl><dt>订单编号</dt><dd>${NO}</dd></dl>`],
    ['behind a line break', `<p>订单编号：<br>${NO}</p>`],
    ['with a button behind it', `<p>订单编号：${NO} 复制</p>`],
    ['with a button inside its element', `<p><span>订单编号：</span><span>${NO}<a>复制</a></span></p>`],
    ['with a button before it', `<p><span>订单编号</span><a>复制</a><span>${NO}</span></p>`],
    ['a link', `<p>订单编号：<a href="//trade.taobao.com/x">${NO}</a></p>`],
    ['split digits', '<p>订单编号：<b>91900000000</b><b>00000101</b></p>'],
  ])('%s', (_form, html) => {
    expect(labelled(html)).toEqual([['number', NO]]);
  });

  it.each([
    [
      'split over spans',
      '<div><span>实付款</span><div><span>￥</span><span>8</span><span>.</span><span>27</span></div></div>',
      '8.27',
    ],
    [
      'split over blocks',
      '<div><div>实付款</div><div><div>￥</div><div>1,288</div><div>.50</div></div></div>',
      '1288.50',
    ],
    ['with a remark', '<p>实付款（含运费）：￥8.27</p>', '8.27'],
    ['with a remark and no colon', '<p>实付款 (含运费) ￥8.27</p>', '8.27'],
    ['with words behind', '<p>实付款：￥8.27（含运费￥0.00）</p>', '8.27'],
  ])('a price, %s', (_form, html, amount) => {
    expect(labelled(html)[0]).toEqual(['paid', amount]);
  });

  it.each([
    [
      'several pairs in one text',
      `<p>商家：测试卖家01 订单号：${NO} 实付款：￥8.27</p>`,
      [
        ['shop', '测试卖家01'],
        ['number', NO],
        ['paid', '8.27'],
      ],
    ],
    [
      'pairs with marks between',
      `<p>原因：不想要了，实付款：￥8.27；订单号：${NO}</p>`,
      [
        ['reason', '不想要了'],
        ['paid', '8.27'],
        ['number', NO],
      ],
    ],
    [
      'pairs in one row',
      `<tr><div><span>实付款</span><span>￥8.27</span><span>订单号</span><span>${NO}</span></div></tr>`,
      [
        ['paid', '8.27'],
        ['number', NO],
      ],
    ],
    [
      'free text with line breaks',
      '<div><div>退款说明：</div><div>桌腿开裂<br>原因不明：运输？</div></div>',
      [['story', '桌腿开裂\n原因不明：运输？']],
    ],
    ['a masked name', '<p><span>商家：</span><span>t</span><span>**</span><span>8</span></p>', [['shop', 't**8']]],
    ['a label with spaces inside', '<p>类 型：有限责任公司</p>', [['type', '有限责任公司']]],
  ])('%s', (_name, html, pairs) => {
    expect(labelled(html)).toEqual(pairs);
  });
});

describe('no value', () => {
  it.each([
    ['is there', '<p>订单编号：</p>'],
    ['before the next label', '<p>订单编号：</p><p>收货地址：9190000000000000101</p>'],
    ['in an empty cell', `<table><tr><td>订单编号</td><td></td><td>${NO}</td></tr></table>`],
    ['in an empty element', `<div><span>订单编号：</span><span></span></div><div>${NO}</div>`],
    ['in the next card', `<section><div><p>订单编号</p></div></section><section><div><p>${NO}</p></div></section>`],
    [
      'below a heading of several rows',
      `<table><tr><th>订单编号</th><th>备注</th></tr><tr><td>${NO}</td><td></td></tr><tr><td>9190000000000000102</td><td></td></tr></table>`,
    ],
    ['of the wrong form', '<p>订单编号：暂无</p><p>实付款：￥88.00起</p><p>付款时间：待付款</p><p>实付款：3天</p>'],
    ['in a masked number', '<p>订单编号：9190******0101</p>'],
    ['in a sentence about it', `<p>请提供订单编号以便客服查询</p><p>${NO}</p>`],
    ['in a tab that is called like a label', '<ul><li>店铺</li><li>测试</li></ul>'],
    ['of a placeholder', '<p>商家：-</p><p>商家：加载中...</p><p>商家：{{nick}}</p>'],
    ['in 猜你喜欢', '<div><h3>猜你喜欢</h3><ul><li>店铺：别的店铺</li><li>实付款：￥3.50</li></ul></div>'],
    ['in the footer', `<footer class="tb-footer"><p>订单编号：${NO}</p></footer>`],
    ['in the navigation', `<div class="site-nav"><p>订单编号：${NO}</p></div>`],
    ['in a section of help', '<section><h4>常见问题</h4><p>原因：物流太慢怎么办</p></section>'],
    ['in what is hidden', `<p style="display:none">订单编号：${NO}</p><p hidden>订单编号：${NO}</p>`],
    ['in a struck price', '<p>实付款：<del>￥12.00</del></p>'],
    [
      'in a form that nobody has sent',
      `<textarea>订单编号：${NO}</textarea><select><option>订单编号：${NO}</option></select>`,
    ],
    [
      'in a script',
      `<script>订单编号：${NO}</script><template>订单编号：${NO}</template><noscript>订单编号：${NO}</noscript>`,
    ],
  ])('%s', (_where, html) => {
    expect(labelled(html)).toEqual([]);
  });

  it.each([
    ['in the same text', `<p>备注：订单编号：${NO}</p>`],
    ['behind it in the line', `<p><span>备注：</span><span>订单编号：${NO}</span></p>`],
    ['below it', `<div><span>备注</span><div>订单编号：${NO}</div></div>`],
    ['in the next cell', `<table><tr><td>备注</td><td>订单编号：${NO}</td></tr></table>`],
  ])('is what people wrote %s', (_where, html) => {
    expect(labelled(html)).toEqual([]);
  });

  it('is what stands below a button that is called like one', () => {
    const html = `<div><button>备注</button></div><div>订单编号：${NO}</div>`;
    expect(labelled(html)).toEqual([['number', NO]]);
  });

  it('goes to the first label when two follow each other', () => {
    expect(labelled(`<div><div>付款时间</div><div>订单编号</div><div>${NO}</div></div>`)).toEqual([['number', NO]]);
  });
});
