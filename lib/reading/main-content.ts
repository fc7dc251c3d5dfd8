import type { Line } from './lines.ts';

/** Frames around the content of a page, by the ids and classes marketplaces use for them. */
const AROUND =
  /^(?:j_)?(?:site-?nav|mtb-nav|tb-?footer|footer|global-?footer|mini-?cart|tbar|sidebar-?fixed|mui-global|(?:top-?)?search(?:-|$))/i;
/** Inside one of these a footer belongs to a card, not to the site. */
const PARTS = 'main, article, section, li, td, form, [id*="order" i], [class*="order" i]';
/** Headings of advertisement and help; what stands under them is about other goods or about everybody. */
const OTHER_GOODS =
  /^(?:猜你喜欢|为你推荐|(?:热卖|热门|相关|更多|店铺|精选)推荐|常买常逛|看了又看|买了又买|(?:看|买)了(?:该|此|本)?(?:商品|宝贝)的.{0,8}|你可能(?:还)?(?:喜欢|感兴趣)|掌柜热卖|最近浏览|我的足迹|常见问题|帮助中心)\s*(?:$|[:：（(/>]|换一|更多)/u;
/** Words in the head of such a section, beside its heading. */
const SECTION_TOOLS = /^(?:换一[批换]|查?看?更多|全部|广告|[<>‹›|/\s])*$/u;

/** True for site navigation, search, footers and the like, which are no part of what the page is about. */
export function isAroundContent(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'NAV' || element.getAttribute('role') === 'search') return true;
  const isAround =
    tagName === 'FOOTER' || AROUND.test(element.id) || Array.from(element.classList).some((name) => AROUND.test(name));
  const part = isAround ? element.parentElement?.closest(PARTS) : null;
  return isAround && (!part || part.contains(element.ownerDocument.body)); // The body of a page may be called “order”, too.
}

/** Headings of sections that are about other things than the page. */
export function isOtherGoods(heading: string): boolean {
  return OTHER_GOODS.test(heading);
}

/** The box whose remaining content a heading heads: its parent, or further up when nothing but buttons stands beside it. */
export function sectionOf({ block }: Line, next: Line | undefined): Element {
  if (next && block.contains(next.block)) return block;
  let top = block;
  while (top.parentElement && top.parentElement.tagName !== 'BODY' && !headsSomething(top)) top = top.parentElement;
  return top.parentElement ?? top;
}

function headsSomething(element: Element): boolean {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    if (!SECTION_TOOLS.test(next.textContent ?? '') || hasShadowTree(next)) return true;
  }
  return false;
}

/** What an element shows in a shadow tree is no part of its text. */
function hasShadowTree(element: Element): boolean {
  return [element, ...element.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot !== null);
}
