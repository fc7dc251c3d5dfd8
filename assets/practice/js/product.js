import { h, hashed } from './dom.js';
import { lazyPicture } from './lazy.js';
import { start } from './page.js';
import { idleButton } from './parts.js';

const res = window.__ICE_APP_CONTEXT__.loaderData.home.data.res;
const PICTURE = { width: 790, height: 640 };

function gallery(images) {
  const large = h('img', { class: hashed('mainPic'), src: images[0], width: 420, height: 420, alt: '' });
  const show = (src) => () => {
    large.src = src;
  };
  return h(
    'div',
    { class: 'gallery' },
    large,
    h(
      'div',
      { class: 'thumbs' },
      images.map((src) =>
        h('img', { src: `${src}_80x80.jpg`, width: 64, height: 64, alt: '', onmouseenter: show(src) }),
      ),
    ),
  );
}

function skuPanel({ skuBase }) {
  return h(
    'div',
    { id: 'tbpcDetail_SkuPanelBody' },
    skuBase.props.map(({ name, values }) =>
      h(
        'div',
        { class: hashed('skuItem') },
        h('span', { class: 'muted' }, name),
        values.map((value) => h('div', { class: hashed('valueItem') }, value.name)),
      ),
    ),
  );
}

function summary({ item, seller, priceText }) {
  return h(
    'div',
    { class: 'summary' },
    h('h1', { class: hashed('mainTitle') }, item.title),
    h(
      'div',
      { class: hashed('priceWrap') },
      h('span', { class: 'price' }, priceText),
      h('span', { class: 'muted' }, `已售 ${item.vagueSellCount}`),
    ),
    h('p', { class: 'muted' }, '发货：示例省示例市　快递 ￥6.00　48小时内发货'),
    skuPanel(res),
    h('div', { class: 'buttons' }, idleButton('加入购物车'), idleButton('立即购买', 'button primary')),
    h('p', { class: 'muted' }, '服务：7天无理由退货（未开袋）· 质量问题包退'),
    h(
      'div',
      { class: hashed('shopHeader') },
      h('a', { class: hashed('shopName'), href: seller.shopUrl }, seller.shopName),
      h('span', { class: 'ww-light', 'data-nick': seller.sellerNick }, h('a', { href: seller.chatUrl }, '联系卖家')),
      h('a', { href: seller.licenceUrl }, '经营者证照'),
    ),
  );
}

function parametersOf(parameters) {
  return h(
    'section',
    { class: 'card', id: 'parameters' },
    h('h2', {}, '商品参数'),
    h(
      'dl',
      { class: 'facts parameters' },
      parameters.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
  );
}

function descriptionOf(sections) {
  let count = 0;
  const part = ({ title, text, pictures }) => [
    h('h3', {}, title),
    h('p', {}, text),
    pictures.map((src) => {
      count += 1;
      return lazyPicture(src, count, PICTURE);
    }),
  ];
  return h(
    'section',
    { class: 'card', id: 'description' },
    h('h2', {}, '图文详情'),
    h('div', { class: 'content desc-root' }, sections.map(part).flat(2)),
  );
}

function reviewsOf(reviews) {
  return h(
    'section',
    { class: 'card', id: 'reviews' },
    h('h2', {}, `用户评价（${reviews.length}）`),
    reviews.map(({ nick, time, sku, text }) =>
      h(
        'div',
        { class: hashed('Comment') },
        h('div', { class: 'muted' }, `${nick}　${time}　${sku}`),
        h('p', {}, text),
      ),
    ),
  );
}

function stickyTabs() {
  const tabs = [
    ['#reviews', '用户评价'],
    ['#parameters', '参数信息'],
    ['#description', '图文详情'],
  ];
  return h(
    'nav',
    { class: 'sticky-tabs', 'aria-label': '商品' },
    tabs.map(([href, text]) => h('a', { href }, text)),
  );
}

start(() => {
  document
    .querySelector('#ice-container')
    .append(
      h('div', { class: 'card product-top' }, gallery(res.item.images), summary(res)),
      stickyTabs(),
      reviewsOf(res.reviews),
      parametersOf(res.parameters),
      descriptionOf(res.sections),
    );
  document.body.append(
    h('button', { type: 'button', class: 'back-to-top', onclick: () => scrollTo({ top: 0 }) }, '顶部'),
  );
});
