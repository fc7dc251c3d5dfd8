import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FactCollector } from '../../../lib/marketplaces/collector.ts';
import { FACT_SOURCES } from '../../../lib/marketplaces/types.ts';

const collected = (fill: (facts: FactCollector) => void) => {
  const facts = new FactCollector();
  fill(facts);
  return facts.finish();
};

describe('FactCollector', () => {
  it('keeps a value with its source and the words it was read from', () => {
    const result = collected((facts) => facts.offer('paidAmount', '8.27', 'label', '实付款 ￥8.27'));
    expect(result).toEqual({
      facts: { paidAmount: '8.27' },
      source: { paidAmount: 'label' },
      text: { paidAmount: '实付款 ￥8.27' },
      disagreements: [],
      isRendered: true,
    });
  });

  it.each([null, undefined, ''])('takes %j for not read', (value) => {
    expect(collected((facts) => facts.offer('orderNo', value, 'label', 'x')).facts).toEqual({});
  });

  it('takes an empty list for not read', () => {
    expect(collected((facts) => facts.offer('items', [], 'element', '')).facts).toEqual({});
  });

  it('lets two values of one source cancel each other out, and says so', () => {
    const result = collected((facts) => {
      facts.offer('paidAmount', '8.27', 'label', 'a');
      facts.offer('paidAmount', '9.27', 'label', 'b');
    });
    expect(result.facts).toEqual({});
    expect(result.disagreements.map(({ kept, other }) => [kept, other.text])).toEqual([
      [null, 'a'],
      [null, 'b'],
    ]);
  });

  it('goes on with the next source when one contradicts itself', () => {
    const result = collected((facts) => {
      facts.offer('orderNo', '1', 'inlineData', 'a');
      facts.offer('orderNo', '2', 'inlineData', 'b');
      facts.offer('orderNo', '3', 'url', 'c');
    });
    expect(result.facts).toEqual({ orderNo: '3' });
    expect(result.disagreements).toHaveLength(2);
  });

  it('sees two equal lists as one value', () => {
    const entry = { at: null, party: 'buyer', name: '', text: 'x', images: [] } as const;
    const result = collected((facts) => {
      facts.offer('negotiation', [{ ...entry, images: [] }], 'element', '');
      facts.offer('negotiation', [{ ...entry, images: [] }], 'element', '');
    });
    expect(result.facts.negotiation).toHaveLength(1);
    expect(result.disagreements).toEqual([]);
  });

  it('prefers the clock that runs on the page to the one the page was loaded with, without a quarrel', () => {
    const clock = (text: string) => ({ endsAt: null, remainingMs: 1, text, action: '' });
    const result = collected((facts) => {
      facts.offer('countdown', clock('data'), 'inlineData', 'data');
      facts.offer('countdown', clock('shown'), 'label', 'shown');
    });
    expect(result.facts.countdown?.text).toBe('shown');
    expect(result.disagreements).toEqual([]);
  });

  it('takes back what turns out not to be plausible', () => {
    const result = collected((facts) => {
      facts.offer('paidAt', '2026-01-01T00:00:00+08:00', 'label', '');
      facts.keep('paidAt', (time = '') => time > '2026-06');
    });
    expect(result.facts).toEqual({});
    expect(result.isRendered).toBe(false);
  });

  it.each([
    ['element', true],
    ['label', true],
    ['inlineData', false],
    ['sentence', false],
    ['url', false],
  ] as const)('%s is seen on the page: %s', (source, isRendered) => {
    expect(collected((facts) => facts.offer('orderNo', '1', source, '')).isRendered).toBe(isRendered);
  });

  it('cuts long words', () => {
    const { text } = collected((facts) => facts.offer('orderNo', '1', 'label', 'x'.repeat(5000)));
    expect(text.orderNo).toHaveLength(300);
  });

  it('keeps the value of the best source that agrees with itself, in whatever order they come', () => {
    const offers = fc.array(fc.record({ value: fc.constantFrom('1', '2'), source: fc.constantFrom(...FACT_SOURCES) }));
    fc.assert(
      fc.property(offers, (list) => {
        const run = (order: typeof list) =>
          collected((facts) => {
            for (const { value, source } of order) facts.offer('orderNo', value, source, '');
          });
        const best = FACT_SOURCES.find(
          (source) => new Set(list.filter((o) => o.source === source).map((o) => o.value)).size === 1,
        );
        const expected = list.find(({ source }) => source === best)?.value;
        expect(run(list).facts.orderNo).toBe(expected);
        expect(run(list.toReversed()).facts.orderNo).toBe(expected);
        expect(run(list).source.orderNo).toBe(expected && best);
      }),
    );
  });
});
