import { CORRECTABLE_FACTS, type CorrectableFact } from '../../cases/facts/correction-input.ts';
import type { Case } from '../../cases/types.ts';
import { type FactKey, type Facts, WHOLE_PAGE_FACTS } from '../../marketplaces/types.ts';
import { formatPageTime, parseIso } from '../../shared/time.ts';
import { FACT_WORDS, REFUND_WORDS, STAGE_WORDS } from '../documents/fact-words.ts';
import { companyWords, itemWords } from '../documents/words.ts';
import type { BundleCorrection, BundleFact } from '../types.ts';
import type { CapturedFacts } from './captured-facts.ts';

const OF_PAGES: ReadonlySet<FactKey> = new Set(WHOLE_PAGE_FACTS);

/**
 * The captured facts as the user has corrected them. The evidence still shows what the page says, so everything made of them
 * has to say which are corrected (`isCorrected`).
 */
export function correctedFacts(captured: CapturedFacts, known: Case): CapturedFacts {
  const facts: Facts = { ...captured.facts };
  for (const fact of correctedKeys(known)) Object.assign(facts, { [fact]: known.facts[fact] });
  return { ...captured, facts, isCorrected: (fact) => known.corrections[fact] !== undefined };
}

/** What was corrected, in words: the page's and the complainant's. */
export function factCorrections(shown: CapturedFacts, known: Case): BundleCorrection[] {
  return correctedKeys(known).map((fact) => {
    const page = pageValue(fact, shown, known);
    const picked = known.origins[fact]?.text;
    return {
      fact,
      label: FACT_WORDS[fact],
      ...(page !== undefined && { page: valueWords(fact, page) }),
      corrected: valueWords(fact, known.facts[fact]),
      at: known.corrections[fact]?.at ?? 0,
      ...(picked && { picked }),
      evidence: shown.refs(fact),
    };
  });
}

/** Every fact of the case as data, with its source. */
export function bundleFacts(used: CapturedFacts, shown: CapturedFacts, known: Case): BundleFact[] {
  const keys = (Object.keys(used.facts) as FactKey[]).filter((fact) => !OF_PAGES.has(fact));
  return keys.map((fact) => {
    const correction = known.corrections[fact];
    const shared = { fact, value: used.facts[fact], evidence: shown.refs(fact) };
    if (!correction) return { ...shared, source: 'page' };
    return { ...shared, source: 'user', page: pageValue(fact, shown, known) ?? null, correctedAt: correction.at };
  });
}

function correctedKeys({ corrections }: Case): CorrectableFact[] {
  return CORRECTABLE_FACTS.filter((fact) => corrections[fact] !== undefined);
}

/** What the captures show; else what the page said when it was last read. */
function pageValue(fact: FactKey, shown: CapturedFacts, known: Case): Facts[FactKey] {
  return shown.facts[fact] ?? known.corrections[fact]?.read?.value;
}

function valueWords(fact: FactKey, value: Facts[FactKey]): string {
  if (fact === 'countdown') return valueWords('completedAt', (value as Facts['countdown'])?.endsAt ?? '');
  if (fact === 'items') return (value as NonNullable<Facts['items']>).map(itemWords).join('；');
  if (fact === 'company') return companyWords(value as NonNullable<Facts['company']>);
  if (Array.isArray(value)) return value.join('、');
  if (typeof value !== 'string') return '';
  if (fact === 'refundType') return REFUND_WORDS[value as NonNullable<Facts['refundType']>];
  if (fact === 'stage') return STAGE_WORDS[value as NonNullable<Facts['stage']>];
  const instant = parseIso(value);
  return instant === null ? value : formatPageTime(instant);
}
