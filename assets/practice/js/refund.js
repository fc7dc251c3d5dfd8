import { runCountdown } from './countdown.js';
import { h } from './dom.js';
import { fetchData, query, setUpSwap, start } from './page.js';
import { stepBar, wangwang } from './parts.js';
import { actionButtons } from './refund-actions.js';

const mount = document.querySelector('#J_dispute');

/** How each type of component is drawn; `path` is the React path, which the real page leaves on its elements. */
const DRAW = {
  processBar: ({ steps }) => stepBar(steps),
  label: (fields, path, { tag }) => drawLabel(fields, path, tag),
  tips: ({ text, remaining, hint }, path) =>
    h('p', { class: 'tips', 'data-reactid': path }, tipText(text, remaining, hint)),
  fullButtonList: ({ options }) => actionButtons(options),
  negotiationInfo: drawNegotiation,
  separateLine: (_fields, path) => h('div', { class: 'separate-line', 'data-reactid': path }),
  itemInfo: drawItem,
  orderDetailRow: drawRow,
  wangwang: ({ nickName }) => wangwang(nickName, '联系'),
  logisticsDetail: drawParcel,
  logistics: ({ company, trackingNum, latestMsg, latestTime }) =>
    h(
      'div',
      { class: 'parcel' },
      h('div', {}, `退货物流：${company} ${trackingNum}`),
      h('div', { class: 'muted' }, `${latestTime} ${latestMsg}`),
    ),
};

function drawLabel({ title }, path, tag) {
  const level = tag === 'disputeStatusTitle' ? 'h2' : 'h4';
  return h(level, { 'data-reactid': path }, title);
}

function tipText(text, remaining, hint) {
  if (remaining === null) return text;
  return ['还剩 ', runCountdown(h('span', { class: 'countdown' }), remaining), `，${hint}`];
}

function drawNegotiation({ identity, name, time, info, picUrls }, path) {
  const role = { buyer: '买家', user: '商家', service: '平台客服' }[identity];
  return h(
    'div',
    { class: `negotiation ${identity}`, 'data-reactid': path },
    h('div', { class: 'avatar', 'aria-hidden': 'true', 'data-reactid': `${path}.0` }, role.slice(0, 1)),
    h(
      'div',
      { class: 'negotiation-body', 'data-reactid': `${path}.1` },
      h(
        'div',
        { class: 'negotiation-head', 'data-reactid': `${path}.1.0` },
        h('span', { class: 'name' }, name),
        h('span', { class: 'time' }, time),
      ),
      h(
        'div',
        { 'data-reactid': `${path}.1.1` },
        h('pre', { 'data-reactid': `${path}.1.1.1` }, info),
        picUrls.length > 0 &&
          h(
            'div',
            { class: 'pictures' },
            picUrls.map((src) => h('img', { src, width: 96, height: 96, alt: '凭证' })),
          ),
      ),
    ),
  );
}

function drawItem({ picUrl, title, skuInfo, price, amount, linkUrl }) {
  return h(
    'div',
    { class: 'item-info' },
    h('img', { src: picUrl, width: 64, height: 64, alt: '' }),
    h(
      'div',
      {},
      h('a', { class: 'title', href: linkUrl }, title),
      h('div', { class: 'muted' }, skuInfo),
      h('div', {}, `￥${price} x${amount}`),
    ),
  );
}

function drawRow({ title, valueOptions }, path) {
  return h(
    'div',
    { class: 'detail-row', 'data-reactid': path },
    h('span', { class: 'row-title', 'data-reactid': `${path}.0` }, `${title}：`),
    h(
      'div',
      { class: 'value-options', 'data-reactid': `${path}.1` },
      valueOptions.map(({ text, linkUrl }, index) => {
        const id = `${path}.1.$${index + 1}`;
        return linkUrl
          ? h('a', { class: 'link', href: linkUrl, 'data-reactid': id }, text)
          : h('span', { 'data-reactid': id }, text);
      }),
    ),
  );
}

function drawParcel({ companyName, trackingNum, options }) {
  return h(
    'div',
    { class: 'parcel' },
    h('div', {}, `物流信息：${companyName} ${trackingNum}`),
    options.map(({ time, process }) => h('div', { class: 'muted' }, `${time} ${process.value}`)),
  );
}

function drawChildren(page, key, path) {
  return (page.hierarchy.structure[key] ?? []).map((child, index) => drawComponent(page, child, path, key, index));
}

/** Containers hang on their parent directly, everything else under its `.0`; only the root numbers its children. */
function drawComponent(page, key, parentPath, parentKey, index) {
  const component = page.data[key];
  const { type, fields } = component;
  if (type === 'container') {
    const path = parentKey === page.hierarchy.root ? `${parentPath}.${index}:$${key}` : `${parentPath}.$${key}`;
    return h('div', { id: key, class: fields.externalClass, 'data-reactid': path }, drawChildren(page, key, path));
  }
  const path = `${parentPath}.0.$${key}`;
  return h('div', { id: key, class: `component ${type}` }, DRAW[type]?.(fields, path, component));
}

function show(page) {
  const { root } = page.hierarchy;
  const path = `.0.$${root}`;
  mount.replaceChildren(h('div', { id: root, class: 'dispute', 'data-reactid': path }, drawChildren(page, root, path)));
  if (query.has('half')) document.querySelector('#leftContainer_1').append(h('div', { class: 'loading' }, '加载中…'));
}

start(() => {
  show(window.disputeData);
  setUpSwap([], async (href) => show(await fetchData(href)));
});
