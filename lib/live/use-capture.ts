import { useState } from 'react';
import type { ChatPlan } from '../evidence/chat/types.ts';
import { startCapture } from './actions.ts';

/** A capture button: `blocked` when the browser wants a gesture that this page cannot make. */
export function useCaptureButton(tabId: number | null, plan?: ChatPlan): { capture: () => void; blocked: boolean } {
  const [blocked, setBlocked] = useState(false);
  const capture = () => {
    if (tabId !== null) void startCapture(tabId, plan).then((started) => setBlocked(!started));
  };
  return { capture, blocked };
}
