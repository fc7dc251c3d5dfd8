import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, inertCss } from '../../../../lib/capture/copy/css.ts';

const BASE = 'https://item.taobao.com/deep/page.htm';
const PICTURE = 'data:image/png;base64,AAAA';
const RESOURCES = new Map([['https://item.taobao.com/deep/a.png', PICTURE]]);

describe('addresses in a style', () => {
  it.each([
    ['url(a.png)', ['https://item.taobao.com/deep/a.png']],
    ['url( "a.png" )', ['https://item.taobao.com/deep/a.png']],
    ["URL('/b\\'c.png')", ["https://item.taobao.com/b'c.png"]],
    ['url(//img.alicdn.com/x.png), url(#mask)', ['https://img.alicdn.com/x.png']],
    ['url(data:image/png;base64,AA)', []],
    ['url()', []],
    ['red', []],
  ])('of %s are %j', (css, addresses) => {
    expect(addressesIn(`p{background:${css}}`, BASE)).toEqual(addresses);
  });
});

describe('an inert style', () => {
  it.each([
    ['what was kept', 'p{background:url(a.png)}', `p{background:url("${PICTURE}")}`],
    ['nothing for what was not', 'p{background:url(//img.alicdn.com/x.png)}', 'p{background:url("data:,")}'],
    ['its own pictures', `p{background:url(${PICTURE})}`, `p{background:url("${PICTURE}")}`],
    ['no page of its own', 'p{background:url(data:text/html,x)}', 'p{background:url("data:,")}'],
    ['references within the page', 'p{mask:url(#m)}', 'p{mask:url(#m)}'],
    ['no imports', '@import url("a;b.css") screen; p{color:red}', ' p{color:red}'],
    ['rules for links', 'a:link,a:any-link:hover{color:red}', 'a[data-href],a[data-href]:hover{color:red}'],
    ['rules for elements of scripts', 'x-a:not(:defined){display:none}', 'x-a:not(:is(*)){display:none}'],
    ['widths of screens', '@media (width <= 600px){p{color:red}}', '@media (width <= 600px){p{color:red}}'],
    ['one text where there were several', 'a{}/* rr_split */b{}', 'a{}b{}'],
  ])('has %s', (_what, css, expected) => {
    expect(inertCss(css, BASE, RESOURCES)).toBe(expected);
  });

  it('begins and ends no element, and loads nothing, whatever is in it', () => {
    const part = fc.constantFrom(
      '</style>',
      '<script>',
      '<!--',
      'url(',
      ')',
      '"',
      "'",
      '\\',
      'http://x/',
      '@import',
      ';',
      '<',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => {
        const css = inertCss(parts.join(''), BASE, RESOURCES);
        expect(css).not.toMatch(/<[a-z!/?]/i);
        expect(addressesIn(css, BASE)).toEqual([]);
      }),
    );
  });
});
