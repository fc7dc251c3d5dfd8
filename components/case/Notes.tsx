import type { Note } from '../../lib/stages/index.ts';
import { Card } from '../ui/Card.tsx';
import { useLocalSentence } from './local-text.ts';
import styles from './Notes.module.css';

/** A short list of sentences: next steps, or things to mind. Nothing when there are none. */
export function Notes({ title, notes }: { title: string; notes: readonly Note[] }) {
  const local = useLocalSentence();
  if (notes.length === 0) return null;
  return (
    <Card title={title}>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={`${note.id} ${note.text.zh}`}>{local(note.text)}</li>
        ))}
      </ul>
    </Card>
  );
}
