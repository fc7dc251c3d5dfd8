import type { Picture } from '../../documents/model.ts';
import type { BookPicture } from '../../types.ts';
import type { Canvas } from '../canvas.ts';
import type { Unit } from '../flow.ts';
import type { Measurer } from '../measure.ts';
import { RULE, STYLES } from '../style.ts';
import { layoutText } from '../text-lines.ts';

/** Small pictures are not blown up: 96 px are an inch. */
const POINTS_PER_PX = 0.75;
/** So that a line of text cut by a page end is whole on one of the two pages. */
const OVERLAP_POINTS = 14;
/** Less than this share of a page is not worth starting a picture in. */
const START_FROM = 0.4;
/** A rest lower than this would look lost on a page of its own. */
const MIN_REST_POINTS = 60;

interface Part {
  block: Picture;
  /** Points for one px. */
  scale: number;
  width: number;
  measurer: Measurer;
  /** First row (px) of the picture that is in this part. */
  top: number;
  /** 1 for the part the picture starts with. */
  number: number;
}

/** A picture as wide as the text block, divided over pages when it is higher than one; each part has its caption. */
export function pictureUnits(block: Picture, width: number, measurer: Measurer): Unit[] {
  const scale = Math.min(width / block.picture.width, POINTS_PER_PX);
  return [partUnit({ block, scale, width, measurer, top: 0, number: 1 }, block.picture.height)];
}

function partUnit(part: Part, end: number): Unit {
  const { block, scale, top } = part;
  const caption = layoutText([{ kind: 'text', text: captionOf(part, end) }], STYLES.caption, part.width, part.measurer);
  const captionHeight = caption.reduce((sum, { leading }) => sum + leading, 0);
  const rows = end - top;
  return {
    height: captionHeight + rows * scale,
    gap: 8,
    keepWithNext: false,
    draw(canvas, left, y) {
      caption.forEach((line, index) => {
        line.draw(canvas, left, y + index * line.leading);
      });
      drawPart(canvas, block.picture, top, rows, left, y + captionHeight, scale);
    },
    split: (room, wholePage) => splitPart(part, captionHeight, room, wholePage),
  };
}

function captionOf({ block, top, number }: Part, end: number): string {
  const isWhole = top === 0 && end === block.picture.height;
  const place = isWhole ? '' : `　第 ${number} 段（${top}—${end} 像素，共 ${block.picture.height}）`;
  return `${block.caption}${place}`;
}

function drawPart(
  canvas: Canvas,
  picture: BookPicture,
  top: number,
  rows: number,
  x: number,
  y: number,
  scale: number,
): void {
  const width = picture.width * scale;
  const height = rows * scale;
  canvas.ops.push({ kind: 'picture', picture, top, rows, x, y, width, height });
  canvas.ops.push({ kind: 'frame', x, y, width, height, lineWidth: 0.4, colour: RULE });
}

function splitPart(part: Part, captionHeight: number, room: number, wholePage: number): [Unit, Unit] | null {
  const { picture } = part.block;
  const left = (picture.height - part.top) * part.scale;
  if (left + captionHeight <= wholePage || room < wholePage * START_FROM) return null;
  const overlap = Math.round(OVERLAP_POINTS / part.scale);
  const space = room - captionHeight;
  const rest = left - space + OVERLAP_POINTS;
  const rows = Math.floor((rest < MIN_REST_POINTS ? space - (MIN_REST_POINTS - rest) : space) / part.scale);
  const end = part.top + rows;
  if (rows <= overlap || end >= picture.height) return null;
  const next: Part = { ...part, top: end - overlap, number: part.number + 1 };
  return [partUnit(part, end), partUnit(next, picture.height)];
}
