import type { Line } from './lines.ts';

/** Frames around the content of a page, by the ids and classes marketplaces use for them. */
const AROUND =
  /^(?:j_)?(?:site-?nav|mtb-nav|tb-?footer|footer|global-?footer|mini-?cart|tbar|sidebar-?fixed|mui-global|(?:top-?)?search(?:-|$))/i;
const AROUND_TAGS = new Set(['FOOTER', 'NAV']);
/** Headings of advertisement and help; what stands under them is about other goods or about everybody. */
const OTHER_GOODS =
  /^(?:猜你喜欢|为你推荐|热卖推荐|常买常逛|看了又看|买了又买|你可能(?:还)?喜欢|掌柜热卖|店铺推荐|常见问题|帮助中心)(?:$|[\s：:])/u;

/** True for site navigation, footers and the like, which are no part of what the page is about. */
export function isAroundContent(element: Element): boolean {
  if (AROUND_TAGS.has(element.tagName) || element.getAttribute('role') === 'search') return true;
  return AROUND.test(element.id) || Array.from(element.classList).some((name) => AROUND.test(name));
}

/** Drops the lines of recommendation and help sections: from such a heading to the end of the box it stands in. */
export function withoutOtherGoods(lines: readonly Line[]): Line[] {
  const boxes = lines.filter(({ text }) => OTHER_GOODS.test(text)).map(({ block }) => sectionOf(block));
  if (boxes.length === 0) return [...lines];
  return lines.filter(({ block }) => !boxes.some(({ heading, box }) => box.contains(block) && follows(heading, block)));
}

/** The smallest box around a heading that holds more than the heading itself. */
function sectionOf(heading: Element): { heading: Element; box: Element } {
  let box = heading;
  while (box.parentElement && box.tagName !== 'BODY' && box.textContent?.trim() === heading.textContent?.trim()) {
    box = box.parentElement;
  }
  return { heading, box };
}

function follows(heading: Element, other: Element): boolean {
  return heading === other || (heading.compareDocumentPosition(other) & 4) !== 0; // DOCUMENT_POSITION_FOLLOWING
}
