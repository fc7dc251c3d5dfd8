import type { Face } from './typefaces.ts';

/** RGB, each 0–1. */
export type Colour = readonly [number, number, number];

const INK: Colour = [0, 0, 0];
export const QUIET: Colour = [0.38, 0.38, 0.38];
/** For 【待补】: seen at once on screen, and still a bracketed mark on black-and-white paper. */
export const ALERT: Colour = [0.72, 0.07, 0.07];
export const RULE: Colour = [0.45, 0.45, 0.45];
export const SHADE: Colour = [0.945, 0.945, 0.945];

export interface TextStyle {
  /** Points. */
  size: number;
  /** Distance between baselines in points. */
  leading: number;
  face: Face;
  colour: Colour;
  align: 'left' | 'center' | 'justify';
  /** Indent of the first line in em. */
  indent: number;
}

const body: TextStyle = { size: 12, leading: 22, face: 'regular', colour: INK, align: 'justify', indent: 2 };

/** The typography of an official paper: 小四 body on 22 pt lines, 二号 title, 四号 headings. */
export const STYLES = {
  body,
  title: { ...body, size: 22, leading: 34, face: 'bold', align: 'center', indent: 0 },
  heading1: { ...body, size: 14, leading: 24, face: 'bold', align: 'left', indent: 0 },
  heading2: { ...body, size: 12, leading: 20, face: 'bold', align: 'left', indent: 0 },
  centred: { ...body, size: 10.5, leading: 18, align: 'center', indent: 0, colour: QUIET },
  note: { ...body, size: 9.5, leading: 15.5, indent: 0 },
  fieldLabel: { ...body, size: 10.5, leading: 16.5, face: 'bold', align: 'left', indent: 0 },
  field: { ...body, size: 10.5, leading: 16.5, align: 'left', indent: 0 },
  cell: { ...body, size: 9, leading: 13.5, align: 'left', indent: 0 },
  columnTitle: { ...body, size: 9, leading: 13.5, face: 'bold', align: 'center', indent: 0 },
  denseCell: { ...body, size: 8, leading: 11.5, align: 'left', indent: 0 },
  denseTitle: { ...body, size: 8, leading: 11.5, face: 'bold', align: 'center', indent: 0 },
  caption: { ...body, size: 8, leading: 13, align: 'left', indent: 0, colour: QUIET },
  furniture: { ...body, size: 8, leading: 12, align: 'left', indent: 0, colour: QUIET },
} satisfies Record<string, TextStyle>;
