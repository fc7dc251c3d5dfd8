import { formatBytes, formatMinute } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { formatPageTime } from '../../lib/shared/time.ts';
import type { StoreProblem, StoreReport } from '../../lib/storage/check/problems.ts';

/** What was looked at, in one sentence. */
export function lookedAtWords(t: Translate, { captures, files, bytes, entries, records }: StoreReport): string {
  return t('storeCheck.lookedAt', { captures, files, size: formatBytes(bytes), entries, records });
}

/** One finding in plain words: what is wrong, and with what. */
export function problemWords(t: Translate, { code, subject, capture }: StoreProblem): string {
  const what = t(`storeCheck.problem.${code}`, { subject });
  if (!capture) return what;
  return t('storeCheck.ofCapture', { what, title: capture.title, time: formatMinute(capture.takenAt) });
}

/** The whole report as a text to keep or to hand to somebody who helps. */
export function reportText(t: Translate, report: StoreReport): string {
  const { problems, checkedAt } = report;
  const findings = problems.flatMap((problem, index) => [
    `${index + 1}. ${problemWords(t, problem)}`,
    `   ${t(`storeCheck.todo.${problem.code}`)}`,
  ]);
  const verdict = problems.length === 0 ? t('storeCheck.whole') : t('storeCheck.found', { count: problems.length });
  const head = [t('storeCheck.reportTitle'), formatPageTime(checkedAt), lookedAtWords(t, report), verdict];
  return `${[...head, '', ...findings].join('\r\n')}\r\n`;
}
