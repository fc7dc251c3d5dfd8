import { pageDocuments } from '../../../lib/reading/lines.ts';

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Changes a page in a way that changes nothing for a person who reads it. */
export type Mutation = (document: Document, random: Random) => void;

type Tree = Document | ShadowRoot;

/** The page, its frames, and the open shadow trees in both. */
function treesOf(document: Document): Tree[] {
  const trees: Tree[] = pageDocuments(document);
  for (const tree of trees) {
    for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
  }
  return trees;
}

/** Elements with words of the page; what scripts and styles hold is theirs. */
function elementsOf(document: Document, selector = 'body *'): Element[] {
  const inShadow = selector === 'body *' ? '*' : selector;
  return treesOf(document)
    .flatMap((tree) => Array.from(tree.querySelectorAll('body' in tree ? selector : inShadow)))
    .filter((element) => !element.closest('script, style, svg, select, template, head'));
}

function textsOf(document: Document): Text[] {
  return elementsOf(document, 'body, body *').flatMap((element) =>
    Array.from(element.childNodes).filter((node): node is Text => node.nodeType === 3),
  );
}

function shuffled<Entry>(entries: readonly Entry[], random: Random): Entry[] {
  return entries
    .map((entry) => ({ entry, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

function nameOf(random: Random): string {
  return Array.from({ length: 8 }, () => 'bcdfghkm'[Math.floor(random() * 8)]).join('');
}

/** Replaces one element by one of another name with the same attributes and content. */
function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/**
 * Gives every class and id another name and its element's classes another order, as a new build of the page would: word by
 * word, so that `step` and `step-done` stay relatives. Styles follow, so that what was hidden stays hidden.
 * @param isKept names that stay as they are.
 */
export function renameClasses(isKept: (name: string) => boolean): Mutation {
  return (document, random) => {
    const words = new Map<string, string>();
    const wordFor = (word: string) => {
      const other = words.get(word) ?? nameOf(random);
      words.set(word, other);
      return other;
    };
    const nameFor = (name: string) => (isKept(name) ? name : name.replace(/[A-Za-z]+/gu, wordFor));
    for (const tree of treesOf(document)) {
      for (const element of tree.querySelectorAll('[class], [id]')) {
        if (element.hasAttribute('class'))
          element.setAttribute('class', shuffled([...element.classList].map(nameFor), random).join(' '));
        if (element.id) element.id = nameFor(element.id);
      }
      for (const style of tree.querySelectorAll('style')) {
        style.textContent = (style.textContent ?? '').replace(
          /([.#])([A-Za-z_][\w-]*)/gu,
          (_, mark, name) => mark + nameFor(name),
        );
      }
    }
  };
}

const INLINE = /^(?:A|ABBR|B|BUTTON|EM|FONT|I|IMG|LABEL|SMALL|SPAN|STRONG|U)$/;
/** What stands in these has a place that a box around it would take away. */
const FIXED_PARENTS = 'table, thead, tbody, tr, ul, ol, dl, details, select, pre, [data-reactid]';
const FIXED = 'thead, tbody, tr, td, th, li, dt, dd, summary, option, br, iframe, slot, pre, img, input, textarea';

/** Puts boxes of no meaning around some elements, and one around everything. */
export const wrap: Mutation = (document, random) => {
  for (const element of elementsOf(document)) {
    const isFixed = element.matches(FIXED) || element.querySelector('iframe') !== null; // A frame that moves starts anew.
    if (random() > 0.2 || isFixed || element.parentElement?.matches(FIXED_PARENTS)) continue;
    const box = element.ownerDocument.createElement(INLINE.test(element.tagName) ? 'span' : 'div');
    box.className = nameOf(random);
    element.replaceWith(box);
    box.append(element);
  }
  if (document.querySelector('iframe')) return;
  const all = document.createElement('div');
  all.append(...document.body.childNodes);
  document.body.append(all);
};

/** Sections, rows of one label each, and cards of a list, whose order says nothing. */
const INDEPENDENT = [
  '[class*="detailInfoContent--"]',
  '.detail-row',
  '[id^="shopOrderContainer_"]',
  '.js-order-container',
  'tbody[data-orderid]',
  '.next-table-row',
  '.order-card',
  '.trade-order-detail-order-info',
];

/** Puts rows and cards into another order. */
export const reorder: Mutation = (document, random) => {
  for (const selector of INDEPENDENT) {
    const all = elementsOf(document, selector);
    for (const parent of new Set(all.map(({ parentElement }) => parentElement))) {
      const places = all.filter(({ parentElement }) => parentElement === parent);
      const marks = places.map((place) => {
        const mark = place.ownerDocument.createComment('');
        place.replaceWith(mark);
        return mark;
      });
      shuffled(places, random).forEach((place, index) => {
        marks[index]?.replaceWith(place);
      });
    }
  }
};

/** Footers and navigation with numbers, times and words of others. */
const AROUND = [
  '<footer><p>订单编号：9111111111111111111 的问题请联系客服</p><p>退款成功</p><p>2026-01-02 03:04:05</p></footer>',
  '<div class="tb-footer"><a>关于我们</a><p>退款编号：911111111111111111</p><p>物流公司：别的快递</p></div>',
  '<nav><a>待付款</a><a>待发货</a><a>交易成功</a><a>退款成功</a></nav>',
];
/** Advertisement and recommendations with numbers, prices and times of others. */
const OTHER_GOODS = [
  '<div class="zz"><div><h3>猜你喜欢</h3><a>换一批</a></div><ul><li><a href="https://item.taobao.com/item.htm?id=911111111111">别的商品</a><p>订单编号：9111111111111111111</p><p>实付款：￥3.50</p><p>店铺：别的店铺</p><p>付款时间：2026-01-02 03:04:05</p></li></ul></div>',
  '<section><h4>为你推荐</h4><div><span>退款编号：911111111111111111</span><span>退款金额：￥9.99</span><span>￥88.00</span></div><div>卖家已发货</div></section>',
  '<div><div>限时秒杀 还剩 1天2小时3分</div><a href="https://item.taobao.com/item.htm?id=911111111111">￥9.90 立即抢购</a></div>',
  '<div><p>大促会场 2026-11-30 20:00:00 开始</p><p>领券立减 ￥30.00</p></div>',
  '<aside><h3>看了又看</h3><div>卖家：别的卖家</div><div>创建时间：2026-01-02 03:04:05</div><div>订单状态：交易成功</div></aside>',
];

/** Puts strangers before and behind the page, and other goods between its sections. */
export const addStrangers: Mutation = (document, random) => {
  const isFirst = () => random() < 0.5;
  for (const { body } of pageDocuments(document)) {
    const sections = Array.from(body.querySelectorAll('section'));
    for (const html of shuffled([...AROUND, ...OTHER_GOODS], random).slice(0, 5)) {
      const section = AROUND.includes(html) ? undefined : sections[Math.floor(random() * sections.length * 2)];
      if (section) section.insertAdjacentHTML(isFirst() ? 'beforebegin' : 'afterend', html);
      else body.insertAdjacentHTML(isFirst() ? 'afterbegin' : 'beforeend', html);
    }
  }
};

const SPACES = [' ', '\n', '\n    ', '\t', '\u00a0', '\u3000', '  \u00a0'];
const BLOCKS = 'div, p, section, ul, ol, li, table, tbody, tr, td, dl, dt, dd, h1, h2, h3, h4, article, main';

/** White space where white space is, and around blocks. */
export const changeSpaces: Mutation = (document, random) => {
  const some = () => SPACES[Math.floor(random() * SPACES.length)] as string;
  for (const text of textsOf(document)) {
    if (text.parentElement?.closest('pre, textarea')) continue;
    text.data = text.data.replace(/[ \t\n]+/gu, some);
  }
  for (const element of elementsOf(document, BLOCKS)) {
    if (element.parentElement?.closest('pre') || random() < 0.5) continue;
    element.before(element.parentElement?.closest('table') ? '\n  ' : some());
    element.prepend('\n    ');
    element.append('\n  ');
  }
};

/** Comments between elements and inside texts, where frameworks leave them. */
export const addComments: Mutation = (document, random) => {
  for (const text of textsOf(document)) {
    const comment = text.ownerDocument.createComment(' 订单编号：9111111111111111111 ￥9.99 ');
    const at = Math.floor(random() * text.data.length);
    if (random() < 0.4) text.before(comment);
    else if (at > 0) text.splitText(at).before(comment);
  }
};

const BOXES = ['div', 'section', 'p', 'article'];

/** Boxes by other names. */
export const renameBoxes: Mutation = (document, random) => {
  for (const element of elementsOf(document, 'div, p, section')) {
    if (random() < 0.5 && !element.querySelector('p, iframe'))
      renamed(element, BOXES[Math.floor(random() * BOXES.length)] as string);
  }
};
