import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { Capture } from '../evidence/types.ts';
import { deleteCapture, deletedCaptures, eraseCapture, restoreCapture } from '../storage/bin.ts';
import { db } from './database.ts';

/** What was deleted last in this page and can be undone at once; outlives the view it was deleted in. */
let undoable: string | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setUndoable(captureId: string | null): void {
  undoable = captureId;
  for (const listener of listeners) listener();
}

/** Puts a capture into the bin and offers to undo it. */
export async function binCapture(captureId: string): Promise<void> {
  await deleteCapture(db, captureId, Date.now());
  setUndoable(captureId);
}

/** The capture that was deleted last, until it was taken back or the user has read it. */
export function useUndo(): { captureId: string | null; onUndo: () => void; onSeen: () => void } {
  const captureId = useSyncExternalStore(subscribe, () => undoable);
  return {
    captureId,
    onUndo: () => void (captureId !== null && takeBack(captureId)),
    onSeen: () => setUndoable(null),
  };
}

async function takeBack(captureId: string): Promise<void> {
  await restoreCapture(db, captureId, Date.now());
  setUndoable(null);
}

/** What is in the bin, and what can be done with it; undefined while it is looked up. */
export function useBin() {
  const captures: Capture[] | undefined = useLiveQuery(() => deletedCaptures(db), []);
  return {
    captures,
    onRestore: (captureId: string) => void restoreCapture(db, captureId, Date.now()),
    onErase: (captureIds: readonly string[]) => void eraseAll(captureIds),
  };
}

async function eraseAll(captureIds: readonly string[]): Promise<void> {
  for (const captureId of captureIds) await eraseCapture(db, captureId, Date.now());
}
