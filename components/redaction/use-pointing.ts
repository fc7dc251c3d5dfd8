import { useState } from 'react';
import type { Find, FoundBox } from '../../lib/redaction/find.ts';
import type { Stage } from '../evidence/use-stage.ts';
import type { EditorPicture } from './CoverSheet.tsx';

/** Points out where a find stands, its next place each time it is asked for. */
export function usePointing({ goTo }: Stage, pictures: readonly EditorPicture[]) {
  const [last, setLast] = useState<{ id: string; place: number; box: FoundBox } | null>(null);
  const show = ({ id, boxes }: Find) => {
    const place = last?.id === id ? (last.place + 1) % boxes.length : 0;
    const box = boxes[place];
    const index = pictures.findIndex(({ name }) => name === box?.picture);
    const picture = pictures[index];
    if (!box || !picture) return;
    setLast({ id, place, box });
    goTo(index, box.top / picture.height);
  };
  return { pointed: last?.box ?? null, show };
}
