import { h, hashed, wait } from './dom.js';
import { query, start } from './page.js';
import { splitPrice, wangwang } from './parts.js';
import { createVirtualList } from './virtual-list.js';

const SERVICE = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistV2/1.0/';
const root = document.querySelector('#__ultron_rootContainer_node');
const main = h('div', { class: 'trade-main-content' });
const listHost = h('div', { class: 'order-rows' });
const pager = h('ul', { class: 'ant-pagination' });
const list = createVirtualList({
  host: listHost,
  make: () => h('div', { class: 'trade-container-shopOrderContainer' }),
  fill: fillOrder,
  view: () => ({ top: -listHost.getBoundingClientRect().top, height: innerHeight }),
  rows: 7,
});

async function fetchPage(page) {
  const form = { tabCode: 'all', page, OrderType: 'OrderList', appName: 'tborder', appVersion: '3.0' };
  const answer = await fetch(SERVICE, { method: 'POST', body: new URLSearchParams(form) });
  return (await answer.json()).data.data;
}

/** Orders from the components of the data service, in its order. */
function ordersOf(components) {
  return Object.entries(components)
    .filter(([key]) => key.startsWith('shopInfo_'))
    .map(([key, { fields }]) => {
      const no = key.slice('shopInfo_'.length);
      const items = Object.entries(components)
        .filter(([other]) => other.startsWith(`orderItemInfo_${no}_`))
        .map(([, component]) => component.fields.item);
      return {
        no,
        shop: fields,
        items,
        pay: components[`orderPayment_${no}`].fields,
        operations: components[`operations_${no}`].fields.options,
      };
    });
}

function fillOrder(row, { no, shop, items, pay, operations }) {
  row.id = `shopOrderContainer_${no}`;
  row.replaceChildren(
    h(
      'div',
      { class: 'trade-container-orderColContainer', id: `orderColContainer_${no}` },
      headOf(no, shop),
      h(
        'div',
        { class: 'order-body' },
        h('div', { class: 'order-items', id: `orderDetailCol_${no}` }, items.map(itemRow)),
        h(
          'div',
          { class: hashed('payment') },
          splitPrice(pay.actualFee.value, '实付款'),
          splitPrice(pay.postFee.value, '含运费'),
        ),
        operationsOf(no, operations),
      ),
      h('div', { class: hashed('extBlank') }, '常买常逛'),
    ),
  );
}

function headOf(no, shop) {
  return h(
    'div',
    { class: hashed('shopInfoContainer') },
    h('span', { class: hashed('shopInfoOrderTime') }, shop.createTime),
    h('span', { class: hashed('shopInfoOrderId') }, `订单号: ${no}`),
    h('a', { class: hashed('shopInfoName'), href: shop.shopUrl, target: '_blank' }, shop.shopName),
    wangwang(shop.sellerNick),
    h('span', { class: hashed('shopInfoStatus') }, shop.tradeTitle),
  );
}

function itemRow(item) {
  const refund = item.refundStatus;
  return h(
    'div',
    { class: 'trade-bought-list-order-info' },
    h('a', {
      class: hashed('image'),
      href: item.itemUrl,
      target: '_blank',
      'aria-label': item.title,
      style: `background-image:url(${item.pic}_200x200q90.jpg)`,
    }),
    h(
      'div',
      { class: hashed('content') },
      h(
        'a',
        { class: hashed('title'), href: item.itemUrl, target: '_blank' },
        h('span', { class: hashed('titleText') }, item.title),
        ' [交易快照]',
      ),
      item.skuList.map(({ name, value }) => h('div', { class: hashed('info') }, `${name}：${value}`)),
      h('div', { class: hashed('info') }, item.service),
    ),
    h(
      'div',
      { class: hashed('itemInfoColPrice') },
      splitPrice(item.priceInfo.actualTotalFee),
      splitPrice(item.priceInfo.original),
      h('div', { class: hashed('quantity') }, `x${item.quantity}`),
      refund && h('a', { class: hashed('refundStatus'), href: refund.url }, refund.text),
    ),
  );
}

function operationsOf(no, operations) {
  return h(
    'div',
    { class: `${hashed('operations')} trade-container-orderOperationsCol`, id: `orderOperationsCol_${no}` },
    operations.map(({ text, url }) =>
      h(url ? 'a' : 'div', { class: 'trade-button tbpc_boughtlist_orderItem_order_op', href: url }, text),
    ),
  );
}

function showPager({ currentPage, pageSize, totalNum, hasMore }) {
  const pages = Array.from({ length: Math.ceil(totalNum / pageSize) }, (_, index) => index + 1);
  const entry = (page) => {
    const active = page === currentPage ? ' ant-pagination-item-active' : '';
    return h('li', { class: `ant-pagination-item${active}`, title: page }, h('a', { onclick: () => goTo(page) }, page));
  };
  const next = h('button', { type: 'button', disabled: !hasMore, onclick: () => goTo(currentPage + 1) }, '下一页');
  pager.replaceChildren(
    ...pages.map(entry),
    h('li', { class: 'ant-pagination-next', title: '下一页', 'aria-disabled': String(!hasMore) }, next),
  );
}

/** The list is empty while the next page is on its way. */
async function goTo(page) {
  list.set([]);
  const loading = h('div', { class: 'loading' }, '加载中…');
  listHost.before(loading);
  scrollTo(0, 0);
  const [components] = await Promise.all([fetchPage(page), wait(400)]);
  loading.remove();
  list.set(ordersOf(components));
  showPager(components.pagination.fields);
}

start(async () => {
  const tabs = ['全部订单', '待付款', '待发货', '待收货', '待评价'];
  main.append(
    h('h1', {}, '已买到的宝贝'),
    h(
      'div',
      { class: 'tabs' },
      tabs.map((tab, index) => h('span', { class: index === 0 ? 'tab active' : 'tab' }, tab)),
    ),
    listHost,
    pager,
    h('div', { class: 'trade-button' }, '导出订单'),
  );
  root.append(main);
  addEventListener('scroll', list.update, { passive: true });
  addEventListener('resize', list.update);
  await goTo(Number(query.get('page')) || 1);
});
