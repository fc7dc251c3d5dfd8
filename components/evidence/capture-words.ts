import type { Capture } from '../../lib/evidence/types.ts';
import type { Translate } from '../../lib/i18n/translate.ts';

/** What a capture is called: the kind of its page, or the name of the user's file. */
export function captureWords(t: Translate, { own, pageKind }: Capture): string {
  return own ? own.name : t(`pageKind.${pageKind ?? 'other'}`);
}
