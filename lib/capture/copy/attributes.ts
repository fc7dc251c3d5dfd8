import { parseUrl } from '../../shared/url.ts';

/** Every attribute of HTML, SVG and MathML that can load, send, go somewhere, run something or take the focus. */
const UNSAFE = new Set(
  (
    'action archive attributionsrc autofocus autoplay background cite classid codebase code command commandfor content ' +
    'contenteditable csp data download dynsrc formaction formmethod formtarget href http-equiv icon imagesizes imagesrcset ' +
    'integrity is longdesc lowsrc manifest method nonce object ping popover popovertarget poster preload profile referrerpolicy ' +
    'sandbox shadowrootmode src srcdoc srclang srcset target usemap xlink:href xml:base'
  ).split(' '),
);
const FOR_READING = /^(?:https?|mailto|tel):$/;
const SAFE_NAME = /^[a-z_][\w:.-]*$/i;

/**
 * May an attribute stay in a copy that must do nothing when it is opened? Names are compared in lower case, as a browser
 * reads them.
 */
export function isSafeAttribute(name: string): boolean {
  const lower = name.toLowerCase();
  return SAFE_NAME.test(name) && !lower.startsWith('on') && !lower.startsWith('rr_') && !UNSAFE.has(lower);
}

/** Where a link leads, to be read and not to be followed; null for everything but addresses of pages. */
export function shownAddress(value: unknown): string | null {
  const address = typeof value === 'string' ? parseUrl(value) : null;
  return address && FOR_READING.test(address.protocol) ? address.href : null;
}
