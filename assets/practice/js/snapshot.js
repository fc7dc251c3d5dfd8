import { h } from './dom.js';
import { lazyPicture } from './lazy.js';
import { start } from './page.js';

const data = window.snapshot;

function shopCard({ seller }) {
  return h(
    'div',
    { class: 'shop-card card' },
    h(
      'div',
      { class: 'tb-shop-name' },
      h('h3', {}, h('a', { href: seller.shopUrl, title: seller.shopName }, seller.shopName)),
    ),
    h('div', { class: 'tb-seller-name' }, seller.nick),
    h('span', { class: 'ww-light', 'data-nick': seller.nick }, '联系卖家'),
  );
}

function baseInfo({ title, price, sku, quantity, snapTime, seller, baseSnapDO }) {
  return h(
    'div',
    { class: 'base-info card product-top' },
    h('img', { src: baseSnapDO.itemSnapDO.picSnapInfo.skuPic, width: 360, height: 360, alt: '' }),
    h(
      'div',
      { class: 'summary' },
      h('h1', { class: 'tb-main-title' }, title),
      h('p', { class: 'price' }, price),
      h('p', {}, sku),
      h('p', {}, `数量：${quantity}`),
      h('p', {}, `快照时间：${snapTime}`),
      h('p', { class: 'seller' }, '卖家：', h('span', { class: 'J_WangWang', 'data-nick': seller.nick }, seller.nick)),
    ),
  );
}

start(() => {
  let count = 0;
  const pictures = data.sections.flatMap(({ title, text, pictures }) => [
    h('h3', {}, title),
    h('p', {}, text),
    ...pictures.map((src) => {
      count += 1;
      return lazyPicture(src, count, { width: 790, height: 640 });
    }),
  ]);
  document.querySelector('#J_snapshot').append(
    h(
      'p',
      { class: 'snapshot-note' },
      '您正在查看交易快照：商品在交易发生时的样子，发生交易争议时可作为判断依据。',
      h('a', { href: data.itemUrl }, '查看当前商品'),
    ),
    baseInfo(data),
    shopCard(data),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, '商品参数'),
      h(
        'dl',
        { class: 'facts parameters' },
        data.parameters.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
      ),
    ),
    h(
      'section',
      { class: 'card', id: 'description' },
      h('h2', {}, '图文详情'),
      h('div', { class: 'content' }, pictures),
    ),
  );
});
