import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { type EntryUse, entryUses } from '../../lib/cases/entries/entries.ts';
import { timeOfEntry } from '../../lib/cases/entries/entry-time.ts';
import type { Case, CaseEntry } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import { type Instant, parseIso } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './EntriesCard.module.css';
import { EntryForm } from './EntryForm.tsx';
import { channelWords, entryWords } from './entry-words.ts';
import { useLocalText } from './local-text.ts';

interface EntriesCardProps {
  known: Case;
  now: Instant;
  onKeep: (entry: CaseEntry) => Promise<void>;
  onRemove: (entry: CaseEntry) => void;
}

/** What the user has noted, oldest first, with what became of it, and the form for more. */
export function EntriesCard({ known, now, onKeep, onRemove }: EntriesCardProps) {
  const t = useTranslate();
  const [editing, setEditing] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const uses = entryUses(known, now);
  const entries = [...known.entries].sort((a, b) => timeOfEntry(a).localeCompare(timeOfEntry(b)));
  const open = () => {
    setRemoved(false);
    setEditing(NEW);
  };
  const close = () => {
    setEditing(null);
    requestAnimationFrame(() => add.current?.focus());
  };
  const form = (entry: CaseEntry | null) => (
    <EntryForm known={known} entry={entry} now={now} onKeep={onKeep} onClose={close} />
  );
  const remove = (entry: CaseEntry) => {
    setRemoved(true);
    onRemove(entry);
    add.current?.focus();
  };
  return (
    <Card title={t('entry.title')}>
      <p className={styles.hint}>{t('entry.hint')}</p>
      {entries.length > 0 && (
        <ol className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {editing === entry.id ? (
                form(entry)
              ) : (
                <EntryRow
                  entry={entry}
                  use={uses.get(entry.id) ?? 'counts'}
                  now={now}
                  onEdit={() => setEditing(entry.id)}
                  onRemove={() => remove(entry)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <p role="status" className={styles.hint}>
        {removed && t('entry.removed')}
      </p>
      {editing === NEW ? (
        form(null)
      ) : (
        <Button ref={add} icon={<Plus aria-hidden="true" />} onClick={open}>
          {t('entry.add')}
        </Button>
      )}
    </Card>
  );
}

const NEW = 'new';

interface EntryRowProps {
  entry: CaseEntry;
  use: EntryUse;
  now: Instant;
  onEdit: () => void;
  onRemove: () => void;
}

function EntryRow({ entry, use, now, onEdit, onRemove }: EntryRowProps) {
  const t = useTranslate();
  const local = useLocalText();
  const what = entryWords(t, entry);
  const details = [channelWords(local, entry), entry.note].filter(Boolean).join(' · ');
  return (
    <div className={styles.row}>
      <span className={styles.time}>{formatShort(parseIso(timeOfEntry(entry)) ?? entry.enteredAt, now)}</span>
      <span className={styles.words}>
        {what}
        {details && <span className={styles.details}>{details}</span>}
        {use !== 'counts' && <span className={styles.use}>{t(`entry.use.${use}`)}</span>}
      </span>
      <span>
        {entry.event && (
          <Button
            kind="quiet"
            icon={<Pencil aria-hidden="true" />}
            onClick={onEdit}
            aria-label={t('entry.edit', { what })}
            title={t('entry.edit', { what })}
          />
        )}
        <Button
          kind="quiet"
          icon={<Trash2 aria-hidden="true" />}
          onClick={onRemove}
          aria-label={t('entry.remove', { what })}
          title={t('entry.remove', { what })}
        />
      </span>
    </div>
  );
}
