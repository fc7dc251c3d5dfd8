import { h, wait } from './dom.js';
import { start } from './page.js';

const mount = document.querySelector('#J_bought_main');

function operationLink({ id, text, url, dataUrl }) {
  return h('a', { class: 'text-mod__link___2PH0Q', id, href: url ?? dataUrl, target: '_blank' }, text);
}

function headRow({ orderInfo, seller }) {
  return h(
    'tr',
    { class: 'bought-wrapper-mod__head___2vnqo' },
    h(
      'td',
      {},
      h(
        'label',
        {},
        h('span', {}, ''),
        h('span', { class: 'bought-wrapper-mod__create-time___yNWVS' }, orderInfo.createDay),
      ),
      h('span', {}, h('span', {}, '订单号'), h('span', {}, ': '), h('span', {}, orderInfo.id)),
    ),
    h(
      'td',
      { colspan: 2 },
      h('a', { class: 'seller-mod__name___37vL8', href: seller.shopUrl, title: seller.nick }, seller.shopName),
    ),
    h(
      'td',
      { colspan: 2 },
      h(
        'span',
        { 'data-nick': seller.nick, class: 'ww-light ww-small' },
        h(
          'a',
          {
            class: 'ww-inline ww-online',
            href: `//amos.alicdn.com/getcid.aw?v=3&uid=${encodeURIComponent(seller.nick)}&site=cntaobao`,
          },
          '和我联系',
        ),
      ),
    ),
    h('td', {}, h('a', { class: 'text-mod__link___2PH0Q' }, '删除')),
  );
}

function itemRow(order, item, index) {
  const { itemInfo } = item;
  const span = order.subOrders.length;
  return h(
    'tr',
    {},
    h(
      'td',
      { class: 'sol-mod__no-br___1PwLO' },
      h(
        'div',
        { class: 'ml-mod__container___2DOxT production-mod__production___123Rp' },
        h(
          'a',
          { class: 'production-mod__pic___G8alD', href: itemInfo.itemUrl },
          h('img', { src: itemInfo.pic, width: 80, height: 80, alt: '' }),
        ),
        h(
          'div',
          {},
          h(
            'p',
            {},
            h('a', { href: itemInfo.itemUrl }, h('span', {}, itemInfo.title)),
            ' ',
            h('a', { class: 'muted', href: itemInfo.snapUrl }, '[交易快照]'),
          ),
          itemInfo.skuText.map(({ name, value }) =>
            h(
              'span',
              { class: 'production-mod__sku-item___32OhG' },
              h('span', {}, name),
              h('span', {}, '：'),
              h('span', {}, value),
            ),
          ),
          itemInfo.extra.map(({ name, value }) => h('p', {}, `${name}：${value}`)),
        ),
      ),
    ),
    h(
      'td',
      { class: 'sol-mod__no-br___1PwLO' },
      h('p', { class: 'price-mod__price___3_8Zs' }, `￥${item.priceInfo.realTotal}`),
    ),
    h('td', { class: 'sol-mod__no-br___1PwLO' }, item.quantity),
    h(
      'td',
      {},
      item.operations.map((operation) => h('p', {}, operationLink(operation))),
    ),
    index === 0 &&
      h(
        'td',
        { rowspan: span },
        h('p', { class: 'price-mod__price___3_8Zs' }, h('strong', {}, `￥${order.payInfo.actualFee}`)),
        order.payInfo.postFees.map(({ prefix, value, suffix }) => h('p', { class: 'muted' }, prefix, value, suffix)),
      ),
    index === 0 &&
      h(
        'td',
        { rowspan: span },
        h('span', { class: 'text-mod__link___2PH0Q' }, order.statusInfo.text),
        order.statusInfo.operations.map((operation) => h('p', {}, operationLink(operation))),
        order.operations
          .filter(({ style }) => style !== 'thead')
          .map((operation) => h('p', {}, operationLink(operation))),
      ),
  );
}

function orderBlock(order) {
  const id = order.id;
  return h(
    'div',
    { class: 'index-mod__order-container___1ur4- js-order-container', 'data-reactid': `.0.5.3:$order-${id}` },
    h(
      'table',
      { class: 'bought-table-mod__table___AnaXt bought-wrapper-mod__table___3xFFM' },
      h('tbody', { class: 'bought-wrapper-mod__head-info___29vOL' }, headRow(order)),
      h(
        'tbody',
        {},
        order.subOrders.map((item, index) => itemRow(order, item, index)),
      ),
    ),
  );
}

function pagerOf({ currentPage, totalPage }) {
  const next =
    currentPage < totalPage &&
    h('li', { class: 'pagination-next', title: '下一页' }, h('a', { onclick: () => goTo(currentPage + 1) }, '下一页'));
  const previous =
    currentPage > 1 &&
    h('li', { class: 'pagination-prev', title: '上一页' }, h('a', { onclick: () => goTo(currentPage - 1) }, '上一页'));
  const here = h(
    'li',
    { class: 'pagination-item pagination-item-active' },
    h('a', {}, `${currentPage} / ${totalPage}`),
  );
  return h(
    'div',
    { class: 'row-mod__row___2aREm js-actions-row-bottom' },
    h('ul', { class: 'pagination' }, previous, here, next),
  );
}

function show({ mainOrders, page, tabs }) {
  mount.replaceChildren(
    h(
      'div',
      { id: 'tp-bought-root', class: 'trade-main-content' },
      h('h1', {}, '已买到的宝贝'),
      h(
        'div',
        { class: 'tabs' },
        tabs.map(({ text, selected }) => h('span', { class: selected ? 'tab active' : 'tab' }, text)),
      ),
      h(
        'table',
        { class: 'column-heads' },
        h(
          'tbody',
          {},
          h(
            'tr',
            {},
            ['宝贝', '单价', '数量', '商品操作', '实付款', '交易状态'].map((head, index) =>
              h('th', { class: index === 5 ? 'bought-wrapper-mod__th-operation___yRtHm' : null }, head),
            ),
          ),
        ),
      ),
      mainOrders.map(orderBlock),
      pagerOf(page),
    ),
  );
}

/** The next page comes as JSON; ids in it that are numbers have lost digits here, as they have on the real page. */
async function goTo(pageNum) {
  mount.querySelector('#tp-bought-root')?.replaceChildren(h('div', { class: 'loading' }, '加载中…'));
  scrollTo(0, 0);
  const form = new URLSearchParams({ pageNum, pageSize: 15, prePageNo: pageNum - 1 });
  const url = `/trade/itemlist/asyncBought.htm?action=itemlist/BoughtQueryAction&event_submit_do_query=1&_input_charset=utf8`;
  const [answer] = await Promise.all([fetch(url, { method: 'POST', body: form }), wait(300)]);
  show(await answer.json());
}

start(() => show(window.data));
