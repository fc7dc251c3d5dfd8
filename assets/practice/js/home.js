import { h } from './dom.js';

const entry = ([title, address]) => h('li', {}, h('a', { href: address }, title), h('small', {}, address));

document
  .querySelector('#home')
  .append(
    h(
      'div',
      { class: 'card' },
      h('h1', {}, '练习首页'),
      h('p', { class: 'muted' }, '这里的页面写得和真实网站一样可以被识别，内容全部虚构。'),
      h('ul', { class: 'home-links' }, Object.entries(window.practiceLinks).map(entry)),
    ),
  );
