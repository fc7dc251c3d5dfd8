import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Capture } from '../evidence/types.ts';
import { reportUnexpected } from '../platform/report.ts';
import { softwareInUse } from '../platform/software.ts';
import { type RedactionMaterial, redactionMaterial } from '../recorder/redaction/material.ts';
import { redactCapture } from '../recorder/redaction/redact.ts';
import { beginEdit, edit } from '../redaction/edit.ts';
import { type Find, findAll, findWords } from '../redaction/find.ts';
import { spreadBoxes } from '../redaction/spread.ts';
import { type ErrorCode, errorCodeOf } from '../shared/errors.ts';
import { removeRedaction } from '../storage/redactions.ts';
import { db } from './database.ts';
import { useBlobAddresses } from './use-pictures.ts';
import { useQuery } from './use-query.ts';

/** A capture that can be covered, with everything the editor needs of it. */
export interface Redactable {
  capture: Capture;
  material: RedactionMaterial;
  finds: Find[];
}

/** Reads a capture for the editor; null when it is gone, undefined while it is read. Throws while rendering what cannot be read. */
export function useRedactable(captureId: string): Redactable | null | undefined {
  const capture = useQuery(captureId, async () => (await db.captures.get(captureId)) ?? null);
  const [read, setRead] = useState<Redactable | { error: unknown } | null>(null);
  useEffect(() => {
    if (!capture) return;
    let current = true;
    redactionMaterial(db, capture).then(
      (material) => current && setRead({ capture, material, finds: findAll(material.sources, material.known) }),
      (error: unknown) => current && setRead({ error }),
    );
    return () => {
      current = false;
    };
  }, [capture]);
  if (read && 'error' in read) throw read.error;
  return capture === null ? null : (read ?? undefined);
}

/** The editor's state over one capture, and how it is saved. */
export function useRedaction({ capture, material, finds }: Redactable, onDone: () => void) {
  const [state, onEdit] = useReducer(edit, null, () => firstState(capture, material, finds));
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const addresses = useBlobAddresses(material.pictures.map(({ artifact }) => artifact.id));
  const pictures = material.pictures.map(({ name, width, height, artifact }) => {
    return { name, width, height, address: addresses.get(artifact.id) ?? null };
  });
  const { draft } = state;
  const chosen = useMemo(() => chosenFinds(finds, draft.words, draft.chosen), [finds, draft.words, draft.chosen]);
  const covered = useMemo(() => {
    return spreadBoxes([...chosen.flatMap(({ boxes }) => boxes), ...draft.boxes], material.pictures);
  }, [chosen, draft.boxes, material.pictures]);
  const run = (work: () => Promise<void>) => {
    setSaving(true);
    setFailure(null);
    work().then(onDone, (error: unknown) => {
      const code = errorCodeOf(error);
      if (code === 'unexpected') reportUnexpected(error);
      setFailure(code);
      setSaving(false);
    });
  };
  const save = () => {
    const { name, version } = softwareInUse();
    const boxes = draft.boxes.map(({ id: _, ...box }) => box);
    run(() =>
      redactCapture(capture, material, { finds: chosen, boxes }, { db, now: Date.now, tool: { name, version } }),
    );
  };
  const addWords = (text: string) => {
    const find = findWords(text, material.sources);
    if (find) onEdit({ type: 'addWords', find });
    return find !== null;
  };
  return {
    pictures,
    finds,
    state,
    covered,
    isSaving,
    failure,
    lacksPositions: material.sources.boxes === null,
    hasPageCopy: capture.artifacts.some(({ role }) => role === 'pageCopy'),
    onEdit,
    onAddWords: addWords,
    onSave: save,
    onCancel: onDone,
    ...(capture.redaction && { onRemove: () => run(() => removeRedaction(db, capture.id, Date.now())) }),
  };
}

/** As it was left, or with everything that is probably personal chosen. */
function firstState({ redaction }: Capture, { sources }: RedactionMaterial, finds: readonly Find[]) {
  if (!redaction)
    return beginEdit(
      finds.filter(({ confidence }) => confidence !== 'low').map(({ id }) => id),
      [],
      [],
    );
  const before = redaction.words.flatMap(({ rule, text }) => {
    const find = findWords(text, sources);
    return find ? [{ ...find, rule }] : [];
  });
  const words = before.filter(({ id }) => !finds.some((find) => find.id === id));
  return beginEdit(
    before.map(({ id }) => id),
    words,
    redaction.boxes,
  );
}

function chosenFinds(finds: readonly Find[], words: readonly Find[], chosen: ReadonlySet<string>): Find[] {
  const typed = new Set(words.map(({ id }) => id));
  return [...words, ...finds.filter(({ id }) => !typed.has(id))].filter(({ id }) => chosen.has(id));
}
