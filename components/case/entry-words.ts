import { choiceOf } from '../../lib/cases/entries/entry-choices.ts';
import type { CaseEntry } from '../../lib/cases/types.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Text } from '../../lib/stages/index.ts';
import { CHANNELS } from '../../lib/stages/rules/channels.ts';

/** What an entry says has happened. */
export function entryWords(t: Translate, { event }: CaseEntry): string {
  if (!event) return t('entry.contacted');
  const choice = choiceOf(event);
  return choice ? t(`entry.choice.${choice}`) : t('entry.unknown');
}

/** The way by which it was done; empty when none was named. */
export function channelWords(local: (text: Text) => string, { channel }: CaseEntry): string {
  const name = CHANNELS.find(({ id }) => id === channel)?.name;
  return name ? local(name) : '';
}
