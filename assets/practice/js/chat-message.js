import { h } from './dom.js';

const CONTENT = {
  text: ({ lines }) => h('pre', { class: 'edit' }, lines[0]),
  image: ({ picture }) => h('img', { src: picture, width: 160, height: 160, alt: '' }),
  file: ({ lines: [name], size }) =>
    h(
      'div',
      { class: 'file-msg' },
      h('div', { class: 'file-name', title: name }, name),
      h('div', { class: 'file-size' }, size),
      h('a', { class: 'download-file', href: 'javascript:;' }, '下载文件'),
    ),
  item: ({ lines: [title, price], picture, url }) =>
    h(
      'a',
      { class: 'item-card', href: url, target: '_blank' },
      h('img', { src: picture, width: 100, height: 100, alt: '' }),
      h('div', {}, h('div', { class: 'item-title' }, title), h('div', { class: 'item-price' }, price)),
    ),
  order: (message) => templateCard('900000000001.ORDER', message),
  system: (message) => templateCard('900000000002.SAFE', message),
  recalled: ({ lines }) => h('div', { class: 'recall-tip' }, lines[0]),
};

function templateCard(id, { lines, picture }) {
  return h(
    'div',
    { class: 'im-template-msg dx-msg-wrap' },
    h(
      'div',
      { class: 'tpl-wrapper', 'data-tpl-id': id },
      picture && h('img', { src: picture, width: 64, height: 64, alt: '' }),
      h(
        'div',
        { 'view-name': 'FrameLayoutNG' },
        lines.map((line) => h('div', { 'view-name': 'TextView' }, line)),
      ),
    ),
  );
}

/** Puts a message into a row of the list; the row may have held another one. */
export function fillMessage(row, message) {
  row.dataset.faded = '';
  row.replaceChildren(
    h(
      'div',
      { class: message.self ? 'message-item self' : 'message-item' },
      h('div', { class: 'nick' }, message.nick),
      h('div', { class: 'time' }, message.time),
      h('div', { class: 'content' }, CONTENT[message.kind](message)),
    ),
  );
}

/** How far out of sight a message loses its content, in px; its row keeps nick, time and height. */
const FAR_OFF = 260;

/** Empties the content of rows far out of sight and fills it again when they come near. */
export function fadeMessage(row, message, distance) {
  const content = row.querySelector('.content');
  const isEmpty = row.dataset.faded === '1';
  if (distance > FAR_OFF && !isEmpty) {
    content.style.minHeight = `${content.offsetHeight}px`;
    content.replaceChildren();
    row.dataset.faded = '1';
  } else if (distance <= FAR_OFF && isEmpty) {
    content.style.minHeight = '';
    content.replaceChildren(CONTENT[message.kind](message));
    row.dataset.faded = '';
  }
}
