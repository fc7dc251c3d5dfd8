import type { GlyphPainter, PaintedPng } from '../bundle/pdf/painted.ts';
import { AppError } from '../shared/errors.ts';

/** The fonts of this computer; the first that has the character is used. */
const FAMILIES =
  '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';
/** Glyphs may reach beyond their advance width. */
const MARGIN_PX = 2;

/** Draws what the fonts of the documents lack (rare characters, emoji) with the fonts of this computer. */
export const canvasPainter: GlyphPainter = { paint };

async function paint(text: string, sizePx: number, colour: string): Promise<PaintedPng> {
  const font = `${sizePx}px ${FAMILIES}`;
  const measure = contextOf(new OffscreenCanvas(1, 1), font);
  const { width: advance, fontBoundingBoxAscent, fontBoundingBoxDescent } = measure.measureText(text);
  const baseline = Math.ceil(fontBoundingBoxAscent) + MARGIN_PX;
  const width = Math.max(1, Math.ceil(advance));
  const height = baseline + Math.ceil(fontBoundingBoxDescent) + MARGIN_PX;
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas, font);
  context.fillStyle = colour;
  context.fillText(text, 0, baseline);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { png: new Uint8Array(await blob.arrayBuffer()), width, height, baseline };
}

function contextOf(canvas: OffscreenCanvas, font: string): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('unexpected', 'No canvas for a character');
  context.font = font;
  context.textBaseline = 'alphabetic';
  return context;
}
