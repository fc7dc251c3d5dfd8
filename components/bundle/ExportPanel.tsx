import type { MessageKey } from '../../lib/i18n/translate.ts';
import type { ErrorCode } from '../../lib/shared/errors.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ExportForm, type ExportFormProps } from './ExportForm.tsx';

interface ExportPanelProps extends Omit<ExportFormProps, 'known' | 'captures' | 'cases'> {
  cases: ExportFormProps['cases'] | undefined;
  known: ExportFormProps['known'] | null;
  captures: ExportFormProps['captures'] | undefined;
  running: boolean;
  failure: ErrorCode | null;
}

/** The export form in each of its states: loading, nothing to export, busy, refused, ready. */
export function ExportPanel({ cases, known, captures, running, failure, ...form }: ExportPanelProps) {
  const t = useTranslate();
  if (cases === undefined || captures === undefined) return <p role="status">{t('common.loading')}</p>;
  if (!known) return <Notice tone="info">{t('export.noCase')}</Notice>;
  if (running) return <Notice tone="info">{t('export.otherBundleRunning')}</Notice>;
  return (
    <>
      {failure && <Notice tone="error">{t(`error.${failure}` as MessageKey)}</Notice>}
      {captures.length === 0 && <Notice tone="info">{t('error.export.noCaptures')}</Notice>}
      <ExportForm key={known.id} cases={cases} known={known} captures={captures} {...form} />
    </>
  );
}
