import type { Capture } from '../evidence/types.ts';
import { coverValue } from './cover-text.ts';

/** A capture as documents may tell of it: `cover` covers the words in its title, its facts and what was said of it, too. */
export function coverCapture(capture: Capture, cover: (text: string) => string): Capture {
  const { title, facts, own, purpose, note } = capture;
  const said = own && { ...own, name: cover(own.name), description: cover(own.description) };
  return { ...capture, ...coverValue({ title, facts, purpose, note }, cover), own: said };
}
