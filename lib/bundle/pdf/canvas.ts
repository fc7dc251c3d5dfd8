import type { BookPicture } from '../types.ts';
import type { PaintedGlyph } from './painted.ts';
import type { Colour } from './style.ts';
import type { Face } from './typefaces.ts';

/** Characters set in one go. Places are in points from the top left corner of the page. */
export interface TextOp {
  kind: 'text';
  x: number;
  baseline: number;
  size: number;
  face: Face;
  colour: Colour;
  /** `gap` (points) is added behind the glyph's own advance. */
  glyphs: { codePoint: number; gap: number }[];
}

export interface PaintedOp {
  kind: 'painted';
  x: number;
  baseline: number;
  size: number;
  glyph: PaintedGlyph;
}

export interface LineOp {
  kind: 'line';
  from: [number, number];
  to: [number, number];
  width: number;
  colour: Colour;
}

/** The outline of a rectangle. */
export interface FrameOp {
  kind: 'frame';
  x: number;
  y: number;
  width: number;
  height: number;
  lineWidth: number;
  colour: Colour;
}

export interface FillOp {
  kind: 'fill';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: Colour;
}

/** A part of a picture: rows `top` to `top + rows` (px) of it. */
export interface PictureOp {
  kind: 'picture';
  picture: BookPicture;
  top: number;
  rows: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Op = TextOp | PaintedOp | LineOp | FrameOp | FillOp | PictureOp;

interface LinkArea {
  x: number;
  y: number;
  width: number;
  height: number;
  target: string;
}

/** A page being filled: what is drawn on it, links, and places that links and bookmarks lead to. */
export interface Canvas {
  ops: Op[];
  links: LinkArea[];
  /** Anchor → distance from the top in points. */
  anchors: Map<string, number>;
}

export function createCanvas(): Canvas {
  return { ops: [], links: [], anchors: new Map() };
}
