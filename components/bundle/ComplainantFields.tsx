import { useId } from 'react';
import type { ExportOptions } from '../../lib/messaging/types.ts';
import { useTranslate } from '../translate.tsx';
import styles from './ExportForm.module.css';

const FIELDS = ['name', 'phone', 'address', 'idNumber'] as const;
type Field = (typeof FIELDS)[number];

/** What the user typed about themselves; lives only as long as the form. */
export type ComplainantDraft = Partial<Record<Field, string>>;

/** Leaves out what was not filled in. */
export function complainantOf(draft: ComplainantDraft): ExportOptions['complainant'] {
  const filled = FIELDS.flatMap((field) => {
    const text = draft[field]?.trim();
    return text ? [[field, text] as const] : [];
  });
  return { ...Object.fromEntries(filled), ...(draft.idNumber?.trim() && { idType: '居民身份证' }) };
}

interface ComplainantFieldsProps {
  draft: ComplainantDraft;
  onChange: (draft: ComplainantDraft) => void;
}

/** The personal data that a complaint needs; the browser is asked not to remember it. */
export function ComplainantFields({ draft, onChange }: ComplainantFieldsProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <>
      <p className={styles.hint}>{t('export.youHint')}</p>
      <div className={styles.fields}>
        {FIELDS.map((field) => (
          <p key={field}>
            <label htmlFor={`${id}${field}`}>{t(`export.${field}`)}</label>
            <input
              id={`${id}${field}`}
              autoComplete="off"
              value={draft[field] ?? ''}
              onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
            />
          </p>
        ))}
      </div>
    </>
  );
}
