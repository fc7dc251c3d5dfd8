import { h } from './dom.js';
import { lazyPicture } from './lazy.js';
import { start } from './page.js';

const screens = Number(document.querySelector('meta[name="practice-screens"]').content);
const NAMES = ['forest', 'drying', 'sorting', 'stock', 'soup', 'parcel', 'bag', 'mushroom'];

function screenOf(index) {
  const name = NAMES[index % NAMES.length];
  const src = `//img.alicdn.com/imgextra/i1/9000000001/practice_${name}_${100 + index}.jpg`;
  return h(
    'section',
    { class: 'screen' },
    h('h2', {}, `第 ${index + 1} 屏 / 共 ${screens} 屏`),
    h('p', {}, '这一屏用来检查整页截取：不多一行，不少一行，固定的页头不重复，晚到的图片不漏。'),
    h(
      'div',
      { class: 'ruler', 'aria-hidden': 'true' },
      Array.from({ length: 8 }, (_, line) => h('span', {}, `${index * 800 + line * 100}`)),
    ),
    lazyPicture(src, index, { width: 520, height: 520 }),
  );
}

start(() => {
  document
    .querySelector('#long')
    .append(
      h('div', { class: 'long-header' }, '练习页面 · 虚构数据', h('span', { class: 'muted' }, `${screens} 屏`)),
      ...Array.from({ length: screens }, (_, index) => screenOf(index)),
    );
});
