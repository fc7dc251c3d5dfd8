import type { CaptureSettings } from '../../lib/storage/settings.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Toggle } from '../ui/Toggle.tsx';

interface CaptureSectionProps {
  settings: CaptureSettings;
  onChange: (change: Partial<CaptureSettings>) => void;
}

/** How captures are made. */
export function CaptureSection({ settings, onChange }: CaptureSectionProps) {
  const t = useTranslate();
  return (
    <Card title={t('captureSettings.title')}>
      <Toggle
        label={t('captureSettings.serverTime')}
        why={t('captureSettings.serverTimeWhy')}
        checked={settings.serverTime}
        onChange={(serverTime) => onChange({ serverTime })}
      />
    </Card>
  );
}
