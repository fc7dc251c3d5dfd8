import type { Text } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';

/** A text of the rules as a sentence of its own: English ones begin with a small letter so that they fit behind a colon. */
export function useLocalSentence(): (text: Text) => string {
  const local = useLocalText();
  return (text) => {
    const words = local(text);
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}

/** Picks the language of the screen from a text of the rules, which carry both. */
export function useLocalText(): (text: Text) => string {
  const { locale } = useTranslate();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
