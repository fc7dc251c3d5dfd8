import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import type { CaptureSaid } from '../../components/evidence/CaptureWords.tsx';
import { OwnFileViewer } from '../../components/evidence/OwnFileViewer.tsx';
import { checklistOf } from '../cases/checklist/checklist.ts';
import { shownArtifacts } from '../evidence/redaction.ts';
import type { Capture, OwnFile } from '../evidence/types.ts';
import { openExtensionPage } from '../platform/tabs.ts';
import { describeCapture } from '../storage/captures.ts';
import { binCapture } from './bin.ts';
import { db } from './database.ts';
import { useOwnFile } from './use-own-files.ts';
import { useBlobAddresses, useCapturePictures } from './use-pictures.ts';
import { useSeal } from './use-seals.ts';

interface ViewerProps {
  capture: Capture;
  onClose: () => void;
  canDelete?: boolean;
}

/** A capture or a file of the user's in full, with what the store has of it. */
export function Viewer({ capture, onClose, canDelete = false }: ViewerProps) {
  const remove = canDelete && { onDelete: () => void binCapture(capture.id).then(onClose) };
  if (capture.own) return <OwnFilePart capture={capture} own={capture.own} onClose={onClose} {...remove} />;
  return <Pages capture={capture} onClose={onClose} {...remove} />;
}

interface PartProps {
  capture: Capture;
  onClose: () => void;
  onDelete?: () => void;
}

function Pages({ capture, ...rest }: PartProps) {
  const redaction = useRedactionLine(capture);
  const pictures = useCapturePictures(capture, redaction.showsOriginal);
  const describe = (said: CaptureSaid) => describeCapture(db, capture.id, said);
  return (
    <CaptureViewer
      capture={capture}
      pictures={pictures}
      seal={useSeal(capture)}
      redaction={redaction}
      onDescribe={describe}
      {...rest}
    />
  );
}

/** What is covered in a capture, and the editor for it: in the page of all cases, which has room. */
function useRedactionLine({ id, redaction }: Capture) {
  const [showsOriginal, onShowOriginal] = useState(false);
  const onEdit = () => {
    const hash = `#redact=${id}`;
    if (location.pathname === '/cases.html') location.hash = hash;
    else void openExtensionPage('/cases.html', hash);
  };
  return { coveredAt: redaction?.at ?? null, showsOriginal, onShowOriginal, onEdit };
}

function OwnFilePart({ capture, own, ...rest }: PartProps & { own: OwnFile }) {
  const needs = useLiveQuery(async () => {
    const known = capture.caseId === null ? undefined : await db.cases.get(capture.caseId);
    return known ? checklistOf(known, [], capture.takenAt).items.map(({ need }) => need) : [];
  }, [capture.caseId]);
  const redaction = useRedactionLine(capture);
  const isCovered = capture.redaction !== null && !redaction.showsOriginal;
  const copy = isCovered ? shownArtifacts(capture).find(({ role }) => role === 'own') : undefined;
  const addresses = useBlobAddresses(copy ? [copy.id] : []);
  const file = useOwnFile(capture);
  return (
    <OwnFileViewer
      capture={capture}
      own={own}
      needs={needs ?? []}
      seal={useSeal(capture)}
      coveredAddress={addresses.get(copy?.id ?? '') ?? null}
      redaction={redaction}
      {...file}
      {...rest}
    />
  );
}
