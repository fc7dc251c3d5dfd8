import type { ReactNode } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import { useTranslate } from '../translate.tsx';
import { Chip } from '../ui/Chip.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './CaseHeader.module.css';
import { useCaseWords } from './words.ts';

/** What the case is about: item, shop, side, amount, the numbers one has to quote, and what can be done with it. */
export function CaseHeader({ known, actions }: { known: Case; actions?: ReactNode }) {
  const t = useTranslate();
  const words = useCaseWords(known);
  const { orderNo, refundNo, complaintNo } = known.facts;
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <h1 className={styles.title} title={words.title}>
          {words.title}
        </h1>
        {words.amount && <Chip>{words.amount}</Chip>}
      </div>
      <div className={styles.row}>
        <p className={styles.subject}>
          {known.closedAt !== null && <Chip tone="line">{t('caseMenu.closed')}</Chip>} {words.subject}
        </p>
        {actions}
      </div>
      <div className={styles.numbers}>
        {orderNo && <CaseNumber label={t('case.order')} number={orderNo} />}
        {refundNo && <CaseNumber label={t('case.refund')} number={refundNo} />}
        {complaintNo && <CaseNumber label={t('case.complaint')} number={complaintNo} />}
      </div>
    </header>
  );
}

function CaseNumber({ label, number }: { label: string; number: string }) {
  return (
    <span className={styles.number}>
      {label} <span title={number}>{`${number.slice(0, 4)}…${number.slice(-4)}`}</span>
      <CopyButton text={number} label={label} />
    </span>
  );
}
