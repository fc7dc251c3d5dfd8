import type { PaintedGlyph, PaintedGlyphs } from './painted.ts';
import type { Face, Typefaces } from './typefaces.ts';

/** How one cluster is drawn. */
export type Glyph =
  | { kind: 'font'; face: Face; codePoint: number; advance: number }
  | { kind: 'painted'; painted: PaintedGlyph; advance: number }
  /** Not painted yet: counted as one em until the painter has been asked. */
  | { kind: 'missing'; advance: number };

/** Looks up glyphs and remembers which clusters still have to be painted. */
export interface Measurer {
  glyphOf(cluster: string, face: Face): Glyph;
  /** Clusters asked for that no font has and nobody painted; emptied by the caller after painting. */
  missing: Set<string>;
}

/** Bold falls back to regular (GB2312 against GBK), then to a painted picture. */
export function createMeasurer(typefaces: Typefaces, painted: PaintedGlyphs): Measurer {
  const known = new Map<string, Glyph>();
  const missing = new Set<string>();
  return {
    missing,
    glyphOf(cluster, face) {
      const key = `${face} ${cluster}`;
      const cached = known.get(key);
      if (cached) return cached;
      const glyph = fontGlyph(cluster, face, typefaces) ?? paintedGlyph(painted.find(cluster));
      if (glyph) known.set(key, glyph);
      else missing.add(cluster);
      return glyph ?? { kind: 'missing', advance: 1 };
    },
  };
}

function fontGlyph(cluster: string, face: Face, typefaces: Typefaces): Glyph | undefined {
  const codePoint = cluster.codePointAt(0);
  if (codePoint === undefined || String.fromCodePoint(codePoint) !== cluster) return undefined;
  for (const candidate of [face, 'regular'] as const) {
    const advance = typefaces[candidate].advanceOf(codePoint);
    if (advance !== null) return { kind: 'font', face: candidate, codePoint, advance };
  }
  return undefined;
}

function paintedGlyph(painted: PaintedGlyph | undefined): Glyph | undefined {
  return painted && { kind: 'painted', painted, advance: painted.width };
}
