import { showBlock } from './block.js';
import { h, wait } from './dom.js';

export const query = new URLSearchParams(location.search);

/** Milliseconds given by a query parameter, or null when it is absent. `?captcha=1` and the like mean "yes": the default. */
function milliseconds(name, whenYes) {
  const text = query.get(name);
  if (text === null) return null;
  return Number(text) > 1 ? Number(text) : whenYes;
}

/** Draws the page by `render`, late with `?slow=`, and with `?captcha=` puts the block page over it after a moment. */
export async function start(render) {
  await wait(milliseconds('slow', 1500) ?? 0);
  await render();
  const blockAfter = milliseconds('captcha', 1200);
  if (blockAfter !== null) {
    await wait(blockAfter);
    const content = document.querySelector('.page, #root, #long') ?? document.body;
    content.replaceChildren();
    showBlock(content);
  }
}

/** The address `?swap=` changes to; a page without one has none. */
function nextAddress(parameter) {
  const next = document.querySelector('meta[name="practice-next"]')?.content ?? '';
  const address = new URL(location.href);
  if (next.startsWith('?')) address.search = next;
  else for (const name of parameter) if (address.searchParams.has(name)) address.searchParams.set(name, next);
  address.searchParams.set('swap', query.get('swap') ?? '');
  return address.href;
}

/**
 * With `?swap=ms` the page has a link 下一笔 that changes the address at once and the content `ms` later, without
 * loading the document again; `&auto=1` follows it by itself after a second. Going back does the same.
 */
export function setUpSwap(parameters, show) {
  const delay = milliseconds('swap', 800);
  if (delay === null) return;
  const change = async (href) => {
    await wait(delay);
    await show(href);
  };
  const follow = (event) => {
    event?.preventDefault();
    const href = nextAddress(parameters);
    history.pushState({}, '', href);
    change(href);
  };
  const link = h(
    'a',
    { id: 'practice-next', class: 'practice-next', href: nextAddress(parameters), onclick: follow },
    '下一笔',
  );
  document.querySelector('.site-header-inner')?.append(link);
  addEventListener('popstate', () => change(location.href));
  if (query.has('auto')) setTimeout(follow, 1000);
}

/** What a page at `href` would have been given by the server. */
export async function fetchData(href) {
  const address = new URL(href);
  address.searchParams.set('practiceData', '1');
  return (await fetch(address)).json();
}
