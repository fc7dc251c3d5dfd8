import { useId, useState } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import form from '../ui/Form.module.css';

/** Words that no rule can know, such as one's own name; `onAdd` says whether they stand anywhere in the capture. */
export function WordsForm({ onAdd }: { onAdd: (text: string) => boolean }) {
  const t = useTranslate();
  const id = useId();
  const [text, setText] = useState('');
  const [isNowhere, setNowhere] = useState(false);
  const add = () => {
    const wasFound = onAdd(text.trim());
    setNowhere(!wasFound);
    if (wasFound) setText('');
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={form.field}>
        <label htmlFor={id}>{t('redaction.words')}</label>
        <input
          id={id}
          value={text}
          maxLength={100}
          autoComplete="off"
          aria-describedby={`${id}hint`}
          aria-invalid={isNowhere}
          onChange={({ target }) => {
            setText(target.value);
            setNowhere(false);
          }}
        />
        <p id={`${id}hint`} className={isNowhere ? form.problem : form.hint} role={isNowhere ? 'alert' : undefined}>
          {t(isNowhere ? 'redaction.wordsNowhere' : 'redaction.wordsHint')}
        </p>
      </div>
      <p className={form.buttons}>
        <Button type="submit" disabled={text.trim().length < 2}>
          {t('redaction.addWords')}
        </Button>
      </p>
    </form>
  );
}
