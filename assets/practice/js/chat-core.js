import { fadeMessage, fillMessage } from './chat-message.js';
import { h } from './dom.js';
import { query } from './page.js';
import { idleButton } from './parts.js';
import { createVirtualList } from './virtual-list.js';

const chat = window.practiceChat;
const total = query.get('n') ?? 240;
const loading = h('div', { class: 'history-loading', hidden: true }, '正在加载更早的消息…');
const host = h('div', { class: 'message-list' });
const scroller = h('div', { class: 'rc-scrollbars-view' }, loading, host);
const list = createVirtualList({
  host,
  make: () => h('div', { class: 'message-item-line' }),
  fill: fillMessage,
  fade: fadeMessage,
  view: () => ({ top: scroller.scrollTop - host.offsetTop, height: scroller.clientHeight }),
  rows: 20,
});
let oldest = null;
let isLoading = false;

/** Messages before `before`, or the newest ones without it. */
async function fetchMessages(before) {
  const address = new URL('/app/im/chat-core/messages.json', location.origin);
  address.searchParams.set('n', total);
  if (before !== null) address.searchParams.set('before', before);
  return (await (await fetch(address)).json()).messages;
}

/** Loads thirty older messages and keeps what is seen where it is. */
async function loadOlder() {
  if (isLoading || oldest === 0) return;
  isLoading = true;
  loading.hidden = false;
  const messages = await fetchMessages(oldest);
  loading.hidden = true;
  oldest = messages[0]?.index ?? 0;
  scroller.scrollTop += list.prepend(messages);
  list.update();
  isLoading = false;
}

function onScroll() {
  list.update();
  if (scroller.scrollTop < 40) loadOlder();
}

function conversationItem(name, desc, time, isActive) {
  const shown = name.length > 9 ? `${name.slice(0, 9)}…` : name;
  return h(
    'div',
    { class: isActive ? 'conversation-item active' : 'conversation-item' },
    h('div', { class: 'avatar', 'aria-hidden': 'true' }, name.slice(2, 3)),
    h(
      'div',
      { class: 'conversation-text' },
      h('div', { class: 'name' }, shown),
      h('div', { class: 'desc conversation-secondary-line' }, desc),
    ),
    h('div', { class: 'time' }, time),
  );
}

function conversations() {
  const others = ['[图片]', '好的，谢谢', '已为您安排发货'];
  return h(
    'div',
    { class: 'ww_conversation_list' },
    conversationItem(chat.nick, '随便您', '昨天', true),
    chat.others.map((name, index) => conversationItem(name, others[index], `${index + 3}天前`, false)),
  );
}

function composer() {
  return h(
    'div',
    { class: 'ww_input' },
    h(
      'div',
      { class: 'editBox' },
      h('div', { class: 'placeholder', hidden: true }, '输入消息，回车发送'),
      h('pre', { class: 'edit', contenteditable: 'true', role: 'textbox', 'aria-label': '消息' }, chat.draft),
    ),
    h(
      'div',
      { class: 'btn-container' },
      h(
        'button',
        { type: 'button', class: 'next-btn next-small next-btn-primary send-btn' },
        h('span', { class: 'send-text' }, '发送'),
      ),
    ),
  );
}

function orderTab() {
  const { orderNo, paid, titles } = chat.order;
  return h(
    'div',
    { class: 'ww_tab' },
    h('div', { class: 'ww_tab_title' }, '我的订单'),
    h(
      'div',
      { class: 'order-card' },
      h('div', {}, '订单号 ', h('span', { class: 'order-id' }, orderNo)),
      titles.map((title) => h('div', {}, title)),
      h('div', { class: 'muted' }, `实付款 ￥${paid.replace('￥', '')}`),
      idleButton('查看订单'),
    ),
  );
}

document
  .querySelector('#root')
  .append(
    conversations(),
    h(
      'div',
      { class: 'ww_conversation' },
      h(
        'div',
        { class: 'ww_header' },
        h('span', { class: 'name' }, chat.nick),
        h('span', { class: 'muted' }, chat.shopName),
      ),
      h('div', { class: 'ww_message' }, scroller),
      composer(),
    ),
    orderTab(),
  );
const newest = await fetchMessages(null);
oldest = newest[0]?.index ?? 0;
list.set(newest);
scroller.scrollTop = scroller.scrollHeight;
list.update();
scroller.addEventListener('scroll', onScroll, { passive: true });
addEventListener('resize', list.update);
