import { type Disagreement, FACT_SOURCES, type FactKey, type FactSource, type Facts } from './types.ts';

interface Offer {
  value: unknown;
  source: FactSource;
  text: string;
}

export interface CollectedFacts {
  facts: Facts;
  source: Partial<Record<FactKey, FactSource>>;
  text: Partial<Record<FactKey, string>>;
  disagreements: Disagreement[];
  /** Some value was read from an element or a label, which stand on the page; sentences can come from its data, too. */
  isRendered: boolean;
}

/** Facts that change while the page is open: what is shown now beats the data the page was loaded with. */
const LIVE_FACTS = new Set<FactKey>(['countdown']);
const MAX_TEXT = 300;

/**
 * Gathers what several layers read and keeps, for each fact, the value of the best source. Two different values from the
 * same source cancel each other out: better missing than wrong. Differences are kept as disagreements.
 */
export class FactCollector {
  private readonly offers = new Map<FactKey, Offer[]>();

  /** Takes a value that was read; null, undefined, empty text and empty lists count as not read. */
  offer<Key extends FactKey>(fact: Key, value: Facts[Key] | null | undefined, source: FactSource, text: string): void {
    if (value === null || value === undefined || value === '') return;
    if (Array.isArray(value) && value.length === 0) return;
    const list = this.offers.get(fact) ?? [];
    list.push({ value, source, text: text.slice(0, MAX_TEXT) });
    this.offers.set(fact, list);
  }

  /** Offers what `read` makes of a raw text; a raw text that is absent or reads as nothing offers nothing. */
  take<Key extends FactKey>(
    fact: Key,
    raw: string | null,
    read: (text: string) => Facts[Key] | null,
    source: FactSource = 'inlineData',
  ): void {
    if (raw !== null) this.offer(fact, read(raw), source, raw);
  }

  /** Takes back what was offered for a fact and cannot be it. */
  keep<Key extends FactKey>(fact: Key, isPlausible: (value: Facts[Key]) => boolean): void {
    const offers = this.offers.get(fact) ?? [];
    this.offers.set(
      fact,
      offers.filter(({ value }) => isPlausible(value as Facts[Key])),
    );
  }

  /** The different values offered for a fact. */
  values(fact: FactKey): unknown[] {
    return [...new Set(this.offers.get(fact)?.map(({ value }) => value))];
  }

  /** The values of some facts as they stand, without those that were not read. */
  pick<Key extends FactKey>(...facts: Key[]): Pick<Facts, Key> {
    const settled = this.finish().facts;
    const read = facts.flatMap((fact) => (settled[fact] === undefined ? [] : [[fact, settled[fact]]]));
    return Object.fromEntries(read) as Pick<Facts, Key>;
  }

  private isRendered(): boolean {
    return [...this.offers.values()].flat().some(({ source }) => source === 'element' || source === 'label');
  }

  finish(): CollectedFacts {
    const result: CollectedFacts = {
      facts: {},
      source: {},
      text: {},
      disagreements: [],
      isRendered: this.isRendered(),
    };
    for (const [fact, offers] of this.offers) settle(fact, offers, result);
    return result;
  }
}

function settle(fact: FactKey, offers: readonly Offer[], result: CollectedFacts): void {
  const ranked = [...offers].sort((a, b) => rank(fact, a.source) - rank(fact, b.source));
  const kept = ranked.find((offer) => ranked.every((other) => other.source !== offer.source || same(offer, other)));
  if (kept) {
    Object.assign(result.facts, { [fact]: kept.value });
    result.source[fact] = kept.source;
    result.text[fact] = kept.text;
  }
  if (LIVE_FACTS.has(fact)) return;
  for (const other of ranked) {
    if (other === kept || (kept && same(kept, other))) continue;
    result.disagreements.push({
      fact,
      kept: kept ? { source: kept.source, text: kept.text } : null,
      other: { source: other.source, text: other.text },
    });
  }
}

function rank(fact: FactKey, source: FactSource): number {
  const order = FACT_SOURCES.indexOf(source);
  return LIVE_FACTS.has(fact) && source === 'inlineData' ? FACT_SOURCES.length : order;
}

function same(a: Offer, b: Offer): boolean {
  return a === b || JSON.stringify(a.value) === JSON.stringify(b.value);
}
