import type { Reading } from './types.ts';

/** The reading of a page that is nobody's. */
export const NOTHING: Reading = {
  marketplace: null,
  pageKind: null,
  role: 'unknown',
  facts: {},
  missing: [],
  source: {},
  text: {},
  disagreements: [],
  events: [],
  addressNumbers: [],
  partial: false,
  adapter: null,
};
