import { RedactionEditor } from '../../components/redaction/RedactionEditor.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { type Redactable, useRedactable, useRedaction } from './use-redaction.ts';

interface RedactProps {
  captureId: string;
  /** Saved, taken back or cancelled; told which case the capture is in. */
  onDone: (caseId: string | null) => void;
}

/** The editor over a stored capture; a default export because it is loaded when it is opened. */
export default function Redact({ captureId, onDone }: RedactProps) {
  const t = useTranslate();
  const redactable = useRedactable(captureId);
  if (redactable === undefined) return <p role="status">{t('common.loading')}</p>;
  if (redactable === null) return <Notice tone="error">{t('error.redaction.gone')}</Notice>;
  return <Editor redactable={redactable} onDone={() => onDone(redactable.capture.caseId)} />;
}

function Editor({ redactable, onDone }: { redactable: Redactable; onDone: () => void }) {
  return <RedactionEditor {...useRedaction(redactable, onDone)} />;
}
