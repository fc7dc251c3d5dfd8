import { type KeyboardEvent, useState } from 'react';
import type { PixelBox } from '../../lib/evidence/covered.ts';
import type { EditAction, EditState } from '../../lib/redaction/edit.ts';
import type { Find } from '../../lib/redaction/find.ts';
import { PictureStage } from '../evidence/PictureStage.tsx';
import { StageBar } from '../evidence/StageBar.tsx';
import { useStage } from '../evidence/use-stage.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { CoverSheet, type EditorPicture } from './CoverSheet.tsx';
import { EditTools } from './EditTools.tsx';
import { FindList } from './FindList.tsx';
import styles from './RedactionEditor.module.css';
import { SaveCard, type SaveCardProps } from './SaveCard.tsx';
import { usePointing } from './use-pointing.ts';
import { useSaid } from './use-said.ts';
import { WordsForm } from './WordsForm.tsx';

export interface RedactionEditorProps extends Omit<SaveCardProps, 'wordCount' | 'boxCount'> {
  pictures: readonly EditorPicture[];
  /** What the rules found. */
  finds: readonly Find[];
  state: EditState;
  /** What will be covered, by the name of the picture. */
  covered: ReadonlyMap<string, readonly PixelBox[]>;
  onEdit: (action: EditAction) => void;
  onAddWords: (text: string) => boolean;
}

/** Covers personal data in one capture: what the rules found, words, and boxes drawn by hand. Nothing changes before it is saved. */
export function RedactionEditor({
  pictures,
  finds,
  state,
  covered,
  onEdit,
  onAddWords,
  ...saving
}: RedactionEditorProps) {
  const t = useTranslate();
  const stage = useStage();
  const [isPreview, setPreview] = useState(false);
  const { said, edit } = useSaid(state, onEdit);
  const { pointed, show } = usePointing(stage, pictures);
  const { draft, past, future, selected } = state;
  const all = [...draft.words, ...finds.filter(({ id }) => !draft.words.some((word) => word.id === id))];
  const act = (action: EditAction) => {
    edit(action);
    if (action.type === 'remove') stage.ref.current?.focus();
  };
  const addBox = () => {
    const picture = pictures[stage.index];
    if (picture) act({ type: 'add', box: middleOf(picture) });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for undo and redo.
    <div className={styles.editor} onKeyDown={(event) => undoByKey(event, act)}>
      <div className={styles.pictures}>
        <StageBar stage={stage} count={pictures.length}>
          <EditTools
            canUndo={past.length > 0}
            canRedo={future.length > 0}
            isPreview={isPreview}
            onAddBox={addBox}
            onEdit={act}
            onPreview={setPreview}
          />
        </StageBar>
        <PictureStage stage={stage} label={t('redaction.stage')}>
          {pictures.map((picture, index) => (
            <CoverSheet
              key={picture.name}
              picture={picture}
              number={index + 1}
              count={pictures.length}
              covered={covered.get(picture.name) ?? []}
              boxes={draft.boxes
                .map((box, place) => ({ box, number: place + 1 }))
                .filter(({ box }) => box.picture === picture.name)}
              selected={selected}
              pointed={pointed?.picture === picture.name ? pointed : null}
              isPreview={isPreview}
              onEdit={act}
            />
          ))}
        </PictureStage>
        <p className={styles.hint}>{t('redaction.howTo')}</p>
      </div>
      <div className={styles.side}>
        <Card
          title={t('redaction.finds')}
          aside={t('redaction.chosen', { chosen: chosenOf(all, draft.chosen), count: all.length })}
        >
          <FindList
            finds={all}
            chosen={draft.chosen}
            onToggle={(ids, chosen) => act({ type: 'toggle', ids, chosen })}
            onShow={show}
          />
          <WordsForm onAdd={onAddWords} />
        </Card>
        <SaveCard {...saving} wordCount={chosenOf(all, draft.chosen)} boxCount={draft.boxes.length} />
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function chosenOf(finds: readonly Find[], chosen: ReadonlySet<string>): number {
  return finds.filter(({ id }) => chosen.has(id)).length;
}

function middleOf({ name, width, height }: EditorPicture) {
  const [boxWidth, boxHeight] = [Math.round(width / 4), Math.round(Math.min(height, width) / 12)];
  const [left, top] = [Math.round((width - boxWidth) / 2), Math.round(Math.min(height - boxHeight, height / 3))];
  return { picture: name, left, top, width: boxWidth, height: boxHeight };
}

function undoByKey(event: KeyboardEvent, act: (action: EditAction) => void): void {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'text';
  if (isTyping || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === 'z') act({ type: event.shiftKey ? 'redo' : 'undo' });
  else if (key === 'y') act({ type: 'redo' });
  else return;
  event.preventDefault();
}
