import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalText } from '../../../lib/evidence/canonical.ts';

describe('canonical JSON', () => {
  it('is that of the example in RFC 8785, 3.2.2', () => {
    const example = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalText(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('does not depend on the order in which members were written', () => {
    expect(canonicalText({ b: 1, 原: { z: 1, a: 2 }, a: [3, { d: 1, c: 2 }] })).toBe(
      canonicalText({ a: [3, { c: 2, d: 1 }], b: 1, 原: { a: 2, z: 1 } }),
    );
  });

  it('leaves out undefined members and refuses what JSON cannot hold', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalText(undefined)).toThrow(TypeError);
    expect(() => canonicalText({ broken: '\ud800' })).toThrow(/surrogate/);
    expect(() => canonicalText({ a: Number.NaN })).toThrow(/NaN/);
  });

  it('is taken in UTF-8', () => {
    expect(new TextDecoder().decode(canonicalBytes({ 店铺: '测试' }))).toBe('{"店铺":"测试"}');
  });
});
