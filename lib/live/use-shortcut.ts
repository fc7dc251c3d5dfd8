import { useEffect, useState } from 'react';
import { captureShortcut } from '../platform/shortcut.ts';

/** The capture shortcut as the user has it; null while unknown, empty when there is none. */
export function useCaptureShortcut(): string | null {
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => void captureShortcut().then(setKeys), []);
  return keys;
}
