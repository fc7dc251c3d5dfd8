/** A character drawn as a picture: `width` × `height` px with the text baseline `baseline` px below its top. */
export interface PaintedPng {
  png: Uint8Array;
  width: number;
  height: number;
  baseline: number;
}

/** Draws what the fonts of the documents do not have: rare hanzi, emoji, other scripts. The extension paints with a canvas. */
export interface GlyphPainter {
  /** `text` is one grapheme (or one word of a joined script), `sizePx` the font size, `colour` a CSS colour. */
  paint(text: string, sizePx: number, colour: string): Promise<PaintedPng>;
}

/** A painted character with its sizes in em, ready for any font size. */
export interface PaintedGlyph {
  text: string;
  png: Uint8Array;
  width: number;
  height: number;
  baseline: number;
}

/** About 380 dots per inch at the size of body text. */
const PAINT_SIZE_PX = 64;
const INK = '#000000';

/** Remembers what has been painted, so that each character is painted once for all documents of a bundle. */
export interface PaintedGlyphs {
  find(text: string): PaintedGlyph | undefined;
  /** Paints those that are not there yet, in a fixed order. Rejects when aborted. */
  add(texts: Iterable<string>, signal?: AbortSignal): Promise<void>;
}

export function createPaintedGlyphs(painter: GlyphPainter): PaintedGlyphs {
  const glyphs = new Map<string, PaintedGlyph>();
  return {
    find: (text) => glyphs.get(text),
    async add(texts, signal) {
      for (const text of texts) {
        signal?.throwIfAborted();
        if (!glyphs.has(text)) glyphs.set(text, inEm(text, await painter.paint(text, PAINT_SIZE_PX, INK)));
      }
    },
  };
}

function inEm(text: string, { png, width, height, baseline }: PaintedPng): PaintedGlyph {
  return {
    text,
    png,
    width: width / PAINT_SIZE_PX,
    height: height / PAINT_SIZE_PX,
    baseline: baseline / PAINT_SIZE_PX,
  };
}
