import type { CaptureGap } from '../../lib/evidence/types.ts';
import { useTranslate } from '../translate.tsx';

/** What is known not to be in a capture. */
export function GapList({ gaps }: { gaps: readonly CaptureGap[] }) {
  const t = useTranslate();
  return (
    <>
      {t('gap.title')}
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{t(`gap.${gap}`)}</li>
        ))}
      </ul>
    </>
  );
}
