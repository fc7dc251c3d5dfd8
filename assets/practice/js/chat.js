import { h } from './dom.js';
import { query, start } from './page.js';

/** The outer page only holds the frame; `?n=` and the other parameters go on to it. */
start(() => {
  const address = new URL('/app/im/chat-core/index.html', location.origin);
  for (const [name, value] of query) if (name !== 'slow' && name !== 'captcha') address.searchParams.set(name, value);
  document.querySelector('#root').append(h('iframe', { class: 'chat-frame', title: '聊天', src: address }));
});
