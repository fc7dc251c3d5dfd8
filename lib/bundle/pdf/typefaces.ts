import * as fontkit from '@cantoo/fontkit';

export type Face = 'regular' | 'bold';

/** The two TrueType files made by `scripts/build/fonts.ts`. */
export interface FontFiles {
  regular: Uint8Array;
  bold: Uint8Array;
}

/** One glyph for one character; there is no shaping, which the subset fonts have no tables for. */
interface Typeface {
  /** Advance in em, or null when the font has no glyph for the character. */
  advanceOf(codePoint: number): number | null;
}

export type Typefaces = Record<Face, Typeface>;

/** Reads the metrics of both fonts. Throws when the bytes are not a TrueType font. */
export function readTypefaces(files: FontFiles): Typefaces {
  return { regular: readTypeface(files.regular), bold: readTypeface(files.bold) };
}

function readTypeface(bytes: Uint8Array): Typeface {
  const font = fontkit.create(bytes);
  if (!font || !('glyphForCodePoint' in font)) throw new TypeError('Not a single TrueType font');
  const covered = new Set(font.characterSet);
  const advances = new Map<number, number>();
  return {
    advanceOf(codePoint) {
      if (!covered.has(codePoint)) return null;
      const cached = advances.get(codePoint);
      if (cached !== undefined) return cached;
      const glyph = font.glyphForCodePoint(codePoint);
      if (!glyph) return null;
      const advance = glyph.advanceWidth / font.unitsPerEm;
      advances.set(codePoint, advance);
      return advance;
    },
  };
}
