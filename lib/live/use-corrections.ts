import type { CorrectableFact } from '../cases/facts/correction-input.ts';
import type { PickedPlace } from '../cases/types.ts';
import type { Translate } from '../i18n/translate.ts';
import type { FactKey, Facts } from '../marketplaces/types.ts';
import { cancelPick, pickElement } from '../platform/page-tools.ts';
import { AppError, errorCodeOf } from '../shared/errors.ts';
import { type CorrectionResult, correctFact, undoCorrection } from '../storage/corrections.ts';
import { keepCase } from './actions.ts';
import { db } from './database.ts';
import type { ShownCase } from './use-case.ts';

/** What came of pointing at the page. */
type PickResult =
  | { state: 'picked'; value: Facts[FactKey] | null; place: PickedPlace }
  | { state: 'cancelled' | 'noGrant' | 'protected' };

/**
 * What the list of facts can do with a case: correct, take back, and point at the page of a tab. Correcting an order that is
 * not kept yet keeps it.
 */
export function useCorrections({ known, stored }: ShownCase, tabId: number | null, t: Translate) {
  return {
    async onCorrect(fact: CorrectableFact, value: NonNullable<Facts[FactKey]>, picked: PickedPlace | null) {
      const caseId = stored ? known.id : tabId === null ? null : await keepCase(tabId);
      if (caseId === null) throw new AppError('capture.pageGone');
      return correctFact(db, caseId, { id: crypto.randomUUID(), fact, value, at: Date.now(), picked });
    },
    onUndo: (fact: CorrectableFact): Promise<CorrectionResult> => undoCorrection(db, known.id, fact, Date.now()),
    ...(tabId !== null && {
      onPick: (fact: CorrectableFact) => pickFact(tabId, fact, known.facts.paidAt ?? known.facts.createdAt, t),
      onCancelPick: () => void cancelPick(tabId),
    }),
  };
}

/** The picked words are read by the reader of that fact; what it makes of them is shown before it is kept. */
async function pickFact(
  tabId: number,
  fact: CorrectableFact,
  after: string | undefined,
  t: Translate,
): Promise<PickResult> {
  const what = t(`fact.${fact}`);
  try {
    const picked = await pickElement(tabId, { ask: t('correction.pickAsk', { what }), keys: t('correction.pickKeys') });
    if (!picked) return { state: 'cancelled' };
    const { text, texts, url } = picked;
    return { state: 'picked', value: await readPicked(fact, texts, after), place: { text, url } };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'capture.noGrant') return { state: 'noGrant' };
    if (code === 'capture.pageProtected') return { state: 'protected' };
    throw error;
  }
}

/** The tables of words that pages are read by are loaded with the first click only. */
async function readPicked(
  fact: CorrectableFact,
  texts: readonly string[],
  after: string | undefined,
): Promise<Facts[FactKey] | null> {
  const { readFact } = await import('../marketplaces/fact-reader.ts');
  if (fact !== 'countdown') return readFact(fact, texts, after) ?? null;
  const endsAt = readFact('completedAt', texts);
  return endsAt ? { endsAt, text: '', action: '' } : null;
}
