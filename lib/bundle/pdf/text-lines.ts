import type { Inline } from '../documents/model.ts';
import type { Canvas, TextOp } from './canvas.ts';
import { clustersOf, LINE_BREAK } from './clusters.ts';
import { isInWord, squeezeBetween, whiteBefore } from './kinsoku.ts';
import { type Box, breakLines, type Line } from './line-break.ts';
import type { Glyph, Measurer } from './measure.ts';
import { ALERT, type Colour, type TextStyle } from './style.ts';

interface Piece extends Box {
  glyph: Glyph;
  colour: Colour;
  target: string | null;
}

/** One line of text, ready to be drawn. */
export interface TextLine {
  /** Distance to the next line in points. */
  leading: number;
  /** Points from the left edge of the text block. */
  x: number;
  width: number;
  draw(canvas: Canvas, left: number, top: number): void;
}

/** Breaks inline content into lines that fit into `width` points. Empty content is one empty line. */
export function layoutText(content: Inline[], style: TextStyle, width: number, measurer: Measurer): TextLine[] {
  const pieces = content.flatMap((inline, index) => piecesOf(inline, index + 1, style, measurer));
  const indent = style.indent * style.size;
  const lines = breakLines(pieces, (line) => (line === 0 ? width - indent : width));
  if (lines.length === 0) return [emptyLine(style)];
  return lines.map((line, index) => textLine(pieces, line, style, width, index === 0 ? indent : 0));
}

function emptyLine(style: TextStyle): TextLine {
  return { leading: style.leading, x: 0, width: 0, draw: () => undefined };
}

function piecesOf(inline: Inline, place: number, style: TextStyle, measurer: Measurer): Piece[] {
  const face = inline.kind === 'blank' || (inline.kind === 'text' && inline.bold) ? 'bold' : style.face;
  const colour = inline.kind === 'blank' ? ALERT : style.colour;
  const target = inline.kind === 'reference' ? inline.target : null;
  return clustersOf(inline.text).map((cluster) => {
    const glyph: Glyph = cluster === LINE_BREAK ? { kind: 'missing', advance: 0 } : measurer.glyphOf(cluster, face);
    const width = glyph.advance * style.size;
    return { cluster, width, size: style.size, group: inline.kind === 'text' ? 0 : place, glyph, colour, target };
  });
}

/** More stretch than this between two characters (em) would be read as a space by text extraction, and looks torn. */
const MAX_STRETCH = 0.08;

function textLine(pieces: Piece[], line: Line, style: TextStyle, width: number, indent: number): TextLine {
  const set = pieces.slice(line.start, line.end);
  const slack = width - indent - line.width;
  const stretch = style.align === 'justify' && !line.last ? stretchOf(set, slack, style.size) : 0;
  const lead = line.start > 0 ? whiteBefore(set[0]?.cluster ?? '') * style.size : 0;
  const x = style.align === 'center' ? slack / 2 : indent;
  return {
    leading: style.leading,
    x,
    width: line.width,
    draw(canvas, left, top) {
      const baseline = top + style.leading / 2 + style.size * BASELINE_BELOW_CENTRE;
      drawPieces(canvas, set, left + x - lead, baseline, stretch, style);
    },
  };
}

/** The em box of Noto Sans SC reaches from 0.88 em above the baseline to 0.12 em below it. */
const BASELINE_BELOW_CENTRE = 0.38;

/** Points added at each place where stretching is allowed; 0 when the line cannot be filled decently. */
function stretchOf(set: Piece[], slack: number, size: number): number {
  const places = set.slice(0, -1).filter((piece, index) => isStretchable(piece, set[index + 1])).length;
  const stretch = places === 0 ? 0 : slack / places;
  return stretch > 0 && stretch <= MAX_STRETCH * size ? stretch : 0;
}

/** Letters of one word stay together. */
function isStretchable(before: Piece, after: Piece | undefined): boolean {
  return after !== undefined && !isInWord(before.cluster, after.cluster);
}

function drawPieces(canvas: Canvas, set: Piece[], left: number, baseline: number, stretch: number, style: TextStyle) {
  let x = left;
  let run: TextOp | null = null;
  for (const [index, piece] of set.entries()) {
    const next = set[index + 1];
    const squeeze = next ? squeezeBetween(piece.cluster, next.cluster) * style.size : 0;
    const gap = squeeze + (isStretchable(piece, next) ? stretch : 0);
    run = drawPiece(canvas, piece, x, baseline, gap, run, style);
    if (piece.target) link(canvas, piece.target, x, baseline, piece.width + gap, style);
    x += piece.width + gap;
  }
}

/** Adds to the open run when the face and colour are the same; returns the run that is open now. */
function drawPiece(
  canvas: Canvas,
  piece: Piece,
  x: number,
  baseline: number,
  gap: number,
  run: TextOp | null,
  style: TextStyle,
): TextOp | null {
  const { glyph, colour } = piece;
  if (glyph.kind === 'missing') return null;
  if (glyph.kind === 'painted') {
    canvas.ops.push({ kind: 'painted', x, baseline, size: style.size, glyph: glyph.painted });
    return null;
  }
  const { face, codePoint } = glyph;
  if (run && run.face === face && run.colour === colour) {
    run.glyphs.push({ codePoint, gap });
    return run;
  }
  const started: TextOp = {
    kind: 'text',
    x,
    baseline,
    size: style.size,
    face,
    colour,
    glyphs: [{ codePoint, gap }],
  };
  canvas.ops.push(started);
  return started;
}

function link(canvas: Canvas, target: string, x: number, baseline: number, width: number, { size }: TextStyle): void {
  const y = baseline - size * 0.88;
  const last = canvas.links.at(-1);
  if (last && last.target === target && last.y === y && Math.abs(last.x + last.width - x) < 0.5) last.width += width;
  else canvas.links.push({ x, y, width, height: size, target });
}

/** One line that is cut with `…` when it is wider than `width`. */
export function layoutSingleLine(words: string, style: TextStyle, width: number, measurer: Measurer): TextLine {
  const single = words.replace(/\s+/gu, ' ');
  const widthOf = (text: string) => layoutText([{ kind: 'text', text }], style, Number.MAX_SAFE_INTEGER, measurer)[0];
  const whole = widthOf(single);
  if (whole && whole.width <= width) return whole;
  const clusters = clustersOf(single);
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const candidate = widthOf(`${clusters.slice(0, middle).join('')}…`);
    if (candidate && candidate.width <= width) low = middle;
    else high = middle - 1;
  }
  return widthOf(`${clusters.slice(0, low).join('')}…`) ?? emptyLine(style);
}
