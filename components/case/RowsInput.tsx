import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { COMPANY_FIELDS, ITEM_FIELDS, type Row, rowsOf, textOf } from '../../lib/cases/facts/rows-input.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './RowsInput.module.css';

interface RowsInputProps {
  id: string;
  fact: 'items' | 'company';
  typed: string;
  onChange: (typed: string) => void;
  invalid: boolean;
  describedBy: string;
}

/** A fact of several fields: a company, or items one below the other. */
export function RowsInput({ id, fact, typed, onChange, invalid, describedBy }: RowsInputProps) {
  const t = useTranslate();
  const rows = rowsOf(typed);
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector('input')?.focus(), []);
  const change = (at: number, row: Row) => onChange(textOf(rows.map((old, index) => (index === at ? row : old))));
  const fields: readonly Field[] =
    fact === 'company'
      ? COMPANY_FIELDS.map((name) => ({ name, label: t(`companyField.${name}`) }))
      : ITEM_FIELDS.map((name) => ({ name, label: t(`itemField.${name}`) }));
  return (
    <fieldset ref={list} className={styles.rows} aria-labelledby={`${id}label`} aria-describedby={describedBy}>
      {rows.map((row, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that tells it from the others.
          key={at}
          className={styles.row}
          aria-label={fact === 'items' ? t('correction.itemNo', { n: at + 1 }) : undefined}
        >
          {fields.map(({ name, label }, index) => (
            <label key={name} className={styles.field}>
              <span>{label}</span>
              <input
                id={at === 0 && index === 0 ? id : undefined}
                type="text"
                autoComplete="off"
                aria-invalid={invalid}
                value={row[name] ?? ''}
                onChange={({ target }) => change(at, { ...row, [name]: target.value })}
              />
            </label>
          ))}
          {rows.length > 1 && (
            <Button
              kind="quiet"
              icon={<X aria-hidden="true" />}
              onClick={() => onChange(textOf(rows.filter((_, index) => index !== at)))}
            >
              {t('correction.removeItem', { n: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {fact === 'items' && (
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => onChange(textOf([...rows, {}]))}>
          {t('correction.addItem')}
        </Button>
      )}
    </fieldset>
  );
}

interface Field {
  name: string;
  label: string;
}
