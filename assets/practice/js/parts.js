import { h } from './dom.js';

/** Steps of an order or a refund: `{title, time, type: done|doing|todo}`. */
export function stepBar(steps) {
  return h(
    'ol',
    { class: 'steps' },
    steps.map(({ title, time, type }) =>
      h('li', { class: `step ${type}` }, h('span', { class: 'step-title' }, title), time && h('time', {}, time)),
    ),
  );
}

/** A price as the new pages print it, over several elements: ￥ 8 . 27 */
export function splitPrice(text, before = '') {
  const [, sign = '￥', whole = '', cents = ''] = /^(￥?)(\d+)\.(\d\d)$/.exec(text) ?? [];
  return h(
    'div',
    { class: 'trade-price-container' },
    before,
    h('span', {}, sign),
    h('span', {}, whole),
    h('span', {}, '.'),
    h('span', {}, cents),
  );
}

/** The seller's nick with the link that opens the chat. */
export function wangwang(nick, label = '和我联系') {
  const href = `https://amos.alicdn.com/getcid.aw?v=3&uid=${encodeURIComponent(nick)}&site=cntaobao&groupid=0&s=1`;
  return h(
    'span',
    { class: 'ww-light ww-small', 'data-nick': nick },
    h('a', { class: 'ww-inline ww-online', href, target: '_blank' }, label),
  );
}

/** A button that only says what it would do. */
export function idleButton(text, className = 'button') {
  return h('button', { type: 'button', class: className }, text);
}
