import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Extra } from '../../../../lib/capture/copy/extras.ts';
import { type CopyElement, type CopyNode, NODE } from '../../../../lib/capture/copy/tree.ts';
import { writeHtml } from '../../../../lib/capture/copy/write-html.ts';

type Attributes = CopyElement['attributes'];

let ids = 0;
function element(
  tagName: string,
  attributes: Attributes = {},
  childNodes: CopyNode[] = [],
  more: Partial<CopyElement> = {},
): CopyElement {
  ids += 1;
  return { type: NODE.element, id: ids, tagName, attributes, childNodes, ...more };
}

function text(textContent: string): CopyNode {
  return { type: NODE.text, textContent };
}

/** A document with this in its body. */
function page(...body: CopyNode[]): CopyNode {
  return { type: NODE.document, childNodes: [element('html', {}, [element('head'), element('body', {}, body)])] };
}

function write(tree: CopyNode, extras: [CopyElement, Extra][] = []): string {
  const known = new Map(extras.map(([{ id }, extra]) => [id, extra]));
  return writeHtml(tree, {
    extras: known,
    resources: new Map(),
    base: 'https://item.taobao.com/',
    about: { 'page-address': 'https://item.taobao.com/"<' },
  });
}

const parser = new new JSDOM().window.DOMParser();

/** HTML as a browser reads it. */
function parse(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/** The body as a browser reads it. */
function read(...body: CopyNode[]): HTMLElement {
  return parse(write(page(...body))).body;
}

describe('a page written as HTML', () => {
  it('forbids everything first, and says where it comes from', () => {
    const document = parse(write(page()));
    const [charset, policy, address] = document.head.children;
    expect(charset?.getAttribute('charset')).toBe('utf-8');
    expect(policy?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    expect(policy?.getAttribute('content')).toMatch(/^default-src 'none';/);
    expect(address?.getAttribute('content')).toBe('https://item.taobao.com/"<');
  });

  it.each(['script', 'noscript', 'base', 'meta', 'template', 'source', 'animate', 'set', 'frameset', 'area'])(
    'has no %s',
    (name) => {
      expect(write(page(element(name, {}, [text('里面')])))).not.toContain('里面');
    },
  );

  it.each(['object', 'embed', 'applet', 'audio', 'video', 'canvas', 'xmp', 'plaintext', 'frame'])(
    'has something harmless for %s',
    (name) => {
      expect(read(element(name, { src: 'https://x/', data: 'https://x/' })).querySelector(name)).toBeNull();
    },
  );

  it('has no hidden fields, which hold the keys of the session', () => {
    expect(write(page(element('input', { type: 'hidden', value: '9000' })))).not.toContain('9000');
  });

  it.each<[string, Attributes]>([
    ['div', { onclick: 'hit()', ONLOAD: 'hit()', style: 'background:url(https://x/)' }],
    ['a', { href: 'javascript:hit()', ping: 'https://x/' }],
    ['a', { 'xlink:href': 'https://x/', target: '_blank' }],
    ['form', { action: 'https://x/', method: 'post' }],
    ['button', { formaction: 'javascript:hit()', popovertarget: 'x' }],
    ['img', { src: 'https://x/', srcset: 'https://x/ 2x', 'bad name': 'x' }],
    ['input', { type: 'image', src: 'https://x/', autofocus: '' }],
    ['td', { background: 'https://x/' }],
  ])('leaves of %s %j nothing that acts', (name, attributes) => {
    const found = read(element(name, attributes)).querySelectorAll('*');
    const kept = Array.from(found, (one) => one.getAttributeNames()).flat();
    expect(
      kept.filter((one) => !['style', 'src', 'type', 'width', 'height', 'data-href', 'title'].includes(one)),
    ).toEqual([]);
    expect(found[0]?.getAttribute('src') ?? 'data:').toMatch(/^data:/);
    expect(found[0]?.getAttribute('style') ?? '').not.toContain('https');
  });

  it('lets the address of a link be read', () => {
    const [link, script] = read(
      element('a', { href: 'https://x/?a=1', title: '店铺' }),
      element('a', { href: 'javascript:hit()' }),
    ).children;
    expect([link?.getAttribute('title'), link?.getAttribute('data-href')]).toEqual([
      '店铺\nhttps://x/?a=1',
      'https://x/?a=1',
    ]);
    expect(script?.attributes).toHaveLength(0);
  });

  it('lets a drawing use its own parts and nothing else', () => {
    const svg = (href: string) =>
      read(element('svg', {}, [element('use', { href }, [], { isSVG: true })], { isSVG: true })).querySelector('use');
    expect(svg('#icon')?.getAttribute('href')).toBe('#icon');
    expect(svg('https://x/#icon')?.hasAttribute('href')).toBe(false);
  });

  it('holds what the fields held, and no password', () => {
    const fields = ['text', 'checkbox', 'radio'].map((type) => element('input', { type, value: '旧' }));
    const area = element('textarea', {}, [text('旧')]);
    const password = element('input', { type: 'password', value: '***' });
    const options = element('select', {}, [
      element('option', { value: '1' }),
      element('option', { value: '2', selected: true }),
    ]);
    const [typed, box, radio] = fields as [CopyElement, CopyElement, CopyElement];
    const html = write(page(typed, box, radio, area, password, options), [
      [typed, { value: '新"<' }],
      [box, { checked: true, value: 'on' }],
      [radio, { checked: false, value: 'on' }],
      [area, { value: '\n两行<' }],
      [password, {}],
    ]);
    const document = parse(html);
    const inputs = Array.from(document.querySelectorAll('input'), ({ value, checked }) => [value, checked]);
    expect(inputs).toEqual([
      ['新"<', false],
      ['on', true],
      ['on', false],
      ['', false],
    ]);
    expect([document.querySelector('textarea')?.value, document.querySelector('select')?.value]).toEqual([
      '\n两行<',
      '2',
    ]);
  });

  it('keeps the box of a picture that could not be read', () => {
    const picture = element('img', { src: 'https://img.alicdn.com/a.png', class: 'big' });
    const html = write(page(picture), [[picture, { picture: null, size: { width: 30, height: 20 } }]]);
    const shown = parse(html).querySelector('img');
    expect([shown?.width, shown?.height, shown?.className, shown?.title]).toEqual([
      30,
      20,
      'big',
      'https://img.alicdn.com/a.png',
    ]);
    expect(shown?.src).toMatch(/^data:image\/svg/);
  });

  it('puts a shadow tree where a browser finds it', () => {
    const host = element('x-host', {}, [text('光'), element('p', {}, [text('影')], { isShadow: true })], {
      isShadowHost: true,
    });
    const html = write(page(host), [[host, { styles: ['p{color:red}'] }]]);
    expect(html).toMatch(
      /<x-host><template shadowrootmode="open"><style>[^<]*<\/style><p>影<\/p><style>p\{color:red\}<\/style><\/template>光<\/x-host>/,
    );
  });

  it('locks a frame in, and says when its content is missing', () => {
    const [inner, foreign] = [element('iframe', { src: 'https://x/' }), element('iframe')];
    const html = write(page(inner, foreign), [
      [inner, { frame: '<p title="a">内页</p>' }],
      [foreign, { frame: null }],
    ]);
    const frames = Array.from(parse(html).querySelectorAll('iframe'));
    expect(frames.map((frame) => frame.getAttribute('sandbox'))).toEqual(['', '']);
    expect(frames[0]?.getAttribute('srcdoc')).toBe('<p title="a">内页</p>');
    expect(frames[1]?.getAttribute('srcdoc')).toContain('内嵌页面未能保存');
  });

  it('leaves out a style that was switched off', () => {
    const style = element('style', { _cssText: 'p{color:red}' });
    expect(write(page(style), [[style, { disabled: true }]])).not.toContain('color:red');
    expect(write(page(style))).toContain('<style>p{color:red}</style>');
  });

  it('is read back as what it was, and nothing in it acts, whatever names and texts a page has', () => {
    const name = fc.constantFrom(
      'div',
      'p',
      'svg',
      'math',
      'mtext',
      'style',
      'title',
      'a',
      'img',
      'iframe',
      'table',
      'select',
      'x-a',
      'textarea',
      'script',
      'mglyph',
    );
    const words = fc.oneof(
      fc.constantFrom(
        '</style><img src=x onerror=hit()>',
        '"><script>hit()</script>',
        '--><b onclick=hit()>',
        'javascript:hit()',
      ),
      fc.string(),
    );
    const attribute = fc.tuple(
      fc.constantFrom('onclick', 'href', 'src', 'style', 'class', 'title', 'x', 'srcdoc', '_cssText'),
      words,
    );
    const { node } = fc.letrec<{ node: CopyNode }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        words.map(text),
        fc
          .tuple(name, fc.array(attribute, { maxLength: 3 }), fc.array(tie('node'), { maxLength: 3 }), fc.boolean())
          .map(([tag, attributes, children, isSVG]) =>
            element(tag, Object.fromEntries(attributes), children, { isSVG }),
          ),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (body) => {
        for (const one of read(...body).querySelectorAll('*')) {
          expect(one.localName).not.toBe('script');
          for (const { name: found, value } of one.attributes) {
            expect(found).not.toMatch(/^on|^href$|^action$/);
            if (found === 'src') expect(value).toMatch(/^data:image\//);
          }
        }
      }),
    );
  });
});
