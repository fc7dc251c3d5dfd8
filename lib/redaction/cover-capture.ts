import type { Capture } from '../evidence/types.ts';
import { coverValue, textCoverer } from './cover-text.ts';

/** A capture as documents may tell of it: what the user covered is covered in its title, its facts and what was said of it, too. */
export function coverCapture(capture: Capture): Capture {
  const { redaction, title, facts, own, purpose, note } = capture;
  if (!redaction || redaction.words.length === 0) return capture;
  const { cover } = textCoverer(redaction.words);
  const said = own && { ...own, name: cover(own.name), description: cover(own.description) };
  return { ...capture, ...coverValue({ title, facts, purpose, note }, cover), own: said };
}
