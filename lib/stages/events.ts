import { formatPageTime, type Instant, parseIso } from '../shared/time.ts';
import { EVENT_WORDS } from './event-words.ts';
import type { TimedEvent } from './facts.ts';
import { text } from './text.ts';
import { type CaseEvent, EVENT_TYPES, type Note } from './types.ts';

/**
 * The events that count at `now`, oldest first; equal times keep their order. What cannot be read, what lies after `now` and
 * what is there twice, word for word, is left out with a warning; the rest is kept.
 */
export function readEvents(events: readonly CaseEvent[], now: Instant): { events: TimedEvent[]; warnings: Note[] } {
  const warnings: Note[] = [];
  const timed: TimedEvent[] = [];
  const seen = new Set<string>();
  for (const [index, event] of events.entries()) {
    const read = readEvent(event, index, now);
    const what = JSON.stringify(Object.entries('event' in read ? read.event : {}).sort());
    if ('warning' in read) warnings.push(read.warning);
    else if (seen.has(what)) warnings.push(repeated(read.event));
    else timed.push(read.event);
    seen.add(what);
  }
  return { events: timed.sort((left, right) => left.at - right.at), warnings };
}

function readEvent(event: CaseEvent, index: number, now: Instant): { event: TimedEvent } | { warning: Note } {
  const place = index + 1;
  if (!EVENT_TYPES.includes(event.type)) {
    return {
      warning: {
        id: 'event.type',
        text: text(
          `第${place}个事件的类型“${event.type}”不认识，已忽略。`,
          `Event ${place} has an unknown type “${event.type}” and is ignored.`,
        ),
      },
    };
  }
  const at = parseIso(event.at);
  if (at === null) {
    return {
      warning: {
        id: 'event.time',
        text: text(
          `第${place}个事件（${EVENT_WORDS[event.type].zh}）的时间“${event.at}”读不出来，已忽略；要写成 2026-11-22T12:15:01+08:00 这样。`,
          `The time “${event.at}” of event ${place} (${EVENT_WORDS[event.type].en}) cannot be read; the event is ignored. Write 2026-11-22T12:15:01+08:00.`,
        ),
      },
    };
  }
  if (at > now) {
    return {
      warning: {
        id: 'event.future',
        text: text(
          `“${EVENT_WORDS[event.type].zh}”的时间（${formatPageTime(at)}）晚于现在，没有采用；请核对这个时间，并核对电脑的时间是否正确。`,
          `The time of “${EVENT_WORDS[event.type].en}” (${formatPageTime(at)}) is later than now and is not used; check it, and check the clock of the computer.`,
        ),
      },
    };
  }
  return { event: { ...event, at } };
}

function repeated({ type, at }: TimedEvent): Note {
  const time = formatPageTime(at);
  return {
    id: 'event.repeated',
    text: text(
      `“${EVENT_WORDS[type].zh}”（${time}）记了两次，只算一次。`,
      `“${EVENT_WORDS[type].en}” (${time}) is there twice and counts once.`,
    ),
  };
}
