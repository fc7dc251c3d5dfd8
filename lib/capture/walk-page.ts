import type { CaptureGap } from '../evidence/types.ts';
import type { CaptureGeometry } from '../messaging/types.ts';
import { type Restore, rememberScroll, unpin } from './page-state.ts';
import { type Scroller, scrollToTop } from './scroller.ts';
import { nextPaint, picturesLoaded } from './settle.ts';
import type { StepLog, Walk, WalkDeps } from './types.ts';

/** Longer pages are cut here, and the capture says so. */
const MAX_SCREENS = 100;

/**
 * Photographs a page screen by screen from top to bottom and puts it back exactly as it was, also when it fails or is
 * cancelled on the way.
 * @param scroller what scrolls, or null for a page on one screen.
 */
export async function walkPage(scroller: Scroller | null, deps: WalkDeps, log: StepLog): Promise<Walk> {
  return scroller ? walkDown(scroller, deps, log) : oneScreen(deps, log);
}

async function oneScreen(deps: WalkDeps, log: StepLog): Promise<Walk> {
  await nextPaint();
  const gaps: CaptureGap[] = (await picturesLoaded()) ? [] : ['picturesNotLoaded'];
  if (!(await deps.shoot({ scrollTop: 0, expectedShots: 1, messages: 0 }))) gaps.push('unstableFrames');
  log.add('页面只有一屏，截图一张');
  const viewport = viewportSize();
  return { geometry: geometry('none', { left: 0, top: 0, ...viewport }, viewport.height, [0]), gaps, messages: [] };
}

async function walkDown(scroller: Scroller, deps: WalkDeps, log: StepLog): Promise<Walk> {
  const { element } = scroller;
  const gaps = new Set<CaptureGap>();
  const shots: number[] = [];
  const restore = rememberScroll([element]);
  let putBackPinned: Restore | null = null;
  let firstHeight = 0;
  try {
    for (let done = false; !done; ) {
      const step = scroller.box().height;
      scrollToTop(element, shots.length * step);
      await nextPaint();
      if (!(await picturesLoaded())) gaps.add('picturesNotLoaded');
      firstHeight ||= element.scrollHeight;
      const shot = { scrollTop: element.scrollTop, expectedShots: screensOf(scroller), messages: 0 };
      if (!(await deps.shoot(shot))) gaps.add('unstableFrames');
      shots.push(element.scrollTop);
      putBackPinned ??= unpin(element);
      const atEnd = element.scrollTop + step >= element.scrollHeight - 1;
      if (!atEnd && shots.length >= MAX_SCREENS) gaps.add('pageTooLong');
      done = atEnd || shots.length >= MAX_SCREENS;
    }
    if (element.scrollHeight !== firstHeight) gaps.add('pageGrew');
    log.add(`自上而下滚动截图，共 ${shots.length} 屏；第一屏之后暂时隐去固定在窗口上的页眉和浮层，以免重复`);
    return {
      geometry: geometry(scroller.kind, scroller.box(), element.scrollHeight, shots),
      gaps: [...gaps],
      messages: [],
    };
  } finally {
    putBackPinned?.();
    restore();
    log.add('页面的滚动位置和样式已恢复原状');
  }
}

function screensOf(scroller: Scroller): number {
  return Math.min(MAX_SCREENS, Math.ceil(scroller.element.scrollHeight / scroller.box().height));
}

function viewportSize(): { width: number; height: number } {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** How the pictures fit together, in CSS pixels. */
export function geometry(
  kind: CaptureGeometry['kind'],
  box: CaptureGeometry['box'],
  contentHeight: number,
  shots: number[],
): CaptureGeometry {
  return { kind, viewport: viewportSize(), box, contentHeight, devicePixelRatio: window.devicePixelRatio, shots };
}
