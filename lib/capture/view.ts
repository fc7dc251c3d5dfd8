import type { CaptureGeometry, ShotView } from '../evidence/page-capture.ts';

/** Longer pages are cut here, and the capture says so. */
export const MAX_SCREENS = 100;

/** How the screen of a walk is seen, in CSS pixels. */
export function viewOf(kind: CaptureGeometry['kind'], box: CaptureGeometry['box'], contentHeight: number): ShotView {
  return { kind, viewport: viewportSize(), box, contentHeight, devicePixelRatio: window.devicePixelRatio };
}

/** What the window shows of the page, in CSS pixels. */
export function viewportSize(): { width: number; height: number } {
  return { width: window.innerWidth, height: window.innerHeight };
}
