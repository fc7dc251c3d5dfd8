import { type RefObject, useEffect, useRef, useState } from 'react';

/** `fit`: as wide as there is room. A number: screen pixels for one pixel of the picture. */
export type Zoom = 'fit' | number;

const LEVELS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** A place to look at pictures one below the other: how large they are, and which one is in front. */
export interface Stage {
  ref: RefObject<HTMLDivElement | null>;
  zoom: Zoom;
  setZoom: (zoom: Zoom) => void;
  zoomBy: (steps: 1 | -1) => void;
  /** 0-based number of the picture in front. */
  index: number;
  /** Scrolls to a picture, or to a place in it: `at` is the share of its height above that place. */
  goTo: (index: number, at?: number) => void;
  /** Looks again which picture is in front. */
  onScroll: () => void;
}

/** A place that is pointed out stands a third below the upper edge. */
const LEAD_SHARE = 3;

/** Elements of a stage that are pictures carry this attribute with their own width in pixels. */
const PICTURES = '[data-picture-width]';

/** The state of one stage. The wheel with Ctrl zooms; the keys are in `PictureStage`. */
export function useStage(): Stage {
  const ref = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [index, setIndex] = useState(0);
  const pictures = () => Array.from(ref.current?.querySelectorAll<HTMLElement>(PICTURES) ?? []);
  const onScroll = () => {
    const top = ref.current?.getBoundingClientRect().top ?? 0;
    const found = pictures().findLastIndex((picture) => picture.getBoundingClientRect().top - top < 40);
    setIndex(Math.max(0, found));
  };
  const goTo = (wanted: number, at?: number) => {
    const picture = pictures()[wanted];
    const stage = ref.current;
    if (!picture || !stage) return;
    const { top, height } = picture.getBoundingClientRect();
    const lead = at === undefined ? 0 : at * height - stage.clientHeight / LEAD_SHARE;
    stage.scrollTop += top - stage.getBoundingClientRect().top + lead;
    setIndex(wanted);
  };
  const zoomBy = (steps: 1 | -1) =>
    setZoom((now) => nextLevel(now === 'fit' ? shownScale(pictures()[index]) : now, steps));
  useWheelZoom(ref, zoomBy);
  return { ref, zoom, setZoom, zoomBy, index, goTo, onScroll };
}

function nextLevel(now: number, steps: 1 | -1): number {
  const next = steps > 0 ? LEVELS.find((level) => level > now + 0.01) : LEVELS.findLast((level) => level < now - 0.01);
  return next ?? now;
}

function shownScale(picture: HTMLElement | undefined): number {
  const own = Number(picture?.dataset.pictureWidth);
  return picture && own > 0 ? picture.getBoundingClientRect().width / own : 1;
}

/** React listens to wheels passively, and the browser would zoom the whole view. */
function useWheelZoom(ref: RefObject<HTMLDivElement | null>, zoomBy: (steps: 1 | -1) => void): void {
  const latest = useRef(zoomBy);
  latest.current = zoomBy;
  useEffect(() => {
    const stage = ref.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1 : -1);
    };
    stage?.addEventListener('wheel', onWheel, { passive: false });
    return () => stage?.removeEventListener('wheel', onWheel);
  }, [ref]);
}
