import styles from './ProgressBar.module.css';

/** A bar for work whose length is known, a moving stripe for work whose length is not. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const known = total > 0;
  return (
    <progress className={styles.bar} aria-label={label} {...(known && { value: Math.min(done, total), max: total })} />
  );
}
