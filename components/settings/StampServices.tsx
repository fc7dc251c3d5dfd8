import { isPlain, LISTED_SERVICES } from '../../lib/stamps/services.ts';
import type { StampSettings } from '../../lib/stamps/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './StampSection.module.css';

interface StampServicesProps {
  settings: StampSettings;
  /** No more can be chosen. */
  isFull: boolean;
  onChoose: (chosen: string[]) => void;
  onRemove: (id: string) => void;
}

/** The services to choose from, each with what is known of it and how well. */
export function StampServices({ settings: { chosen, own }, isFull, onChoose, onRemove }: StampServicesProps) {
  const t = useTranslate();
  const box = (id: string, name: string) => (
    <label>
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        disabled={isFull && !chosen.includes(id)}
        onChange={({ target }) => onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
      {name}
    </label>
  );
  return (
    <fieldset className={styles.services}>
      <legend>{t('stampSettings.services')}</legend>
      <p className={styles.muted}>{t('stampSettings.servicesWhy')}</p>
      {LISTED_SERVICES.map(({ id, name, url, confidence, source, checkedOn }) => (
        <div key={id} className={styles.service}>
          <span>
            {box(id, name)} {isPlain({ url }) && <Chip tone="warn">{t('stampSettings.plain')}</Chip>}
          </span>
          <p className={styles.about}>
            {url}
            <br />
            {t(`stampService.${id}`)}{' '}
            {t('stampSettings.source', { source, date: checkedOn, how: t(`ways.confidence.${confidence}`) })}
          </p>
        </div>
      ))}
      {own.map(({ id, name, url }) => (
        <div key={id} className={styles.service}>
          {box(id, name)}
          <p className={styles.about}>
            {url}
            <br />
            {t('stampSettings.ownNote')}{' '}
            <Button kind="quiet" onClick={() => onRemove(id)}>
              {t('stampSettings.remove', { name })}
            </Button>
          </p>
        </div>
      ))}
    </fieldset>
  );
}
