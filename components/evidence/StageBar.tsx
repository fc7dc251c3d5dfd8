import { ChevronDown, ChevronUp, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './PictureStage.module.css';
import type { Stage } from './use-stage.ts';

interface StageBarProps {
  stage: Stage;
  /** How many pictures there are. */
  count: number;
  /** More buttons. */
  children?: ReactNode;
}

/** How large the pictures of a stage are, and which one is in front. */
export function StageBar({ stage: { zoom, setZoom, zoomBy, index, goTo }, count, children }: StageBarProps) {
  const t = useTranslate();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('pictureStage.bar')}>
      <Button
        kind="quiet"
        icon={<ZoomOut aria-hidden="true" />}
        onClick={() => zoomBy(-1)}
        aria-label={t('pictureStage.out')}
      />
      <Button
        kind="quiet"
        icon={<ZoomIn aria-hidden="true" />}
        onClick={() => zoomBy(1)}
        aria-label={t('pictureStage.in')}
      />
      <Button kind="quiet" aria-pressed={zoom === 'fit'} onClick={() => setZoom('fit')}>
        {t('pictureStage.fit')}
      </Button>
      <Button kind="quiet" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
        {t('pictureStage.percent', { percent: 100 })}
      </Button>
      <Button kind="quiet" aria-pressed={zoom === 2} onClick={() => setZoom(2)}>
        {t('pictureStage.percent', { percent: 200 })}
      </Button>
      {count > 1 && (
        <>
          <Button
            kind="quiet"
            icon={<ChevronUp aria-hidden="true" />}
            disabled={index === 0}
            onClick={() => goTo(index - 1)}
            aria-label={t('pictureStage.previous')}
          />
          <span className={styles.position} role="status">
            {t('pictureStage.position', { index: index + 1, count })}
          </span>
          <Button
            kind="quiet"
            icon={<ChevronDown aria-hidden="true" />}
            disabled={index === count - 1}
            onClick={() => goTo(index + 1)}
            aria-label={t('pictureStage.next')}
          />
        </>
      )}
      {children}
    </div>
  );
}
