import { useLiveQuery } from 'dexie-react-hooks';
import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import type { CaptureSaid } from '../../components/evidence/CaptureWords.tsx';
import { OwnFileViewer } from '../../components/evidence/OwnFileViewer.tsx';
import { checklistOf } from '../cases/checklist/checklist.ts';
import type { Capture, OwnFile } from '../evidence/types.ts';
import { describeCapture } from '../storage/captures.ts';
import { removeCapture } from './actions.ts';
import { db } from './database.ts';
import { useOwnFile } from './use-own-files.ts';
import { useCapturePictures } from './use-pictures.ts';
import { useSeal } from './use-seals.ts';

interface ViewerProps {
  capture: Capture;
  onClose: () => void;
  canDelete?: boolean;
}

/** A capture or a file of the user's in full, with what the store has of it. */
export function Viewer({ capture, onClose, canDelete = false }: ViewerProps) {
  const remove = canDelete && { onDelete: () => void removeCapture(capture.id).then(onClose) };
  if (capture.own) return <OwnFilePart capture={capture} own={capture.own} onClose={onClose} {...remove} />;
  return <Pages capture={capture} onClose={onClose} {...remove} />;
}

interface PartProps {
  capture: Capture;
  onClose: () => void;
  onDelete?: () => void;
}

function Pages({ capture, ...rest }: PartProps) {
  const pictures = useCapturePictures(capture);
  const describe = (said: CaptureSaid) => describeCapture(db, capture.id, said);
  return (
    <CaptureViewer capture={capture} pictures={pictures} seal={useSeal(capture)} onDescribe={describe} {...rest} />
  );
}

function OwnFilePart({ capture, own, ...rest }: PartProps & { own: OwnFile }) {
  const needs = useLiveQuery(async () => {
    const known = capture.caseId === null ? undefined : await db.cases.get(capture.caseId);
    return known ? checklistOf(known, [], capture.takenAt).items.map(({ need }) => need) : [];
  }, [capture.caseId]);
  return (
    <OwnFileViewer
      capture={capture}
      own={own}
      needs={needs ?? []}
      seal={useSeal(capture)}
      {...useOwnFile(capture)}
      {...rest}
    />
  );
}
