import { useState } from 'react';
import { type CaseAction, CaseMenu } from '../../components/case/CaseMenu.tsx';
import { DeleteDialog } from '../../components/case/DeleteDialog.tsx';
import { MergeDialog } from '../../components/case/MergeDialog.tsx';
import { RenameDialog } from '../../components/case/RenameDialog.tsx';
import { SplitDialog } from '../../components/case/SplitDialog.tsx';
import { joinedParts } from '../../lib/cases/history.ts';
import type { Case, Visit } from '../../lib/cases/types.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { useActs, useCaseMoves, useCaseWriting, useMergeChoice } from '../../lib/live/use-case-changes.ts';
import type { Instant } from '../../lib/shared/time.ts';

interface CaseActionsProps {
  known: Case;
  visits: readonly Visit[];
  captures: readonly Capture[];
  now: Instant;
}

/** The menu of a case and the questions behind it. */
export function CaseActions({ known, visits, captures, now }: CaseActionsProps) {
  const [asked, setAsked] = useState<CaseAction | null>(null);
  const writing = useCaseWriting(known);
  const done = (caseId: string | null) => {
    setAsked(null);
    location.hash = caseId === null ? '#list' : `#case=${caseId}`;
  };
  const { reset, ...moves } = useCaseMoves(known, done);
  const close = () => {
    reset();
    setAsked(null);
  };
  const choose = (action: CaseAction) => {
    if (action === 'close') void writing.onClose();
    else if (action === 'reopen') void writing.onReopen();
    else setAsked(action);
  };
  const shared = { known, onClose: close };
  return (
    <>
      <CaseMenu
        actions={['rename', known.closedAt === null ? 'close' : 'reopen', 'merge', 'split', 'delete']}
        onChoose={choose}
      />
      {asked === 'rename' && (
        <RenameDialog {...shared} onRename={(name) => void writing.onRename(name).then(() => setAsked(null))} />
      )}
      {asked === 'merge' && (
        <Merge here={{ known, visits, captures }} failed={moves.failed} onMerge={moves.onMerge} onClose={close} />
      )}
      {asked === 'split' && <Split {...shared} {...moves} visits={visits} captures={captures} now={now} />}
      {asked === 'delete' && (
        <DeleteDialog {...shared} {...moves} visitCount={visits.length} captureCount={captures.length} />
      )}
    </>
  );
}

type MergeProps = Pick<Parameters<typeof MergeDialog>[0], 'here' | 'failed' | 'onMerge' | 'onClose'>;

function Merge(props: MergeProps) {
  const { choose, ...choice } = useMergeChoice(props.here.known);
  return <MergeDialog {...props} {...choice} onChoose={choose} />;
}

function Split(props: Omit<Parameters<typeof SplitDialog>[0], 'joined'>) {
  return <SplitDialog {...props} joined={joinedParts(useActs(props.known.id))} />;
}
