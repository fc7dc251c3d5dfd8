import type { Text } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';

/** Picks the language of the screen from a text of the rules, which carry both. */
export function useLocalText(): (text: Text) => string {
  const { locale } = useTranslate();
  return (text) => (locale === 'en' ? text.en : text.zh);
}
