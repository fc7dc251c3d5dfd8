import type { CaptureGap } from '../evidence/types.ts';
import { Anchors } from './anchors.ts';
import { planAreas } from './areas.ts';
import { rememberScroll } from './page-state.ts';
import { type Scroller, scrollToTop } from './scroller.ts';
import { nextFrame, picturesInView, picturesLoaded, settled } from './settle.ts';
import type { StepLog, Walk, WalkDeps } from './types.ts';
import { MAX_SCREENS, viewOf } from './view.ts';

/** A page that changes under its picture is photographed once more. */
const MAX_PASSES = 2;

/**
 * Photographs a page whose window scrolls in as few pictures as its size allows, where the browser draws what is not in view,
 * too. The page is scrolled through first, so that everything that waits for being seen is there, and then photographed at
 * its top: headers and floating boxes stand where they belong, once, and no style of the page is touched.
 * @returns null for a page that takes away what has left the window; it has to be walked screen by screen.
 */
export async function walkWhole(scroller: Scroller, deps: WalkDeps, log: StepLog): Promise<Walk | null> {
  const { element } = scroller;
  const restore = rememberScroll([element]);
  const anchors = new Anchors(scroller);
  const gaps = new Set<CaptureGap>();
  try {
    const { end, hasPictures } = await scrollThrough(element, anchors, deps);
    if (end < element.scrollHeight) gaps.add('pageTooLong');
    if (!hasPictures) gaps.add('picturesNotLoaded');
    scrollToTop(element, 0);
    await settled();
    if (!anchors.areThere()) {
      log.add('页面会撤去窗口以外的内容，不能整页拍摄，改为逐屏截图');
      return null;
    }
    const geometry = await shootWhole(scroller, anchors, end, deps, gaps);
    log.add(`先滚动浏览全页使内容加载，再回到顶部整页拍摄，共 ${geometry.shots.length} 张；未改动页面样式`);
    return { geometry, gaps: [...gaps], messages: [], chat: null };
  } finally {
    restore();
    log.add('页面的滚动位置已恢复原状');
  }
}

/** All areas of the page; all of them again when it moved meanwhile. */
async function shootWhole(
  { element, box }: Scroller,
  anchors: Anchors,
  end: number,
  deps: WalkDeps,
  gaps: Set<CaptureGap>,
): Promise<Walk['geometry']> {
  for (let pass = 1; ; pass += 1) {
    const page = { width: box().width, height: Math.min(end, element.scrollHeight) };
    const areas = planAreas(page, window.devicePixelRatio);
    const view = viewOf('window', { left: 0, top: 0, width: page.width, height: areas[0]?.height ?? 0 }, page.height);
    for (const area of areas) {
      const shot = { scrollTop: area.top, expectedShots: areas.length, messages: 0, view, pass, area };
      if (!(await deps.shoot(shot))) gaps.add('unstableFrames');
    }
    // What is in one picture was drawn together, however it moves.
    const hasMoved = areas.length > 1 && anchors.haveMoved();
    if (hasMoved) gaps.add(pass === 1 ? 'pageMoved' : 'pageGrew');
    if (!hasMoved || pass >= MAX_PASSES) return { ...view, shots: areas.map(({ top }) => top) };
    anchors.areThere();
  }
}

/**
 * Shows every screen to the page for a moment, to its end or as far as a capture goes, and waits for the pictures.
 * @returns how far down a picture may go (CSS pixels), and whether all pictures came.
 */
async function scrollThrough(
  element: Element,
  anchors: Anchors,
  { read }: WalkDeps,
): Promise<{ end: number; hasPictures: boolean }> {
  const pictures = new Set<HTMLImageElement>();
  const screen = window.innerHeight;
  let hasPictures = true;
  for (let seen = 0; seen < MAX_SCREENS; ) {
    scrollToTop(element, seen * screen);
    await nextFrame();
    anchors.note();
    read(); // Lists are gathered while they go by.
    for (const picture of picturesInView()) pictures.add(picture);
    seen += 1;
    if (seen * screen < element.scrollHeight) continue;
    hasPictures = await picturesLoaded(() => [...pictures]);
    if (seen * screen >= element.scrollHeight) break; // Pages grow while their pictures come.
  }
  const isWhole = element.scrollHeight <= MAX_SCREENS * screen;
  return { end: isWhole ? Number.POSITIVE_INFINITY : MAX_SCREENS * screen, hasPictures };
}
