import type { ShotView } from '../evidence/page-capture.ts';
import type { CaptureGap } from '../evidence/types.ts';
import { Anchors } from './anchors.ts';
import { pauseEndless } from './animations.ts';
import { hiddenParts } from './hidden-parts.ts';
import { type Restore, rememberScroll, unpin } from './page-state.ts';
import { type Scroller, scrollToTop } from './scroller.ts';
import { nextPaint, settled } from './settle.ts';
import type { StepLog, Walk, WalkDeps } from './types.ts';
import { MAX_SCREENS, viewOf, viewportSize } from './view.ts';
import { walkWhole } from './walk-whole.ts';

/** So often a page that scrolls back by itself is scrolled again. */
const MAX_SCROLLS = 3;
/** Snapping and rounding put a page this far from where it was asked to be. */
const NEAR_PX = 2;

/**
 * Photographs a page from top to bottom and puts it back exactly as it was, also when it fails or is cancelled on the way:
 * as a whole where browser and page allow it, else screen by screen.
 * @param scroller what scrolls, or null for a page on one screen.
 */
export async function walkPage(scroller: Scroller | null, deps: WalkDeps, log: StepLog): Promise<Walk> {
  const goOn = pauseEndless(document);
  try {
    const walk = await (scroller ? walkScroller(scroller, deps, log) : oneScreen(deps, log));
    return { ...walk, gaps: [...walk.gaps, ...hiddenParts(scroller)] };
  } finally {
    goOn();
  }
}

async function walkScroller(scroller: Scroller, deps: WalkDeps, log: StepLog): Promise<Walk> {
  const whole = deps.canShootAreas && scroller.kind === 'window' ? await walkWhole(scroller, deps, log) : null;
  return whole ?? walkDown(scroller, deps, log);
}

async function oneScreen(deps: WalkDeps, log: StepLog): Promise<Walk> {
  const gaps: CaptureGap[] = (await settled()) ? [] : ['picturesNotLoaded'];
  const viewport = viewportSize();
  const view = viewOf('none', { left: 0, top: 0, ...viewport }, viewport.height);
  if (!(await deps.shoot({ scrollTop: 0, expectedShots: 1, messages: 0, view, pass: 1 }))) gaps.push('unstableFrames');
  log.add('页面只有一屏，截图一张');
  return { geometry: { ...view, shots: [0] }, gaps, messages: [], chat: null };
}

/** One way from top to bottom. */
interface Pass {
  shots: number[];
  gaps: Set<CaptureGap>;
  view: ShotView;
  /** Did the content move under the walk? */
  hasMoved: boolean;
}

async function walkDown(scroller: Scroller, deps: WalkDeps, log: StepLog): Promise<Walk> {
  const restore = rememberScroll([scroller.element]);
  try {
    let pass = await walkOnce(scroller, deps, 1);
    if (pass.hasMoved) {
      log.add(`截图 ${pass.shots.length} 屏后发现页面内容移动过，保留这些画面，再从头采集一遍`);
      pass = await walkOnce(scroller, deps, 2);
      pass.gaps.add('pageMoved');
      if (pass.hasMoved) pass.gaps.add('pageGrew');
    }
    const { shots, gaps, view } = pass;
    log.add(`自上而下滚动截图，共 ${shots.length} 屏；第一屏之后暂时隐去固定在窗口上的页眉和浮层，以免重复`);
    return { geometry: { ...view, shots }, gaps: [...gaps], messages: [], chat: null };
  } finally {
    restore();
    log.add('页面的滚动位置和样式已恢复原状');
  }
}

async function walkOnce(scroller: Scroller, deps: WalkDeps, pass: number): Promise<Pass> {
  const { element } = scroller;
  const anchors = new Anchors(scroller);
  const gaps = new Set<CaptureGap>();
  const shots: number[] = [];
  let putBackPinned: Restore | null = null;
  scrollToTop(element, 0);
  let view = walkedView(scroller);
  try {
    for (let target = 0; ; ) {
      const top = await reach(element, target);
      if (!(await settled())) gaps.add('picturesNotLoaded');
      const stop = reasonToStop(view, walkedView(scroller), shots, top);
      if (stop) gaps.add(stop);
      if (stop) break;
      view = walkedView(scroller);
      const shot = { scrollTop: element.scrollTop, expectedShots: screensOf(scroller), messages: 0, view, pass };
      anchors.note();
      if (!(await deps.shoot(shot))) gaps.add('unstableFrames');
      shots.push(shot.scrollTop);
      putBackPinned ??= unpin(element);
      target = shot.scrollTop + view.box.height;
      if (target >= element.scrollHeight - 1) break;
    }
    const walked = (shots.at(-1) ?? 0) + view.box.height;
    view = { ...view, contentHeight: Math.min(element.scrollHeight, walked) };
    return { shots, gaps, view, hasMoved: !gaps.has('pageTooLong') && anchors.haveMoved() };
  } finally {
    putBackPinned?.();
  }
}

/** Why the walk ends before the page does. */
function reasonToStop(before: ShotView, now: ShotView, shots: readonly number[], top: number): CaptureGap | null {
  if (!isSameView(before, now)) return 'viewChanged';
  if (shots.length >= MAX_SCREENS) return 'pageTooLong';
  return top <= (shots.at(-1) ?? -1) ? 'scrollRefused' : null;
}

/** Pictures of another size or zoom do not fit together. */
function isSameView(a: ShotView, b: ShotView): boolean {
  return (
    a.devicePixelRatio === b.devicePixelRatio &&
    a.viewport.width === b.viewport.width &&
    a.viewport.height === b.viewport.height
  );
}

/** Scrolls to a place, again when the page does not stay there. Returns where it stands. */
async function reach(element: Element, target: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    scrollToTop(element, target);
    await nextPaint();
    const wanted = Math.min(target, element.scrollHeight - element.clientHeight);
    if (attempt >= MAX_SCROLLS || Math.abs(element.scrollTop - wanted) <= NEAR_PX) return element.scrollTop;
  }
}

function walkedView(scroller: Scroller): ShotView {
  return viewOf(scroller.kind, scroller.box(), scroller.element.scrollHeight);
}

function screensOf(scroller: Scroller): number {
  return Math.min(MAX_SCREENS, Math.ceil(scroller.element.scrollHeight / scroller.box().height));
}
