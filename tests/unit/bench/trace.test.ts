import { expect, it } from 'vitest';
import { readTrace, type TraceEvent } from '../../../scripts/bench/trace.ts';

const URL = 'https://trade.taobao.com/order';
const OURS = { data: { url: 'chrome-extension://abc/content-scripts/marketplace.js' } };

function event(name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', pid: 7, tid: 1, ts: ts * 1000, dur: dur * 1000, ...more };
}

const COMMIT: TraceEvent[] = [
  { name: 'thread_name', ph: 'M', pid: 7, tid: 1, ts: 0, args: { name: 'CrRendererMain' } },
  { name: 'FrameCommittedInBrowser', ph: 'I', pid: 1, tid: 9, ts: 0, args: { data: { url: URL, processId: 7 } } },
];

it('adds up the calls of the extension once, although they are nested', () => {
  const { calls } = readTrace(
    [
      ...COMMIT,
      event('EvaluateScript', 100, 8, { args: OURS }),
      event('v8.compile', 101, 2, { args: OURS }),
      event('FunctionCall', 1500, 3, { args: OURS }),
      event('FunctionCall', 200, 50, { args: { data: { url: 'https://g.alicdn.com/page.js' } } }),
    ],
    URL,
  );
  expect(calls).toEqual([
    { at: 0, ms: 8 },
    { at: 1400, ms: 3 },
  ]);
});

it('counts layout only inside these calls', () => {
  const { layoutInCalls } = readTrace(
    [...COMMIT, event('EvaluateScript', 100, 8, { args: OURS }), event('Layout', 102, 4), event('Layout', 300, 20)],
    URL,
  );
  expect(layoutInCalls).toBe(4);
});

it('adds up the tasks of the page’s main thread alone, for as long as a page needs to load', () => {
  const { busy } = readTrace(
    [
      ...COMMIT,
      event('RunTask', 10, 30),
      event('RunTask', 11, 5),
      event('RunTask', 10, 99, { tid: 2 }),
      event('RunTask', 10, 99, { pid: 8 }),
      event('RunTask', 5000, 99),
    ],
    URL,
  );
  expect(busy).toBe(30);
});

it('refuses a trace without the page', () => {
  expect(() => readTrace(COMMIT, 'https://example.com/')).toThrow(/does not show/);
});
