import { describe, expect, it } from 'vitest';
import { isBlockAddress, showsBlock } from '../../../lib/marketplaces/blocked.ts';
import { openPage } from '../../../scripts/saved-page.ts';
import { readHtml } from './fixtures.ts';

const ORDER = 'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=9190000000000000101';
const opened = (html: string) => openPage(html, ORDER);

describe('isBlockAddress', () => {
  it.each([
    'https://login.taobao.com/',
    'https://passport.taobao.com/x',
    'https://trade.taobao.com/a/_____tmd_____/punish',
    'https://trade.taobao.com/punish',
    'https://trade.taobao.com/captcha/',
    'https://trade.taobao.com/x?x5secdata=1',
  ])('%s', (address) => {
    expect(isBlockAddress(new URL(address))).toBe(true);
  });

  it.each([
    'https://trade.taobao.com/x?q=punish',
    'https://trade.taobao.com/x#captcha',
    'https://trade.taobao.com/punishment-rules',
    'https://mylogin.taobao.com/',
    'https://item.taobao.com/item.htm?id=900000000001&title=captcha',
  ])('not %s', (address) => {
    expect(isBlockAddress(new URL(address))).toBe(false);
  });
});

describe('showsBlock', () => {
  it.each([
    '<div id="nc_1_wrapper">请按住滑块</div>',
    '<div class="nc-container"></div>',
    '<div id="baxia-dialog-content">x</div>',
    '<iframe src="//trade.taobao.com/_____tmd_____/punish?x5secdata=1"></iframe>',
    '<form id="login-form"></form>',
    '<title>验证码拦截</title>',
    '<title>访问被拒绝</title>',
    '<title>会员登录</title>',
  ])('%s', (html) => {
    expect(showsBlock(opened(html))).toBe(true);
  });

  it.each([
    '<div id="nc_1_wrapper" style="display:none">x</div>',
    '<style>.login-box{display:none}</style><div class="login-box">x</div>',
    '<div hidden><div class="nc-container">x</div></div>',
    '<title>登录异常的商品怎么退</title><p>验证码</p>',
    '<p>请先登录</p>',
    '',
  ])('not %s', (html) => {
    expect(showsBlock(opened(html))).toBe(false);
  });
});

describe('readPage on a blocked page', () => {
  const captcha = '<div class="nc-container">请按住滑块，拖动到最右边</div>';

  it('says blocked, whose it is, and nothing else', () => {
    expect(readHtml(captcha, ORDER)).toMatchObject({
      marketplace: 'taobao',
      pageKind: 'blocked',
      facts: {},
      missing: [],
    });
  });

  it('still reads an order under the captcha', () => {
    const order = '<p>订单编号：9190000000000000101</p><p>实付款：￥8.27</p>';
    expect(readHtml(captcha + order, ORDER)).toMatchObject({ pageKind: 'orderDetail', facts: { paidAmount: '8.27' } });
  });

  it('is blocked when only the data the page was loaded with is left', () => {
    const data = `<script>var data = {mainOrder: {id: '9190000000000000101', payInfo: {actualFee: {name: '实付款', value: '￥8.27'}}}};</script>`;
    expect(readHtml(data + captcha, ORDER).pageKind).toBe('blocked');
    expect(readHtml(data, ORDER)).toMatchObject({ pageKind: 'orderDetail', facts: { paidAmount: '8.27' } });
  });
});
