import type { Section } from '../documents/model.ts';

/** A page format in points: text block and the places of header and footer lines. */
export interface Paper {
  width: number;
  height: number;
  left: number;
  top: number;
  /** Width of the text block. */
  measure: number;
  /** Lower edge of the text block. */
  bottom: number;
  /** Top of the header line and of the footer line. */
  header: number;
  footer: number;
}

const A4 = { short: 595.28, long: 841.89 };

/** Margins after GB/T 9704 (official papers), with the measure rounded to 36 characters of body text. */
const PORTRAIT: Paper = {
  width: A4.short,
  height: A4.long,
  left: 83,
  top: 88,
  measure: 432,
  bottom: A4.long - 82,
  header: 52,
  footer: A4.long - 58,
};

const LANDSCAPE: Paper = {
  width: A4.long,
  height: A4.short,
  left: 57,
  top: 74,
  measure: A4.long - 2 * 57,
  bottom: A4.short - 62,
  header: 42,
  footer: A4.short - 44,
};

const PICTURES: Paper = {
  width: A4.short,
  height: A4.long,
  left: 34,
  top: 52,
  measure: A4.short - 2 * 34,
  bottom: A4.long - 50,
  header: 26,
  footer: A4.long - 38,
};

export const PAPERS: Record<Section['paper'], Paper> = {
  portrait: PORTRAIT,
  landscape: LANDSCAPE,
  pictures: PICTURES,
};
