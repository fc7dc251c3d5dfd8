import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, findInlineData, isRecord, listAt, textAt } from '../../../lib/reading/inline-data.ts';
import { type Literal, parseLiteral } from '../../../lib/reading/literal.ts';
import { opened } from './page.ts';

/** Objects of the parser have no prototype; the comparison is about what they hold. */
const plain = (value: Literal): unknown => JSON.parse(JSON.stringify(value));

describe('parseLiteral', () => {
  it('reads whatever JSON writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(plain(parseLiteral(text))).toEqual(JSON.parse(text, bigAsText));
        expect(plain(parseLiteral(`  ${JSON.stringify(value, null, 2)} ;`))).toEqual(JSON.parse(text, bigAsText));
      }),
    );
  });

  /** Whole numbers beyond 2^53 come as text on purpose. */
  function bigAsText(_key: string, value: unknown): unknown {
    return typeof value === 'number' &&
      Number.isInteger(value) &&
      !Number.isSafeInteger(value) &&
      /^-?\d+$/.test(String(value))
      ? String(value)
      : value;
  }

  it('reads the text of a JSON.parse in either quotes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom("'", '"'), (value, quote) => {
        const json = JSON.stringify(value);
        const literal = json.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`);
        expect(plain(parseLiteral(`JSON.parse(${quote}${literal}${quote})`))).toEqual(JSON.parse(json, bigAsText));
      }),
    );
  });

  it('never throws anything but a SyntaxError, and always ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[](),:;"\'`\\$!/*ab1.-eJx \n') }), (source) => {
        try {
          parseLiteral(source);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{a: 1, \'b\': 2, "c": 3, $d: 4, 5: 6,}', { a: 1, b: 2, c: 3, $d: 4, 5: 6 }],
    ['[1, 2, 3,]', [1, 2, 3]],
    ['[1 2, 3]', [null, 3]],
    ['9007199254740993123', '9007199254740993123'],
    ['{id: 9190000000000000101}', { id: '9190000000000000101' }],
    ['9007199254740991', 9007199254740991],
    ['-12.50', -12.5],
    ['1e3', 1000],
    ['0x1F', 31],
    ['.5', 0.5],
    ['!0', true],
    ['!1', false],
    ['{a: void 0, b: null, c: undefined}', { a: null, b: null, c: null }],
    ['{a: new Date(1), b: foo("}"), c: 1}', { a: null, b: null, c: 1 }],
    ["{a: 'x' + y, b: 2}", { a: null, b: 2 }],
    ['{a: function () { return {b: 1}; }, c: 3}', { a: null, c: 3 }],
    ['{a: /* 注释 */ 1, // 行\n b: 2}', { a: 1, b: 2 }],
    ["'\\u6d4b\\x41\\n\\/\\'\\u{1F600}'", "测A\n/'😀"],
    ["'跨\\\n行'", '跨行'],
    ['`text`', 'text'],
    ['{"__proto__": {"x": 1}}', JSON.parse('{"__proto__": {"x": 1}}')],
    ['{"a": "</script>"}', { a: '</script>' }],
  ])('%s', (source, expected) => {
    expect(plain(parseLiteral(source))).toEqual(expected);
  });

  it.each(['', '{', '[1', '"open', '{a 1}', '{a: }', '`$\u007bx}`', '{"a": JSON.parse("{"}'])(
    'no value: %s',
    (source) => {
      expect(() => parseLiteral(source)).toThrow(SyntaxError);
    },
  );

  it('makes objects without a prototype', () => {
    const data = parseLiteral('{"__proto__": {"polluted": true}}') as { [key: string]: Literal };
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect('polluted' in data).toBe(false);
  });
});

describe('findInlineData', () => {
  const found = (html: string) => findInlineData([opened(html)], 'data').map(plain);

  it.each([
    ['var data = {"a": 1};', [{ a: 1 }]],
    ['window.data={a:1}', [{ a: 1 }]],
    ['self.data = {a: 1}, other = 2', [{ a: 1 }]],
    ['\nlet x = 1;\ndata =\n {a: 1}', [{ a: 1 }]],
    [`var data = JSON.parse('{\\"a\\":\\"\\\\u6d4b\\"}');`, [{ a: '测' }]],
    ['data = {a: 1}; data = {a: 2}', [{ a: 1 }, { a: 2 }]],
    ['var mydata = {a: 1}', []],
    ['var data2 = {a: 1}', []],
    ['x.data = {a: 1}', []],
    ['if (data == {a: 1}) {}', []],
    ['var data = load()', []],
    ['var data = [1]', []],
    ['var data = {a: 1', []],
  ])('%s', (code, expected) => {
    expect(found(`<script>${code}</script>`)).toEqual(expected);
  });

  it('looks into no file and no text', () => {
    expect(found('<script src="x.js">data = {a: 1}</script><p>data = {a: 1}</p>')).toEqual([]);
  });
});

describe('paths', () => {
  const data = parseLiteral('{a: [{b: " x "}, {c: 9190000000000000101}], n: 0, e: "", __proto__: {z: 1}}');

  it('lead to values, and to nothing where the shape is another', () => {
    expect(textAt(data, 'a', 0, 'b')).toBe('x');
    expect(textAt(data, 'a', 1, 'c')).toBe('9190000000000000101');
    expect(textAt(data, 'n')).toBe('0');
    expect([textAt(data, 'e'), textAt(data, 'a'), textAt(data, 'a', 'b'), textAt(data, 'a', 7, 'b')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([at(data, 'toString'), at(data, 'z'), at(null, 'a'), at(undefined)]).toEqual([null, null, null, null]);
    expect([listAt(data, 'a').length, listAt(data, 'n'), isRecord(data), isRecord([])]).toEqual([2, [], true, false]);
  });
});
