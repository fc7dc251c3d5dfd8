import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import styles from './PictureStage.module.css';
import type { Stage } from './use-stage.ts';

interface PictureStageProps {
  stage: Stage;
  /** What is shown here, for those who cannot see it. */
  label: string;
  /** The mouse moves the picture when it is dragged; not where dragging draws. */
  canPan?: boolean;
  children: ReactNode;
}

/** A box that scrolls, with pictures one below the other. Keys: + − 0 (fit) 1 2, arrows and page keys scroll. */
export function PictureStage({ stage, label, canPan = false, children }: PictureStageProps) {
  const { ref, zoom, onScroll } = stage;
  return (
    <section
      ref={ref}
      className={`${styles.stage} ${zoom === 'fit' ? styles.fit : ''} ${canPan ? styles.pan : ''}`}
      style={{ '--zoom': zoom === 'fit' ? 1 : zoom } as CSSProperties}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard.
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={(event) => zoomByKey(event, stage)}
      onPointerMove={canPan ? pan : undefined}
      onPointerDown={canPan ? capturePointer : undefined}
    >
      {children}
    </section>
  );
}

function zoomByKey(event: KeyboardEvent, { setZoom, zoomBy }: Stage): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') zoomBy(1);
  else if (event.key === '-') zoomBy(-1);
  else if (event.key === '0') setZoom('fit');
  else if (event.key === '1' || event.key === '2') setZoom(Number(event.key));
  else return;
  event.preventDefault();
}

/** On a picture only: the bars that scroll belong to the stage itself. */
function capturePointer(event: PointerEvent<HTMLElement>): void {
  const isOnPicture = event.target !== event.currentTarget;
  if (isOnPicture && event.pointerType === 'mouse' && event.button === 0)
    event.currentTarget.setPointerCapture(event.pointerId);
}

function pan(event: PointerEvent<HTMLElement>): void {
  if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
  event.currentTarget.scrollLeft -= event.movementX;
  event.currentTarget.scrollTop -= event.movementY;
}
