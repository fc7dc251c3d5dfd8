import { useEffect, useState } from 'react';
import { activeTabId, watchActiveTab } from '../platform/tabs.ts';
import type { TabPage } from '../storage/rows.ts';
import { db } from './database.ts';
import { useQuery } from './use-query.ts';

/** The tab this popup or panel is about: the one in front of its window, or the one named by `?tabId=`. */
export function useTabId(): number | null {
  const [fixed] = useState(() => tabIdInAddress());
  const [tabId, setTabId] = useState<number | null>(fixed);
  useEffect(() => {
    if (fixed !== null) return undefined;
    const update = () => void activeTabId().then(setTabId);
    update();
    return watchActiveTab(update);
  }, [fixed]);
  return tabId;
}

function tabIdInAddress(): number | null {
  const text = new URLSearchParams(location.search).get('tabId') ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** What the tab shows; undefined while it is being looked up, null when nothing of ours is known about it. */
export function useTabPage(tabId: number | null): TabPage | null | undefined {
  const page = useQuery(tabId, async () => (tabId === null ? null : ((await db.tabs.get(tabId)) ?? null)));
  return tabId === null ? undefined : page;
}
