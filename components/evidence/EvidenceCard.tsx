import type { ReactNode } from 'react';
import { checklistOf, countDone } from '../../lib/cases/checklist/checklist.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Checklist, type ChecklistActions } from './Checklist.tsx';
import { DisputeChoice } from './DisputeChoice.tsx';
import styles from './EvidenceCard.module.css';
import { EvidenceLimit } from './EvidenceLimit.tsx';
import { FileDrop } from './FileDrop.tsx';
import { type FileNews, FileNotices } from './FileNotices.tsx';

interface EvidenceCardProps extends Omit<ChecklistActions, 'onAddFor'> {
  known: Case;
  captures: readonly Capture[];
  now: Instant;
  /** Files on their way into the store, and what became of them. */
  files: readonly FileNews[];
  onChoose: (change: Partial<Pick<Case, 'disputeType' | 'goodsKind'>>) => void;
  /** Adds files; `proves` is the item they are for, null when the user has not said. */
  onAdd: (files: readonly File[], proves: string | null) => void;
  onSeen: (fileId: string) => void;
  /** The button that captures the page. */
  children?: ReactNode;
}

/** The evidence of a case: what the dispute is about, until when, what is there and what is missing, and files of one's own. */
export function EvidenceCard({
  known,
  captures,
  now,
  files,
  onChoose,
  onAdd,
  onSeen,
  children,
  ...actions
}: EvidenceCardProps) {
  const t = useTranslate();
  const checklist = checklistOf(known, captures, now);
  const count = t('checklist.count', { done: countDone(checklist), total: checklist.items.length });
  return (
    <Card title={t('checklist.title')} aside={count}>
      {children}
      <DisputeChoice known={known} checklist={checklist} onChoose={onChoose} />
      {checklist.limit && <EvidenceLimit known={known} found={checklist.limit} now={now} />}
      <Checklist items={checklist.items} now={now} onAddFor={(need, added) => onAdd(added, need)} {...actions} />
      <div className={styles.files}>
        <FileNotices files={files} onSeen={onSeen} />
        <FileDrop onAdd={(added) => onAdd(added, null)} />
      </div>
    </Card>
  );
}
