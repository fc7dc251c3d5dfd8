import { type Jurisdiction, jurisdictionText } from '../../lib/cases/ways/jurisdiction.ts';
import { useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './WhereToFile.module.css';

/** Which authority a complaint or report can go to, from the shop's published address, and words for the form. */
export function WhereToFile({ jurisdiction }: { jurisdiction: Jurisdiction }) {
  const t = useTranslate();
  const local = useLocalText();
  const { address, seat } = jurisdiction;
  const text = jurisdictionText(jurisdiction);
  return (
    <Card title={t('where.title')}>
      <div className={styles.body}>
        {address && <p>{t('where.published', { address })}</p>}
        <p>
          <Place jurisdiction={jurisdiction} />
        </p>
        <p>{seat ? t('where.seat', { seat: local(seat) }) : t('where.noSeat')}</p>
        {seat && <p className={styles.muted}>{t('where.seatUnsure')}</p>}
        <p className={styles.muted}>{t('where.first')}</p>
        <p className={styles.muted}>{t('where.report')}</p>
        {text && (
          <div className={styles.text}>
            <p lang="zh-CN">{text}</p>
            <CopyButton text={text} label={t('where.copy')} />
          </div>
        )}
      </div>
    </Card>
  );
}

function Place({ jurisdiction: { gap, place, region } }: { jurisdiction: Jurisdiction }) {
  const t = useTranslate();
  switch (gap) {
    case 'noLicence':
    case 'noAddress':
      return t(`where.${gap}`);
    case 'zone':
      return t('where.zone', { zone: region?.zone ?? '' });
    case 'noCounty':
      return place ? t('where.noCounty', { place }) : t('where.unknownPlace');
    default:
      return <strong>{t('where.county', { place: place ?? '' })}</strong>;
  }
}
