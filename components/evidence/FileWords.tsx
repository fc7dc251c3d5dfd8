import { type FormEvent, useId, useState } from 'react';
import type { OwnFile } from '../../lib/evidence/types.ts';
import { NEEDS, type NeedId } from '../../lib/stages/rules/evidence/index.ts';
import { useLocalSentence } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './OwnFileViewer.module.css';

interface FileWordsProps {
  own: OwnFile;
  needs: readonly NeedId[];
  onDescribe: (said: Pick<OwnFile, 'proves' | 'description'>) => Promise<void>;
}

const MAX_WORDS = 500;

/** What a file proves: the item of the checklist, and the user's own words. They stand in the catalogue of the bundle. */
export function FileWords({ own, needs, onDescribe }: FileWordsProps) {
  const t = useTranslate();
  const sentence = useLocalSentence();
  const id = useId();
  const [proves, setProves] = useState(own.proves ?? '');
  const [description, setDescription] = useState(own.description);
  const [saved, setSaved] = useState(false);
  const offered = [...new Set([...needs, ...(isNeed(own.proves) ? [own.proves] : [])])];
  const save = (event: FormEvent) => {
    event.preventDefault();
    void onDescribe({ proves: proves || null, description: description.trim() }).then(() => setSaved(true));
  };
  return (
    <form className={styles.words} onSubmit={save} onChange={() => setSaved(false)}>
      <label htmlFor={`${id}proves`}>{t('ownFile.proves')}</label>
      <select id={`${id}proves`} value={proves} onChange={(event) => setProves(event.target.value)}>
        <option value="">{t('ownFile.notSaid')}</option>
        {offered.map((need) => (
          <option key={need} value={need}>
            {sentence(NEEDS[need].what)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}words`}>{t('ownFile.description')}</label>
      <textarea
        id={`${id}words`}
        rows={2}
        maxLength={MAX_WORDS}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <div className={styles.said}>
        <Button type="submit">{t('ownFile.keepWords')}</Button>
        <span role="status">{saved && t('ownFile.wordsKept')}</span>
      </div>
    </form>
  );
}

function isNeed(need: string | null): need is NeedId {
  return need !== null && Object.hasOwn(NEEDS, need);
}
