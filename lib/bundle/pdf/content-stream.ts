import type { FillOp, FrameOp, LineOp, Op, PaintedOp, TextOp } from './canvas.ts';
import type { Colour } from './style.ts';
import type { Face } from './typefaces.ts';

/** Names under which a page's resources are known to its content. */
export interface Names {
  font(face: Face): string;
  /** Hexadecimal glyph code, and whether text extraction would give another character for it. */
  glyph(face: Face, codePoint: number): { code: string; isAlias: boolean };
  painted(text: string): string;
  picture(op: Extract<Op, { kind: 'picture' }>): string;
}

/** PDF operators for what is on a page; y is turned round because PDF counts from the bottom. */
export function contentStream(ops: Op[], pageHeight: number, names: Names): string {
  return ops.map((op) => operator(op, pageHeight, names)).join('\n');
}

function operator(op: Op, pageHeight: number, names: Names): string {
  switch (op.kind) {
    case 'text':
      return textOperators(op, pageHeight, names);
    case 'painted':
      return paintedOperators(op, pageHeight, names);
    case 'picture':
      return imageOperators(names.picture(op), op.x, pageHeight - op.y - op.height, op.width, op.height);
    case 'line':
      return lineOperators(op, pageHeight);
    case 'frame':
      return frameOperators(op, pageHeight);
    case 'fill':
      return fillOperators(op, pageHeight);
  }
}

/** Readers look for `ActualText` only where characters are, so an invisible one lies under the picture. */
const STAND_IN = 0x25a1;
export const STAND_IN_FACE = 'regular';

function paintedOperators({ glyph, size, x, baseline }: PaintedOp, pageHeight: number, names: Names): string {
  const y = pageHeight - baseline;
  const bottom = y - (glyph.height - glyph.baseline) * size;
  const image = imageOperators(names.painted(glyph.text), x, bottom, glyph.width * size, glyph.height * size);
  const { code } = names.glyph(STAND_IN_FACE, STAND_IN);
  const font = `/${names.font(STAND_IN_FACE)} ${num(size)} Tf ${num(glyph.width * 100)} Tz`;
  const standIn = `q BT 3 Tr ${font} 1 0 0 1 ${num(x)} ${num(y)} Tm <${code}> Tj ET Q`;
  return actualText(glyph.text, `${image}\n${standIn}`);
}

function textOperators(op: TextOp, pageHeight: number, names: Names): string {
  const start = `BT /${names.font(op.face)} ${num(op.size)} Tf ${rgb(op.colour)} rg`;
  const place = `1 0 0 1 ${num(op.x)} ${num(pageHeight - op.baseline)} Tm`;
  return `${start} ${place}\n${shownGlyphs(op, names)} ET`;
}

/** One TJ array; a glyph that stands for several characters is wrapped so that copying gives the right one. */
function shownGlyphs(op: TextOp, names: Names): string {
  const parts: string[] = [];
  let open = '';
  const flush = () => {
    if (open) parts.push(`[${open}] TJ`);
    open = '';
  };
  for (const { codePoint, gap } of op.glyphs) {
    const { code, isAlias } = names.glyph(op.face, codePoint);
    const shift = gap === 0 ? '' : num((-gap * 1000) / op.size);
    if (isAlias) {
      flush();
      parts.push(actualText(String.fromCodePoint(codePoint), `[<${code}>${shift}] TJ`));
    } else open += `<${code}>${shift}`;
  }
  flush();
  return parts.join('\n').replaceAll('><', '');
}

/** Marked content with the characters it stands for (ISO 32000-1, 14.9.4), as UTF-16BE. */
function actualText(words: string, content: string): string {
  let hex = 'FEFF';
  for (let index = 0; index < words.length; index += 1) {
    hex += words.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  }
  return `/Span <</ActualText <${hex}>>> BDC\n${content}\nEMC`;
}

function imageOperators(name: string, x: number, y: number, width: number, height: number): string {
  return `q ${num(width)} 0 0 ${num(height)} ${num(x)} ${num(y)} cm /${name} Do Q`;
}

function lineOperators({ from, to, width, colour }: LineOp, pageHeight: number): string {
  const path = `${num(from[0])} ${num(pageHeight - from[1])} m ${num(to[0])} ${num(pageHeight - to[1])} l S`;
  return `${num(width)} w ${rgb(colour)} RG ${path}`;
}

function frameOperators({ x, y, width, height, lineWidth, colour }: FrameOp, pageHeight: number): string {
  const box = `${num(x)} ${num(pageHeight - y - height)} ${num(width)} ${num(height)} re S`;
  return `${num(lineWidth)} w ${rgb(colour)} RG ${box}`;
}

function fillOperators({ x, y, width, height, colour }: FillOp, pageHeight: number): string {
  return `${rgb(colour)} rg ${num(x)} ${num(pageHeight - y - height)} ${num(width)} ${num(height)} re f`;
}

function rgb(colour: Colour): string {
  return colour.map(num).join(' ');
}

function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
