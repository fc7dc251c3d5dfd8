import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { MergedChat, MergedMessage } from '../../lib/evidence/chat/merge.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { parseIso } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { MessageRow } from './MessageRow.tsx';
import styles from './Transcript.module.css';

/** From here on only the messages near the screen are there; a short conversation keeps all, for search in the page and for print. */
const VIRTUAL_FROM = 200;
const ROW_HEIGHT = 84;
const OVERSCAN = 12;

export interface TranscriptProps {
  merged: MergedChat;
  /** The captures that the messages are from, by id. */
  captures: ReadonlyMap<string, Capture>;
  /** Shows a picture of a message. */
  pictureOf: (captureId: string, name: string) => ReactNode;
  onOpenCapture: (capture: Capture) => void;
}

/** A conversation from its oldest message to its newest, whatever captures it is from, with every gap where it is. */
export function Transcript(props: TranscriptProps) {
  const t = useTranslate();
  const { messages, reachedStart } = props.merged;
  return (
    <>
      <p className={styles.start}>
        {rangeWords(t, messages)} {t(reachedStart ? 'transcript.fromStart' : 'transcript.notFromStart')}
      </p>
      {messages.length < VIRTUAL_FROM ? <WholeList {...props} /> : <VirtualList {...props} />}
    </>
  );
}

function rangeWords(t: Translate, messages: readonly MergedMessage[]): string {
  const times = messages.flatMap(({ message }) => (message.at === null ? [] : (parseIso(message.at) ?? [])));
  const [oldest, newest] = [times[0], times.at(-1)];
  if (oldest === undefined || newest === undefined) return '';
  return t('transcript.range', { from: formatMinute(oldest), to: formatMinute(newest) });
}

function WholeList({ merged, ...row }: TranscriptProps) {
  return (
    <ol className={styles.list}>
      {merged.messages.map((merged) => (
        <MessageRow key={keyOf(merged)} merged={merged} {...row} />
      ))}
    </ol>
  );
}

/** The same list with empty space for the messages that are far away; screen readers are told the place of each. */
function VirtualList({ merged, ...row }: TranscriptProps) {
  const { messages } = merged;
  const frame = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const list = useWindowVirtualizer({
    count: messages.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => keyOf(messages[index]),
  });
  const rows = list.getVirtualItems();
  const before = (rows[0]?.start ?? top) - top;
  const after = list.getTotalSize() - ((rows.at(-1)?.end ?? top) - top);
  return (
    <ol className={styles.list} ref={frame} style={{ paddingTop: before, paddingBottom: after }}>
      {rows.map(({ index, key }) => {
        const shown = messages[index];
        if (!shown) return null;
        const place = { index, count: messages.length, ref: list.measureElement };
        return <MessageRow key={key} merged={shown} place={place} {...row} />;
      })}
    </ol>
  );
}

function keyOf(merged: MergedMessage | undefined): string {
  const [first] = merged?.sources ?? [];
  return `${first?.captureId} ${first?.index}`;
}
