import type { CaptureGap } from '../evidence/types.ts';
import { pageDocuments } from '../reading/lines.ts';
import { type Scroller, scrollingElements } from './scroller.ts';

/** Smaller ones are lists to choose from and the like. */
const MIN_WIDTH_PX = 200;
const MIN_HEIGHT_PX = 120;

/** What the pictures of a walk cannot show: the hidden part of other boxes that scroll; and what cannot be read: frames of other sites. */
export function hiddenParts(scroller: Scroller | null): CaptureGap[] {
  const others = scrollingElements(document).filter(
    (element) => !scroller || (element !== scroller.element && !element.contains(scroller.element)),
  );
  return [
    ...(others.some(isLarge) ? ['innerBoxes' as const] : []),
    ...(hasForeignFrame() ? ['foreignFrames' as const] : []),
  ];
}

function hasForeignFrame(): boolean {
  const frames = pageDocuments(document).flatMap((part) => Array.from(part.querySelectorAll('iframe')));
  return frames.some((frame) => frame.contentDocument === null && isLarge(frame));
}

function isLarge(element: Element): boolean {
  const { clientWidth, clientHeight } = element;
  return clientWidth >= MIN_WIDTH_PX && clientHeight >= MIN_HEIGHT_PX && element.checkVisibility();
}
