import { useSyncExternalStore } from 'react';
import type { FileNews } from '../../components/evidence/FileNotices.tsx';

/** A file on its way into a case. */
interface CaseFile extends FileNews {
  caseId: string;
}

/** Outlives the views of a page: hashing goes on while another case is looked at, and while an order becomes a case. */
let files: readonly CaseFile[] = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setFiles(next: readonly CaseFile[]): void {
  files = next;
  for (const listener of listeners) listener();
}

/** The files of a case that are being added, and how those ended that the user has not put away. */
export function useFileNews(caseId: string): readonly FileNews[] {
  return useSyncExternalStore(subscribe, () => files).filter((file) => file.caseId === caseId);
}

/** Begins with some files; what was added before needs no more words. */
export function beginFiles(begun: readonly CaseFile[]): void {
  setFiles([...files.filter(({ state }) => state !== 'added'), ...begun]);
}

/** Notes how far a file is, how it ended, or which case it went into. */
export function updateFile(id: string, news: Partial<CaseFile>): void {
  setFiles(files.map((file) => (file.id === id ? { ...file, ...news } : file)));
}

/** The user has read how it ended. */
export function dismissFile(id: string): void {
  setFiles(files.filter((file) => file.id !== id));
}
