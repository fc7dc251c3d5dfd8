import { escapeHtml } from '../../shared/text.ts';
import { inertCss } from './css.ts';
import type { Extra, Extras } from './extras.ts';
import { type CopyElement, type CopyNode, NODE } from './tree.ts';
import { attributesOf } from './write-attributes.ts';

/** What a browser may do with a copy: show it. Everything a copy needs is in it. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'";
/** Elements that run, load, send or redirect, and those that nobody sees. What is in them goes with them. */
const LEFT_OUT = new Set(
  (
    'script noscript meta base template source track param area frameset noembed noframes portal fencedframe ' +
    'animate animatemotion animatetransform set mpath discard'
  ).split(' '),
);
/** Elements that load, or whose text is read in a way of its own, and what stands for them. */
const STANDS_FOR: Record<string, string> = {
  canvas: 'img',
  video: 'img',
  audio: 'span',
  object: 'div',
  embed: 'div',
  applet: 'div',
  frame: 'iframe',
  xmp: 'pre',
  listing: 'pre',
  plaintext: 'pre',
};
const VOID = new Set('br col hr img input wbr'.split(' '));
/** A link without an address looks like none unless it is told to; anything the page says about links comes later. */
const LINK_STYLE = ':where(a[data-href]){color:#00e;text-decoration:underline}';
const FRAME_MISSING = '<p>内嵌页面未能保存：浏览器不允许读取其他网站的内容。</p>';

export interface WriteInput {
  extras: Extras;
  /** `data:` addresses by address. */
  resources: ReadonlyMap<string, string>;
  /** What addresses in styles are relative to. */
  base: string;
  /** Names and values for the head, to be read by people. */
  about: Readonly<Record<string, string>>;
}

/**
 * A document as HTML that does nothing when it is opened: no script, nothing that is loaded or followed, a policy that
 * forbids both, and everything that is seen as it was. Pure: the tree is rrweb-snapshot's, the rest is in `input`.
 */
export function writeHtml(tree: CopyNode, input: WriteInput): string {
  const writer = new HtmlWriter(input);
  writer.node(tree);
  return writer.out.join('');
}

class HtmlWriter {
  readonly out: string[] = [];
  private readonly input: WriteInput;

  constructor(input: WriteInput) {
    this.input = input;
  }

  node(node: CopyNode): void {
    if (node.type === NODE.element) this.element(node);
    if (node.type === NODE.text) this.out.push(escapeHtml(node.textContent));
    if (node.type !== NODE.document) return;
    if (!node.compatMode) this.out.push('<!DOCTYPE html>');
    for (const child of node.childNodes) this.node(child);
  }

  private element(element: CopyElement): void {
    const { tagName: name } = element;
    const extra = this.input.extras.get(element.id) ?? {};
    if (LEFT_OUT.has(name) || (name === 'input' && element.attributes.type === 'hidden')) return;
    if (name === 'style' || name === 'link') {
      this.style(element, extra);
      return;
    }
    const tag = STANDS_FOR[name] ?? (/^[a-z]/.test(name) ? name : 'div');
    this.out.push(`<${tag}${attributesOf(element, extra, (css) => this.inert(css))}`);
    if (tag === 'iframe') this.out.push(` sandbox="" srcdoc="${escapeHtml(extra.frame ?? FRAME_MISSING)}"`);
    this.out.push('>');
    if (VOID.has(tag)) return;
    this.content(element, tag, extra);
    this.out.push(`</${tag}>`);
  }

  private content(element: CopyElement, tag: string, extra: Extra): void {
    if (tag === 'iframe' || STANDS_FOR[element.tagName] === 'div') return;
    if (tag === 'pre' || tag === 'textarea') this.out.push('\n'); // The first line break in them is not shown.
    if (tag === 'textarea') {
      this.out.push(escapeHtml(extra.value ?? ''));
      return;
    }
    if (tag === 'head') this.head();
    if (element.isShadowHost) this.shadow(element, extra);
    for (const child of element.childNodes) if (!child.isShadow) this.node(child);
    if (tag === 'html') this.styles(extra);
  }

  private head(): void {
    this.out.push(`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`);
    for (const [name, content] of Object.entries(this.input.about))
      this.out.push(`<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`);
    this.out.push(`<style>${LINK_STYLE}</style>`);
  }

  private shadow({ childNodes }: CopyElement, extra: Extra): void {
    this.out.push(`<template shadowrootmode="open"><style>${LINK_STYLE}</style>`);
    for (const child of childNodes) if (child.isShadow) this.node(child);
    this.styles(extra);
    this.out.push('</template>');
  }

  /** Styles given by scripts come after all others. */
  private styles({ styles = [] }: Extra): void {
    for (const css of styles) this.out.push(`<style>${this.inert(css)}</style>`);
  }

  private style({ attributes, childNodes, isSVG }: CopyElement, extra: Extra): void {
    const texts = childNodes.map((child) => (child.type === NODE.text ? child.textContent : ''));
    const css = typeof attributes._cssText === 'string' ? attributes._cssText : texts.join('');
    if (extra.disabled || css === '') return;
    const media = typeof attributes.media === 'string' ? ` media="${escapeHtml(attributes.media)}"` : '';
    // Inside a drawing the text of a style is read like any other text.
    this.out.push(`<style${media}>${isSVG ? escapeHtml(this.inert(css)) : this.inert(css)}</style>`);
  }

  private inert(css: string): string {
    return inertCss(css, this.input.base, this.input.resources);
  }
}
