import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

interface CardProps {
  title?: string;
  /** Small text at the right of the title. */
  aside?: ReactNode;
  tone?: 'plain' | 'yours' | 'urgent';
  children: ReactNode;
}

/** A section with an optional heading; the tone marks whose turn it is. */
export function Card({ title, aside, tone = 'plain', children }: CardProps) {
  const id = useId();
  return (
    <section
      className={`${styles.card} ${tone === 'plain' ? '' : styles[tone]}`}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {aside && <span className={styles.aside}>{aside}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
