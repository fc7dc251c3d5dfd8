import { frameDocument } from '../reading/tree.ts';
import { maskName, maskText, maskUrl } from './mask.ts';
import { scriptShape } from './script-shape.ts';

const MAX_DEPTH = 80;
const MAX_LINES = 6000;
const MAX_LINE = 3000;
const MAX_CLASSES = 8;
const MAX_ATTRIBUTES = 20;
/** Rows of a list look alike; as many as these show how they repeat. */
const MAX_ALIKE = 3;
/** What holds no words of the page, or what the user has put in. */
const CLOSED = new Set(['STYLE', 'SVG', 'TEXTAREA', 'SELECT', 'DATALIST', 'NOSCRIPT', 'TEMPLATE', 'CANVAS', 'OBJECT']);
const LINKS: Record<string, string> = {
  A: 'href',
  AREA: 'href',
  FORM: 'action',
  IFRAME: 'src',
  FRAME: 'src',
  SCRIPT: 'src',
};

/** The elements of a document as indented lines; shadow trees and frames of the same origin included. */
export function treeLines(document: Document, url: string): string[] {
  const walker = new TreeWalker(url);
  const lines = document.documentElement ? walker.element(document.documentElement, 0) : [];
  return lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '…'] : lines;
}

class TreeWalker {
  private readonly url: string;
  private left = MAX_LINES * 2;

  constructor(url: string) {
    this.url = url;
  }

  element(element: Element, depth: number): string[] {
    this.left -= 1;
    if (this.left < 0) return [];
    const indent = '  '.repeat(Math.min(depth, MAX_DEPTH));
    const own = `${indent}${describe(element, this.url)}`.slice(0, MAX_LINE);
    if (depth >= MAX_DEPTH) return [own, `${indent}  …`];
    return [own, ...this.inside(element, depth + 1)];
  }

  private inside(element: Element, depth: number): string[] {
    const indent = '  '.repeat(depth);
    const named = (name: string, lines: string[]) => (lines.length > 0 ? [`${indent}${name}`, ...lines] : []);
    if (element.tagName === 'SCRIPT') return scriptLines(element as HTMLScriptElement, indent);
    if (CLOSED.has(element.tagName.toUpperCase()) || isEditable(element)) return [];
    const shadow = element.shadowRoot ? this.children(element.shadowRoot, depth + 1) : [];
    const frame = frameDocument(element)?.documentElement;
    return [
      ...named('#shadow', shadow),
      ...named('#frame', frame ? this.element(frame, depth + 1) : []),
      ...this.children(element, depth),
    ];
  }

  /** Further children that look like the one before are left out. */
  private children(parent: ParentNode & Node, depth: number): string[] {
    const lines: string[] = [];
    let before = '';
    let alike = 0;
    for (const child of parent.childNodes) {
      const block = child.nodeType === 1 ? this.element(child as Element, depth) : textLine(child, depth);
      if (block.length === 0) continue;
      const text = block.join('\n');
      alike = text === before ? alike + 1 : 1;
      before = text;
      if (alike <= MAX_ALIKE) lines.push(...block);
      else if (alike === MAX_ALIKE + 1) lines.push(`${'  '.repeat(depth)}…`);
    }
    return lines;
  }
}

function textLine({ nodeType, nodeValue }: Node, depth: number): string[] {
  const text = nodeType === 3 ? maskText(nodeValue ?? '') : '';
  return text ? [`${'  '.repeat(depth)}"${text}"`] : [];
}

/** `a#id.class [href data-spm] → trade.taobao.com/trade/detail.htm?id`. */
function describe(element: Element, url: string): string {
  const { id } = element;
  const classes = [...element.classList].slice(0, MAX_CLASSES).map((name) => `.${maskName(name)}`);
  const attributes = element.getAttributeNames().filter((name) => name !== 'id' && name !== 'class');
  const names = [...new Set(attributes.slice(0, MAX_ATTRIBUTES).map(maskName))];
  const link = element.getAttribute(LINKS[element.tagName] ?? '');
  return [
    `${maskName(element.tagName.toLowerCase())}${id ? `#${maskName(id)}` : ''}${classes.join('')}`,
    ...(names.length > 0 ? [`[${names.join(' ')}]`] : []),
    ...(link ? [`→ ${maskUrl(link, url)}`] : []),
  ].join(' ');
}

function scriptLines(script: HTMLScriptElement, indent: string): string[] {
  if (script.src) return [];
  return scriptShape(script.textContent ?? '', script.type).map((line) => `${indent}${line}`.slice(0, MAX_LINE));
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}
