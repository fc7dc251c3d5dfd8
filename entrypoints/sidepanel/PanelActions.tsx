import { useState } from 'react';
import { type CaseAction, CaseMenu } from '../../components/case/CaseMenu.tsx';
import { RenameDialog } from '../../components/case/RenameDialog.tsx';
import type { Case } from '../../lib/cases/types.ts';
import { useCaseWriting } from '../../lib/live/use-case-changes.ts';

/** What the panel offers for a whole case; joining, dividing and deleting have their place in the case's own page. */
export function PanelActions({ known }: { known: Case }) {
  const [isRenaming, setRenaming] = useState(false);
  const { onRename, onClose, onReopen } = useCaseWriting(known);
  const choose = (action: CaseAction) => {
    if (action === 'rename') setRenaming(true);
    else void (action === 'close' ? onClose() : onReopen());
  };
  return (
    <>
      <CaseMenu actions={['rename', known.closedAt === null ? 'close' : 'reopen']} onChoose={choose} />
      {isRenaming && (
        <RenameDialog
          known={known}
          onRename={(name) => void onRename(name).then(() => setRenaming(false))}
          onClose={() => setRenaming(false)}
        />
      )}
    </>
  );
}
