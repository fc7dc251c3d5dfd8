import { useState } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from './Button.tsx';

/** Copies a number; says that it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <Button
        kind="quiet"
        onClick={copy}
        onBlur={() => setCopied(false)}
        aria-label={t('common.copyThis', { what: label })}
      >
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
      <span role="status" className="visually-hidden">
        {copied && t('common.copied')}
      </span>
    </>
  );
}
