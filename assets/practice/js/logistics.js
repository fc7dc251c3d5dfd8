import { h } from './dom.js';
import { start } from './page.js';

const logistics = window.practiceLogistics;
const root = document.querySelector('#root');

function traceRow({ time, status, text }, index) {
  return h(
    'li',
    { class: index === 0 ? 'trace latest' : 'trace' },
    h('time', {}, time),
    h('strong', {}, status),
    h('p', {}, text),
  );
}

function parcel({ carrier, trackingNo, status, traces, orderNo }) {
  return h(
    'section',
    { class: 'card' },
    h('h1', {}, status),
    h(
      'p',
      { class: 'shop-line' },
      h('span', {}, carrier),
      h('span', { class: 'tracking' }, trackingNo),
      h('span', { class: 'copy' }, '复制'),
    ),
    h('p', { class: 'muted' }, `订单编号：${orderNo}`),
    h('ol', { class: 'traces' }, traces.map(traceRow)),
  );
}

/** What every such page ends with; its words are no part of the parcel. */
function suggestions() {
  const words = ['竹编收纳筐 已签收好评', '快递 YT9999999999998 同款', '派送中小车模型'];
  return h(
    'section',
    { class: 'card' },
    h('h4', {}, '猜你喜欢'),
    words.map((text) => h('p', { class: 'muted' }, text)),
  );
}

start(() => {
  const content = logistics ? parcel(logistics) : h('section', { class: 'card' }, h('p', {}, '对不起，查不到包裹信息'));
  root.append(content, suggestions());
});
