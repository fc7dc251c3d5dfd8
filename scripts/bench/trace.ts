/** The parts of a trace event that are read; times are in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { name?: string; data?: { url?: string; processId?: number } };
}

/** What ran on the main thread of a page, in ms. */
export interface MainThread {
  /** All tasks together, in the first `BUSY_MS` after the commit of the page. */
  busy: number;
  /** Each time the extension's code was called: when, counted from the first call, and for how long. */
  calls: { at: number; ms: number }[];
  /** Style and layout inside these calls; most of it the page would have needed a moment later in any case. */
  layoutInCalls: number;
}

/** Long enough for an order page to load and to be read. */
export const BUSY_MS = 1200;

export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const CALLS = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint']);
const TASK = 'RunTask';

/** Reads a trace of one page load; `url` is the page's address as it was committed. */
export function readTrace(events: readonly TraceEvent[], url: string): MainThread {
  const commit = events.find(({ name, args }) => name === 'FrameCommittedInBrowser' && args?.data?.url === url);
  if (!commit) throw new Error(`The trace does not show ${url}`);
  const pid = commit.args?.data?.processId;
  const thread = events.find((event) => event.pid === pid && event.args?.name === 'CrRendererMain');
  const own = events.filter(
    (event) => event.pid === pid && event.tid === thread?.tid && event.ph === 'X' && event.ts >= commit.ts,
  );
  const calls = outermost(
    own.filter(({ name, args }) => CALLS.has(name) && args?.data?.url?.startsWith('chrome-extension:')),
  );
  const layout = outermost(
    own.filter((event) => LAYOUT.has(event.name) && calls.some((call) => contains(call, event))),
  );
  const first = calls[0]?.ts ?? 0;
  return {
    busy: total(outermost(own.filter(({ name, ts }) => name === TASK && ts < commit.ts + 1000 * BUSY_MS))),
    calls: calls.map(({ ts, dur = 0 }) => ({ at: (ts - first) / 1000, ms: dur / 1000 })),
    layoutInCalls: total(layout),
  };
}

/** Without the events that lie inside others of the list. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isOuter = ts >= end;
      end = Math.max(end, ts + dur);
      return isOuter;
    });
}

function contains(outer: TraceEvent, inner: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
}

function total(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
}
