import type { ReactNode } from 'react';
import styles from './Chip.module.css';

/** A short word about state; never by colour alone, the word says it. */
export function Chip({
  tone = 'brand',
  children,
}: {
  tone?: 'brand' | 'warn' | 'danger' | 'line';
  children: ReactNode;
}) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}
