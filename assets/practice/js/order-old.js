import { runCountdown } from './countdown.js';
import { h } from './dom.js';
import { fetchData, setUpSwap, start } from './page.js';
import { stepBar } from './parts.js';

const mount = document.querySelector('#detail-panel');

/** The small markup language of the old pages: text, countdown, operation, name with value. */
function contentOf({ type, value }) {
  if (type === 'text') return value;
  if (type === 'countdown') return runCountdown(h('span', { class: 'countdown' }), value.countDown * 1000);
  if (type === 'operation')
    return value.url ? h('a', { href: value.url }, value.text) : h('span', { class: 'goods-name' }, value.text);
  if (type === 'namevalue') return nameValue(value.name, value.value);
  return null;
}

function nameValue(name, value) {
  const text = Array.isArray(value) ? value.map(contentOf) : value;
  return h('div', { class: 'name-value' }, h('span', { class: 'name' }, name), h('span', { class: 'value' }, text));
}

function statusBox({ mainOrder, operationsGuide }) {
  const lines = operationsGuide.flatMap(({ lines }) => lines);
  return h(
    'div',
    { class: 'status-box card' },
    h('h3', {}, mainOrder.statusInfo.text),
    h(
      'ul',
      {},
      lines.map(({ content }) => h('li', {}, content.map(contentOf))),
    ),
  );
}

function stepsOf({ nodes, currentIndex }) {
  return stepBar(
    nodes.map(({ text, date, index }) => ({
      title: text,
      time: date,
      type: date ? 'done' : index === currentIndex + 1 ? 'doing' : 'todo',
    })),
  );
}

function infoOf({ mainOrder, deliveryInfo, buyMessage }) {
  const lines = mainOrder.orderInfo.lines.flatMap(({ content }) => content);
  const rows = [
    ['收货地址：', deliveryInfo.address],
    ['买家留言：', buyMessage || '-'],
    ['昵称：', mainOrder.seller.nick],
    ['物流公司：', deliveryInfo.logisticsName],
    ['运单号码：', deliveryInfo.logisticsNum],
  ];
  return h(
    'div',
    { class: 'info card' },
    h('h4', {}, '订单信息'),
    rows.filter(([, value]) => value).map(([name, value]) => nameValue(name, value)),
    lines.map(contentOf),
  );
}

function itemRow({ itemInfo, tradeStatus, quantity, priceInfo }) {
  const sku = itemInfo.skuText.flatMap(({ content }) => content);
  return h(
    'tr',
    {},
    h(
      'td',
      {},
      h(
        'div',
        { class: 'goods' },
        h('img', { src: itemInfo.pic, width: 56, height: 56, alt: '' }),
        h('a', { href: itemInfo.auctionUrl }, itemInfo.title),
      ),
    ),
    h(
      'td',
      {},
      sku.map(contentOf),
      itemInfo.extra.map(({ name, value }) => nameValue(name, value)),
    ),
    h(
      'td',
      {},
      tradeStatus.map(({ content }) => h('div', {}, content.map(contentOf))),
    ),
    h('td', {}, '7天无理由退货'),
    h('td', {}, quantity),
    h('td', {}, priceInfo),
  );
}

function goodsOf({ mainOrder }) {
  const { feeMess, actualFee } = mainOrder.payInfo;
  return h(
    'div',
    { class: 'card' },
    h(
      'table',
      { class: 'goods-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          mainOrder.columns.map((name) => h('th', {}, name)),
        ),
      ),
      h('tbody', {}, mainOrder.subOrders.map(itemRow)),
    ),
    h(
      'div',
      { class: 'fees' },
      feeMess.map(({ name, value }) => nameValue(`${name}：`, value)),
    ),
    h('div', { class: 'fees paid' }, nameValue(`${actualFee.name}：`, actualFee.value)),
  );
}

function show(data) {
  mount.replaceChildren(stepsOf(data.orderBar), statusBox(data), infoOf(data), goodsOf(data));
}

start(() => {
  show(window.data);
  setUpSwap(['biz_order_id', 'bizOrderId'], async (href) => show(await fetchData(href)));
});
