import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type EditBox, nudged } from '../../lib/redaction/edit.ts';
import { useTranslate } from '../translate.tsx';
import { boxStyle, type PictureSize, pixelsPerPoint } from './places.ts';
import styles from './RedactionEditor.module.css';

interface HandBoxViewProps {
  box: EditBox;
  /** 1-based number among the user's boxes. */
  number: number;
  picture: PictureSize;
  isSelected: boolean;
  onSelect: () => void;
  onChange: (box: EditBox) => void;
  onRemove: () => void;
}

const STEP = 8;
const ARROWS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** A box of the user's: dragged and stretched by mouse; by keyboard moved with arrows, stretched with Shift, deleted with Delete. */
export function HandBoxView({ box, number, picture, isSelected, onSelect, onChange, onRemove }: HandBoxViewProps) {
  const t = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const isNew = useRef(isSelected);
  const drag = useDrag(box, picture, onChange);
  useEffect(() => {
    if (isNew.current) button.current?.focus();
  }, []);
  const { left, top, width, height } = drag.shown;
  return (
    <button
      ref={button}
      type="button"
      className={`${styles.hand} ${isSelected ? styles.selected : ''}`}
      style={boxStyle(drag.shown, picture)}
      aria-label={t('redaction.box', { number, left, top, width, height })}
      aria-pressed={isSelected}
      onFocus={onSelect}
      onKeyDown={(event) => changeByKey(event, box, picture, onChange, onRemove)}
      {...drag.handlers}
    >
      <span className={styles.handle} data-handle="" />
    </button>
  );
}

function changeByKey(
  event: KeyboardEvent,
  box: EditBox,
  picture: PictureSize,
  onChange: (box: EditBox) => void,
  onRemove: () => void,
): void {
  const arrow = ARROWS[event.key];
  if (arrow && !event.ctrlKey && !event.metaKey) {
    const step = event.altKey ? { x: arrow.x / STEP, y: arrow.y / STEP } : arrow;
    onChange(nudged(box, step, event.shiftKey ? 'size' : 'move', picture));
  } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Moves or stretches while the button is held; the box changes once, when it is let go. */
function useDrag(box: EditBox, picture: PictureSize, onChange: (box: EditBox) => void) {
  const [moved, setMoved] = useState<{ how: 'move' | 'size'; x: number; y: number; shown: EditBox } | null>(null);
  const end = () => {
    if (moved && moved.shown !== box) onChange(moved.shown);
    setMoved(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const how = (event.target as HTMLElement).dataset.handle === undefined ? 'move' : 'size';
      setMoved({ how, x: event.clientX, y: event.clientY, shown: box });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!moved) return;
      const scale = pixelsPerPoint(event.currentTarget, picture);
      const distance = { x: (event.clientX - moved.x) * scale, y: (event.clientY - moved.y) * scale };
      if (distance.x !== 0 || distance.y !== 0)
        setMoved({ ...moved, shown: nudged(box, distance, moved.how, picture) });
    },
    onPointerUp: end,
    onPointerCancel: () => setMoved(null),
  };
  return { shown: moved?.shown ?? box, handlers };
}
