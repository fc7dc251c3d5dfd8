import { escapeHtml } from '../../shared/text.ts';
import { isSafeAttribute, shownAddress } from './attributes.ts';
import type { Extra } from './extras.ts';
import type { CopyElement } from './tree.ts';

/** Stands where a picture could not be kept; its box keeps its size. */
const PLACEHOLDER =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Crect width='100%25' height='100%25' fill='%23eee' stroke='%23999' stroke-dasharray='4'/%3E%3C/svg%3E";
const PICTURES = new Set(['img', 'canvas', 'video']);
/** Set from what the element holds now, not from its attributes. */
const STATE = new Set(['value', 'checked', 'selected']);

type Attributes = Map<string, string | true>;

/**
 * The attributes of an element as HTML with a space before each: none that does anything, and what the element holds now.
 * @param inert makes a style load nothing.
 */
export function attributesOf(element: CopyElement, extra: Extra, inert: (css: string) => string): string {
  const kept: Attributes = new Map();
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value === null || !isKept(element, name, value)) continue;
    const text = String(value);
    kept.set(name, name === 'style' || text.includes('url(') ? inert(text) : text);
  }
  addState(element, extra, kept);
  addAddress(element, kept);
  if (PICTURES.has(element.tagName)) addPicture(element, extra, kept);
  return Array.from(kept, ([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`)).join(
    '',
  );
}

function isKept({ tagName, isSVG }: CopyElement, name: string, value: unknown): boolean {
  if (STATE.has(name) && ['input', 'select', 'option', 'textarea'].includes(tagName)) return false;
  if (isSafeAttribute(name)) return true;
  // A drawing refers to its own parts; a link in a drawing leads somewhere like any other.
  return Boolean(isSVG) && tagName !== 'a' && /^(?:xlink:)?href$/.test(name) && String(value).startsWith('#');
}

function addState({ tagName, attributes }: CopyElement, { checked, value }: Extra, kept: Attributes): void {
  if (tagName === 'option') {
    if (attributes.selected) kept.set('selected', true);
    if (typeof attributes.value === 'string') kept.set('value', attributes.value);
  }
  if (tagName !== 'input') return;
  if (checked) kept.set('checked', true);
  if (value) kept.set('value', value);
}

/** A link can be read (`title`) and styled (`data-href`), but leads nowhere. */
function addAddress({ tagName, attributes }: CopyElement, kept: Attributes): void {
  if (tagName !== 'a') return;
  const address = shownAddress(attributes.href ?? attributes['xlink:href']);
  if (address === null) return;
  const title = kept.get('title');
  kept.set('data-href', address);
  kept.set('title', typeof title === 'string' && title ? `${title}\n${address}` : address);
}

function addPicture({ tagName, attributes }: CopyElement, { picture, size }: Extra, kept: Attributes): void {
  kept.set('src', picture ?? PLACEHOLDER);
  if (size && (!picture || tagName !== 'img')) {
    kept.set('width', String(size.width));
    kept.set('height', String(size.height));
  }
  const address = shownAddress(attributes.src);
  if (!picture && address !== null && !kept.has('title')) kept.set('title', address);
}
