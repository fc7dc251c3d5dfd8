import { runCountdown } from './countdown.js';
import { h } from './dom.js';
import { fetchData, setUpSwap, start } from './page.js';
import { idleButton, stepBar } from './parts.js';

const mount = document.querySelector('#J_detail');

/** The words of a piece of the page's own HTML. */
function plainText(markup) {
  return new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '';
}

function countdownOf({ preText = '还剩', afterText = '', serverTime, targetTime }) {
  return [preText, ' ', runCountdown(h('span', { class: 'countdown' }), targetTime - serverTime), ' ', afterText];
}

function statusBox({ status, prompt, operate }) {
  const heading = status.content.map(({ text }) => plainText(text)).join('');
  return h(
    'div',
    { class: 'status-box card' },
    h('h3', {}, heading),
    prompt.flatMap(({ content }) => content).map((part) => h('p', {}, countdownOf(part))),
    h(
      'div',
      { class: 'buttons' },
      operate.flatMap(({ content }) => content).map(({ text }) => idleButton(text, 'button primary')),
    ),
  );
}

function listRow({ key, content }) {
  const main = content.filter(({ type }) => type !== 'more');
  const more = content.filter(({ type }) => type === 'more').flatMap(({ moreList }) => moreList);
  const value = main.map(({ type, text }) =>
    type === 'html' ? h('span', { class: 'J_WangWang', 'data-nick': plainText(text) }, plainText(text)) : text,
  );
  return [
    h('tr', {}, h('th', {}, `${key}：`), h('td', {}, value)),
    ...more.filter((row) => row.content.some(({ text }) => text)).flatMap(listRow),
  ];
}

function parcelRow({ logistic, status }) {
  return h(
    'div',
    { class: 'card' },
    logistic.content.map(({ text, companyName, mailNo, url }) =>
      h(
        'p',
        { class: 'shop-line' },
        h('strong', {}, text),
        h('span', {}, `物流公司：${companyName}`),
        h('span', {}, `运单号码：${mailNo}`),
        h('a', { href: url }, '查看物流'),
      ),
    ),
    status.map(({ statusInfo, subOrders }) =>
      h(
        'table',
        { class: 'goods-table' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['商品', '规格', '单价', '数量', '状态', '操作'].map((name) => h('th', {}, name)),
          ),
        ),
        h(
          'tbody',
          {},
          subOrders.map((item) => itemRow(item, statusInfo)),
        ),
      ),
    ),
  );
}

function itemRow({ itemInfo, priceInfo, quantity, operations }, statusInfo) {
  const status = statusInfo.map((part) => h('div', {}, part.type === 'countdown' ? countdownOf(part) : part.text));
  const sku = itemInfo.skuText.map(({ key, content }) => `${key}：${content.map(({ text }) => text).join('')}`);
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
    h('td', {}, sku),
    h(
      'td',
      {},
      priceInfo.map(({ text }) => text),
    ),
    h('td', {}, quantity),
    h('td', {}, status),
    h(
      'td',
      {},
      operations.map(({ text, url }) => h('a', { href: url }, text)),
    ),
  );
}

function amounts({ count }) {
  const rows = count.flat().flatMap(({ content }) => content);
  return h(
    'div',
    { class: 'card fees-box' },
    rows.map(({ data }) =>
      h(
        'div',
        { class: 'fees' },
        h(
          'div',
          { class: 'name-value' },
          h('span', { class: 'name' }, data.titleLink.text, data.colon.text),
          h('span', { class: 'value' }, data.money.text),
        ),
      ),
    ),
  );
}

function show({ stepbar, overStatus, basic, orders, amount }) {
  const steps = stepbar.options.map(({ content, time }, index) => ({
    title: content,
    time,
    type: index <= stepbar.current ? 'done' : index === stepbar.current + 1 ? 'doing' : 'todo',
  }));
  mount.replaceChildren(
    stepBar(steps),
    statusBox(overStatus),
    h(
      'div',
      { class: 'card' },
      h('h4', {}, basic.title),
      h('table', { class: 'info-table' }, h('tbody', {}, basic.lists.map(listRow))),
    ),
    ...orders.list.map(parcelRow),
    amounts(amount),
  );
}

start(() => {
  show(window.detailData);
  setUpSwap(['biz_order_id', 'bizOrderId'], async (href) => show(await fetchData(href)));
});
