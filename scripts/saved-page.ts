import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';

const REPLACEMENT = /\uFFFD/gu;
/** A page of the other encoding has a wrong sequence for almost every Chinese character, a damaged one only a few. */
const TOLERATED_SHARE = 0.02;

/**
 * Text of a saved page. Pages saved by hand are UTF-8 whatever their meta tag says; raw downloads of old pages are GBK;
 * “Unicode” means UTF-16. Never throws: bytes that fit no encoding become replacement characters.
 */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.match(REPLACEMENT)?.length ?? 0;
  const foreign = text.replace(/[\0-\x7f]/gu, '').length;
  return wrong <= Math.max(1, foreign * TOLERATED_SHARE) ? text : new TextDecoder('gb18030').decode(bytes);
}

/**
 * Opens the text of a page as the document it was at `url`. Nothing of it runs or is loaded. Frames and shadow trees that
 * the page was saved with (`srcdoc`, `template[shadowrootmode]`) are put back where they were.
 */
export function openPage(html: string, url: string): Document {
  // Faults of the page's own markup and CSS are no business of ours.
  const { document } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window;
  restoreParts(document);
  return document;
}

/** Opens a saved file; frames that “save page as” has put into files beside it are read too. */
export async function openPageFile(file: string, url: string): Promise<Document> {
  const document = openPage(decodePage(await readFile(file)), url);
  await restoreFiles(document, dirname(resolve(file)));
  return document;
}

function restoreParts(root: Document | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const host = template.parentElement;
    if (!host || host.shadowRoot) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    restoreParts(shadow);
  }
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('iframe[srcdoc]')) fillFrame(frame, frame.srcdoc);
}

function fillFrame(frame: HTMLIFrameElement | HTMLFrameElement, html: string): Document | null {
  const inner = frame.contentDocument;
  if (!inner) return null;
  inner.open(); // A frame whose file was not loaded has a document without any element.
  inner.write(html);
  inner.close();
  restoreParts(inner);
  return inner;
}

async function restoreFiles(document: Document, folder: string): Promise<void> {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src^="./"], frame[src^="./"]')) {
    const file = resolve(folder, decodeURIComponent(frame.getAttribute('src') ?? ''));
    if (!file.startsWith(folder + sep)) continue;
    const bytes = await readFile(file).catch(() => null); // A frame that was not saved is simply not there.
    const inner = bytes && fillFrame(frame, decodePage(bytes));
    if (inner) await restoreFiles(inner, dirname(file));
  }
}
