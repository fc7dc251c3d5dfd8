import { isControl } from '../../reading/controls.ts';
import { pageDocuments, readLines } from '../../reading/lines.ts';
import { readInstant } from '../../reading/values.ts';
import { boxWithout } from '../common/page-text.ts';
import type { NegotiationEntry } from '../types.ts';
import { partyOf } from './negotiation.ts';

const ITEM = 'negotiationInfoItem_';
/** The text of an entry in the rendered history (docs/marketplaces.md). */
export const HISTORY = `pre[data-reactid*="${ITEM}"]`;

/** The rendered history in the order of the page. Time, name and pictures stand beside the text, if at all. */
export function shownHistory(document: Document): NegotiationEntry[] {
  const texts = pageDocuments(document).flatMap((part) => Array.from(part.querySelectorAll(HISTORY)));
  return texts.flatMap((element) => entryOf(element) ?? []);
}

function entryOf(element: Element): NegotiationEntry | null {
  const text = element.textContent?.trim();
  if (!text) return null;
  const box = boxOf(element);
  const beside = readLines(box, (candidate) => candidate === element).flatMap(({ segments }) => segments);
  const times = beside.map((segment) => readInstant(segment.text));
  const name = beside.find(({ text: words }, index) => isName(words) && !times[index]);
  return {
    at: times.find((time) => time !== null) ?? null,
    party: partyOf(text, null, name?.text),
    name: name?.text ?? '',
    text,
    images: picturesOf(box, name && boxWithout(name.element, [element])),
  };
}

function isName(words: string): boolean {
  return words.length > 1 && words.length <= 40 && !isControl(words);
}

/** The pictures of an entry; the one beside its author's name is the author's. */
function picturesOf(box: Element, head: Element | undefined): string[] {
  const pictures = Array.from(box.querySelectorAll('img')).filter(
    (picture) => !head?.contains(picture) && !picture.matches('[class*="avatar" i]'),
  );
  return pictures.map(({ src }) => src).filter((src) => /^https?:/.test(src));
}

/** The largest box around the text that belongs to its entry alone: React writes the entry's name into each path. */
function boxOf(element: Element): Element {
  const key = new RegExp(`${ITEM}[\\w@]+`).exec(element.getAttribute('data-reactid') ?? '')?.[0] ?? ITEM;
  let box = element;
  for (let up = box.parentElement; up?.getAttribute('data-reactid')?.includes(key); up = up.parentElement) box = up;
  return box;
}
