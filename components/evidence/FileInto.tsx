import type { Case } from '../../lib/cases/types.ts';
import { caseWords } from '../case/words.ts';
import { useTranslate } from '../translate.tsx';
import { Chooser } from '../ui/Chooser.tsx';

/** Chooses the case for captures that belong to none yet. */
export function FileInto({ cases, onChoose }: { cases: readonly Case[]; onChoose: (caseId: string) => void }) {
  const t = useTranslate();
  const choices = byRecency(cases).map((known) => [known.id, caseWords(t, known).title] as const);
  return <Chooser label={t('capture.fileInto')} choices={choices} onChoose={onChoose} />;
}

/** The case just looked at is the one most likely meant. */
function byRecency(cases: readonly Case[]): Case[] {
  return [...cases].sort((a, b) => b.seenAt - a.seenAt);
}
