import { runCountdown } from './countdown.js';
import { h, hashed } from './dom.js';
import { query, setUpSwap, start } from './page.js';
import { idleButton, wangwang } from './parts.js';

const SERVICE = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.query.detailv2/1.0/';
const mount = document.querySelector('#root');

async function fetchOrder(href) {
  const bizOrderId = new URL(href).searchParams.get('bizOrderId');
  const form = new URLSearchParams({ bizOrderId, ...(query.has('half') && { half: 1 }) });
  return (await (await fetch(SERVICE, { method: 'POST', body: form })).json()).data;
}

function statusOf({ status, confirm }) {
  return h(
    'section',
    { class: 'card' },
    h('h3', {}, status),
    confirm &&
      h(
        'p',
        { class: 'muted' },
        '还剩 ',
        runCountdown(h('span', { class: 'countdown' }), confirm.remaining),
        ' 自动确认收货',
      ),
    h(
      'div',
      { class: 'buttons' },
      confirm && idleButton('确认收货', 'button primary'),
      confirm && idleButton('延长收货'),
    ),
  );
}

function parcelOf(parcel) {
  return (
    parcel &&
    h(
      'section',
      { class: `${hashed('logisticsPackage')} card` },
      h(
        'div',
        { class: hashed('logisticsPackageHeader') },
        h('span', { class: hashed('logisticsPackageEXTxt') }, parcel.carrier),
        ' ',
        h('span', {}, parcel.trackingNo),
        ' ',
        h('a', { href: parcel.url }, '查看物流'),
      ),
      parcel.latest && h('div', { class: 'muted' }, parcel.latest.time, h('br'), parcel.latest.text),
    )
  );
}

function itemOf(item) {
  return h(
    'div',
    { class: 'trade-order-detail-order-info' },
    h('a', {
      class: hashed('image'),
      href: item.url,
      'aria-label': item.title,
      style: `background-image:url(${item.picture}_200x200q90.jpg)`,
    }),
    h(
      'div',
      { class: hashed('baseInfoLeft') },
      h('a', { class: hashed('title'), href: item.url }, item.title),
      h('div', { class: hashed('info') }, item.sku),
    ),
    h(
      'div',
      { class: hashed('baseInfoRight') },
      item.price,
      ' ',
      h('span', { class: hashed('quantity') }, `x${item.quantity}`),
    ),
    h('a', { class: hashed('itemOperation'), href: item.operation.url }, item.operation.text),
  );
}

function rowOf({ label, value, copy, url }) {
  return h(
    'div',
    { class: hashed('detailInfoContent') },
    h('span', {}, label),
    url ? h('a', { href: url }, value) : h('span', {}, value),
    copy && value && h('span', { class: 'copy' }, '复制'),
  );
}

function show({ status, confirm, shop, parcel, address, items, rows }) {
  mount.replaceChildren(
    h(
      'div',
      { class: 'tbpc-order-detail-main' },
      h(
        'div',
        { class: 'left' },
        statusOf({ status, confirm }),
        parcelOf(parcel),
        h('section', { class: 'card' }, h('h4', {}, '收货信息'), h('p', {}, address)),
        h(
          'section',
          { class: 'card' },
          h(
            'p',
            { class: 'shop-line' },
            h('a', { class: hashed('shopInfoName'), href: shop.url }, shop.name),
            wangwang(shop.nick),
          ),
          items.map(itemOf),
        ),
      ),
      h(
        'div',
        { class: 'tbpc-order-detail-main-right-content-container card' },
        h('h4', {}, '订单信息'),
        rows.map(rowOf),
        h('div', { class: 'note-row' }, h('span', {}, '订单备注'), h('div', {}, '无')),
      ),
    ),
  );
}

start(async () => {
  show(await fetchOrder(location.href));
  setUpSwap(['bizOrderId'], async (href) => show(await fetchOrder(href)));
});
