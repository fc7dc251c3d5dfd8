import { type FormEvent, useId, useState } from 'react';
import { serviceAddress } from '../../lib/stamps/services.ts';
import type { StampService } from '../../lib/stamps/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import form from '../ui/Form.module.css';
import styles from './StampSection.module.css';

/** Adds a service of the user's own, such as one that a court or an employer names. */
export function StampServiceForm({ onAdd }: { onAdd: (service: StampService) => void }) {
  const t = useTranslate();
  const id = useId();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [isBad, setBad] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const url = serviceAddress(address);
    setBad(url === null);
    if (url === null) return;
    onAdd({ id: crypto.randomUUID(), name: name.trim() || new URL(url).hostname.slice(0, 60), url });
    setName('');
    setAddress('');
  };
  return (
    <details className={styles.add}>
      <summary>{t('stampSettings.add')}</summary>
      <form className={form.form} onSubmit={add} noValidate>
        <div className={form.field}>
          <label htmlFor={`${id}-name`}>{t('stampSettings.name')}</label>
          <input id={`${id}-name`} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </div>
        <div className={form.field}>
          <label htmlFor={`${id}-url`}>{t('stampSettings.address')}</label>
          <input
            id={`${id}-url`}
            type="url"
            inputMode="url"
            value={address}
            maxLength={300}
            aria-invalid={isBad}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setAddress(target.value)}
          />
          <p id={`${id}-hint`} role={isBad ? 'alert' : undefined} className={isBad ? form.problem : form.hint}>
            {t(isBad ? 'stampSettings.badAddress' : 'stampSettings.addressHint')}
          </p>
        </div>
        <div className={form.buttons}>
          <Button type="submit">{t('stampSettings.addNow')}</Button>
        </div>
      </form>
    </details>
  );
}
