import { type PointerEvent, useState } from 'react';
import type { HandBox, PixelBox } from '../../lib/evidence/covered.ts';
import { type EditAction, type EditBox, SMALLEST_BOX } from '../../lib/redaction/edit.ts';
import { firstOfEach } from '../../lib/shared/lists.ts';
import { useTranslate } from '../translate.tsx';
import { HandBoxView } from './HandBoxView.tsx';
import { boxStyle, type PictureSize, pixelsPerPoint } from './places.ts';
import styles from './RedactionEditor.module.css';

/** A picture that is being covered. */
export interface EditorPicture extends PictureSize {
  name: string;
  /** Where the browser has it; null while it is fetched. */
  address: string | null;
}

interface CoverSheetProps {
  picture: EditorPicture;
  /** 1-based. */
  number: number;
  count: number;
  /** Everything that will be covered on it. */
  covered: readonly PixelBox[];
  /** The user's own boxes on it, each with its number among all. */
  boxes: readonly { box: EditBox; number: number }[];
  selected: string | null;
  /** A place that is pointed out. */
  pointed: PixelBox | null;
  /** As it will be, without anything to change. */
  isPreview: boolean;
  onEdit: (action: EditAction) => void;
}

/** One picture with what covers it. Dragging with the mouse draws a box; the browser decodes it only while it is in view. */
export function CoverSheet(props: CoverSheetProps) {
  const { picture, number, count, covered, boxes, selected, pointed, isPreview, onEdit } = props;
  const t = useTranslate();
  const drawing = useDrawing(picture, onEdit);
  return (
    <div
      className={`${styles.sheet} ${isPreview ? styles.finished : ''}`}
      data-picture-width={picture.width}
      style={{ aspectRatio: `${picture.width} / ${picture.height}`, ['--width' as string]: picture.width }}
      {...(isPreview ? {} : drawing.handlers)}
    >
      {picture.address && (
        <img
          src={picture.address}
          alt={t('redaction.picture', { number, count })}
          width={picture.width}
          height={picture.height}
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      )}
      {firstOfEach([...covered, ...(drawing.box ? [drawing.box] : [])], keyOf).map((box) => (
        <span key={keyOf(box)} className={isPreview ? styles.burnt : styles.cover} style={boxStyle(box, picture)} />
      ))}
      {pointed && <span className={styles.pointed} style={boxStyle(pointed, picture)} />}
      {!isPreview &&
        boxes.map(({ box, number: boxNumber }) => (
          <HandBoxView
            key={box.id}
            box={box}
            number={boxNumber}
            picture={picture}
            isSelected={selected === box.id}
            onSelect={() => onEdit({ type: 'select', id: box.id })}
            onChange={(changed) => onEdit({ type: 'change', box: changed })}
            onRemove={() => onEdit({ type: 'remove', id: box.id })}
          />
        ))}
    </div>
  );
}

/** Two finds can cover the same place. */
function keyOf({ left, top, width, height }: PixelBox): string {
  return `${left},${top},${width},${height}`;
}

/** A box from where the button went down to where it is let go. Fingers scroll. */
function useDrawing(picture: EditorPicture, onEdit: (action: EditAction) => void) {
  const [line, setLine] = useState<{ x: number; y: number; toX: number; toY: number } | null>(null);
  const box = line && boxOf(line, picture);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x, y } = pointOf(event, picture);
      setLine({ x, y, toX: x, toY: y });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!line) return;
      const { x: toX, y: toY } = pointOf(event, picture);
      setLine({ ...line, toX, toY });
    },
    onPointerUp: () => {
      setLine(null);
      const isDrawn = box !== null && box.width >= SMALLEST_BOX && box.height >= SMALLEST_BOX;
      onEdit(isDrawn ? { type: 'add', box } : { type: 'select', id: null });
    },
    onPointerCancel: () => setLine(null),
  };
  return { box, handlers };
}

function pointOf(event: PointerEvent<HTMLElement>, picture: EditorPicture): { x: number; y: number } {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const scale = pixelsPerPoint(event.currentTarget, picture);
  const limit = (value: number, most: number) => Math.round(Math.min(Math.max(value * scale, 0), most));
  return { x: limit(event.clientX - left, picture.width), y: limit(event.clientY - top, picture.height) };
}

function boxOf(
  { x, y, toX, toY }: { x: number; y: number; toX: number; toY: number },
  picture: EditorPicture,
): HandBox {
  const [left, top] = [Math.min(x, toX), Math.min(y, toY)];
  return { picture: picture.name, left, top, width: Math.abs(toX - x), height: Math.abs(toY - y) };
}
