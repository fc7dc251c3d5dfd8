import { useEffect, useState } from 'react';
import type { Capture, OwnFile } from '../evidence/types.ts';
import { reportUnexpected } from '../platform/report.ts';
import { saveFile } from '../platform/save-file.ts';
import { softwareInUse } from '../platform/software.ts';
import { requireSpace } from '../platform/storage-space.ts';
import { recordOwnFile } from '../recorder/own-file.ts';
import { AppError, errorCodeOf } from '../shared/errors.ts';
import { describeOwnFile } from '../storage/own-files.ts';
import { keepCase } from './actions.ts';
import { db } from './database.ts';
import { beginFiles, dismissFile, updateFile, useFileNews } from './file-news.ts';
import type { ShownCase } from './use-case.ts';

/** Adds files to a case, one after the other; an order that is not kept yet is kept with the first. */
export function useOwnFiles({ known, stored }: ShownCase, tabId: number | null) {
  const files = useFileNews(known.id);
  const caseIdOf = async () => (stored ? known.id : tabId === null ? null : await keepCase(tabId));
  const add = async (given: readonly File[], proves: string | null) => {
    const added = given.map((file) => ({ file, id: crypto.randomUUID() }));
    beginFiles(
      added.map(({ file, id }) => ({
        id,
        caseId: known.id,
        name: file.name,
        bytes: file.size,
        done: 0,
        state: 'adding' as const,
      })),
    );
    for (const { file, id } of added) updateFile(id, { state: await keepFile(id, file, proves, caseIdOf) });
  };
  return {
    files,
    onAdd: (given: readonly File[], proves: string | null) => void add(given, proves),
    onSeen: dismissFile,
  };
}

async function keepFile(id: string, file: File, proves: string | null, caseIdOf: () => Promise<string | null>) {
  try {
    const caseId = await caseIdOf();
    if (caseId === null) throw new AppError('capture.pageGone');
    updateFile(id, { caseId });
    await requireSpace(file.size);
    const { name, version } = softwareInUse();
    const onProgress = (done: number) => updateFile(id, { done });
    await recordOwnFile(caseId, file, proves, { db, now: Date.now, tool: { name, version }, onProgress });
    return 'added';
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'unexpected') reportUnexpected(error);
    return code;
  }
}

/** The user's own file of a capture: an address to show it by, how to hand it back, and how to say what it proves. */
export function useOwnFile(capture: Capture) {
  const artifact = capture.artifacts.find(({ role }) => role === 'own');
  const blobId = artifact?.id;
  const [shown, setShown] = useState<{ address: string; blob: Blob } | null>(null);
  useEffect(() => {
    let address = '';
    let current = true;
    const load = async () => {
      const stored = blobId === undefined ? undefined : await db.blobs.get(blobId);
      if (!stored || !current) return;
      address = URL.createObjectURL(stored.blob);
      setShown({ address, blob: stored.blob });
    };
    void load();
    return () => {
      current = false;
      URL.revokeObjectURL(address);
    };
  }, [blobId]);
  return {
    address: shown?.address ?? null,
    onSave: () => shown && saveFile(shown.blob, capture.own?.name ?? capture.title),
    onDescribe: (said: Pick<OwnFile, 'proves' | 'description'>) => describeOwnFile(db, capture.id, said),
  };
}
