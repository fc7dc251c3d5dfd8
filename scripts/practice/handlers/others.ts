import { chatMessages } from '../chat/messages.ts';
import { scriptJson } from '../pages/legacy-json.ts';
import { logisticsOf } from '../pages/logistics.ts';
import { findGoods, productContext, snapshotData } from '../pages/product.ts';
import { readAsset, renderPage } from '../pages/template.ts';
import { price } from '../story/money.ts';
import { findOrder } from '../story/story.ts';
import type { Story } from '../story/types.ts';
import { practiceUrls } from '../urls.ts';
import { type Handler, html, json, notFound, redirect } from '../web.ts';

export const home: Handler = (_request, { story }) =>
  html(renderPage('home', {}, `window.practiceLinks = ${scriptJson(titled(story))};`));

/** The pages a visitor starts from. */
function titled(story: Story): Record<string, string> {
  const urls = practiceUrls(story);
  return {
    我的订单: urls.orderList,
    '我的订单（旧版）': urls.orderListOld,
    订单详情: urls.order,
    '订单详情（旧版）': urls.orderOld,
    天猫订单详情: urls.orderTmall,
    '退款详情（买家）': urls.refund,
    '退款详情（卖家）': urls.refundSeller,
    '天猫退款详情（买家）': urls.refundTmall,
    '天猫退款详情（卖家）': urls.refundTmallSeller,
    聊天: urls.chat,
    商品: urls.product,
    '商品（卖家改过以后）': urls.productEdited,
    交易快照: urls.snapshot,
    物流: urls.logistics,
    经营者证照: urls.licence,
    登录: urls.login,
    访问验证: urls.punish,
    十二屏长页面: urls.long,
  };
}

export const chat: Handler = () => html(renderPage('chat'));

export const chatCore: Handler = (_request, { story }) =>
  html(renderPage('chat-core', {}, `window.practiceChat = ${scriptJson(chatHead(story))};`));

function chatHead({ shop, order, tmallShop }: Story): Record<string, unknown> {
  return {
    nick: shop.nick,
    shopName: shop.name,
    others: [`${tmallShop.nick}:售前客服小竹`, '测试卖家03', '测试卖家04'],
    draft: '照片和检验报告我都留好了，请在今天之内',
    order: {
      orderNo: order.orderNo,
      paid: price(order.paidCents),
      titles: order.items.map(({ goods }) => goods.title),
    },
  };
}

/** Thirty messages before `before` (an index; without it the newest) of a conversation of `n`. */
export const chatHistory: Handler = ({ query }, { story }) => {
  const total = Math.min(20_000, Math.max(1, Number(query.get('n')) || 240));
  const before = Math.min(total, Number(query.get('before') ?? total));
  const messages = chatMessages(story, total).slice(Math.max(0, before - 30), before);
  return { ...json({ total, messages }), delay: before === total ? 0 : 200 };
};

/** `?edited=1` is the page after the seller has taken its claims back. */
export const product: Handler = ({ query }, { story }) => {
  const goods = findGoods(story, query.get('id') ?? '');
  if (!goods) return notFound();
  const context = scriptJson(productContext(story, goods, query.has('edited')));
  const script = `var b = ${context};\nwindow.__ICE_APP_CONTEXT__ = Object.assign({}, b, window.__ICE_APP_CONTEXT__ || {});`;
  return html(renderPage('product', { title: goods.title }, script));
};

export const snapshot: Handler = ({ query }, { story }) => {
  const no = query.get('tradeID') ?? query.get('trade_id') ?? '';
  const order = findOrder(story, no);
  const item = order?.items.find(({ subOrderNo }) => subOrderNo === no) ?? order?.items[0];
  if (!order || !item) return notFound();
  const script = `var snapshot = ${scriptJson(snapshotData(order, item))};`;
  return html(renderPage('snapshot', { title: item.goods.title }, script));
};

/** `?framed=1` puts the content into a frame of the same address, as the real page may. */
export const logistics: Handler = ({ query }, { story }) => {
  if (query.has('framed')) return html(renderPage('logistics-framed'));
  const order = findOrder(story, query.get('orderId') ?? '');
  const script = `window.practiceLogistics = ${scriptJson(order ? logisticsOf(order) : null)};`;
  return html(renderPage('logistics', {}, script));
};

export const searchSuggest: Handler = () => html(renderPage('search-suggest'));

const CHECKED = 'practice_licence=1';

/** Behind a small captcha: whoever types 1234 sees the company. */
export const licence: Handler = ({ method, form, cookie, path, query }, { story }) => {
  if (method === 'POST') {
    const isRight = form.get('code')?.trim() === '1234';
    const address = `${path}?${query}`;
    return isRight
      ? redirect(address, { 'set-cookie': `${CHECKED}; Path=/; Secure` })
      : html(captchaPage('验证码不对，请重新输入'));
  }
  return cookie.includes(CHECKED) ? html(renderPage('licence', { ...story.company })) : html(captchaPage(''));
};

function captchaPage(message: string): string {
  return renderPage('licence-check', { message });
}

export const login: Handler = () => html(renderPage('login'));
export const punish: Handler = () => html(renderPage('punish'));

/** A page of `?screens=` screens of 800 px (12 unless told otherwise). */
export const longPage: Handler = ({ query }) => {
  const screens = Math.min(60, Math.max(1, Number(query.get('screens')) || 12));
  return html(renderPage('long', { screens: String(screens) }));
};

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
};

/** Files of `assets/practice` below `/practice/`, for pages of every origin. */
export const asset: Handler = ({ path }) => {
  const name = path.replace(/^\/practice\//u, '');
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const body = type ? readAsset(name) : null;
  if (!type || !body) return notFound();
  return { status: 200, headers: { 'content-type': type, 'access-control-allow-origin': '*' }, body };
};

/** A picture of the story, late by the page's `?imgDelay=` (300 ms unless told otherwise), kept by the browser with `?imgCache=1`. */
export const picture: Handler = ({ path, referer }) => {
  const name = /practice_([a-z-]+)_\d+\.jpg/u.exec(path)?.[1];
  const body = name ? readAsset(`pictures/${name}.jpg`) : null;
  if (!body) return notFound();
  const page = URL.canParse(referer) ? new URL(referer).searchParams : new URLSearchParams();
  const asked = page.get('imgDelay');
  const caching = page.has('imgCache') ? 'max-age=3600' : 'no-cache';
  const headers = { 'content-type': 'image/jpeg', 'cache-control': caching, 'access-control-allow-origin': '*' };
  return { status: 200, headers, body, delay: asked === null ? 300 : Math.min(60_000, Number(asked) || 0) };
};

/** The old wangwang link leads to the web chat. */
export const wangwang: Handler = ({ query }) => {
  const nick = encodeURIComponent(query.get('uid') ?? '');
  return redirect(`https://market.m.taobao.com/app/im/chat/index.html?&uid=cntaobao${nick}&gid=&type=web#/`);
};

/** Addresses the pages link to that have nothing behind them in the practice. */
export const placeholder: Handler = ({ host, path }) => html(renderPage('placeholder', { address: host + path }));
