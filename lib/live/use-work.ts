import { useEffect, useRef, useState } from 'react';
import { reportUnexpected } from '../platform/report.ts';
import { AppError, type ErrorCode, errorCodeOf } from '../shared/errors.ts';

/** Long work of this page: how far it is, how it ended. It ends with the page. */
export type Work<Result, Phase extends string = never> =
  | { state: 'idle' }
  | { state: 'running'; phase: Phase | null; done: number; total: number }
  | { state: 'done'; result: Result }
  | { state: 'failed'; code: ErrorCode };

export interface WorkTools<Phase extends string> {
  signal: AbortSignal;
  onProgress: (done: number, total: number, phase?: Phase) => void;
}

/** The screen is drawn anew at most this often, however many steps there are. */
const DRAW_EVERY_MS = 100;

/** Runs one piece of work at a time and can cancel it. Failures nobody foresaw are reported. */
export function useWork<Result, Phase extends string = never>() {
  const [work, setWork] = useState<Work<Result, Phase>>({ state: 'idle' });
  const cancel = useRef<AbortController | null>(null);
  const stop = () => cancel.current?.abort(new AppError('cancelled'));
  useEffect(() => () => cancel.current?.abort(new AppError('cancelled')), []);
  const run = (start: (tools: WorkTools<Phase>) => Promise<Result>): Promise<void> => {
    const own = new AbortController();
    cancel.current = own;
    setWork({ state: 'running', phase: null, done: 0, total: 0 });
    const tools = { signal: own.signal, onProgress: atIntervals<Phase>(setWork) };
    return start(tools).then(
      (result) => setWork({ state: 'done', result }),
      (error: unknown) => {
        const code = errorCodeOf(error);
        if (code === 'unexpected') reportUnexpected(error);
        setWork({ state: 'failed', code });
      },
    );
  };
  return { work, run, stop, reset: () => setWork({ state: 'idle' }) };
}

function atIntervals<Phase extends string>(
  draw: (work: { state: 'running'; phase: Phase | null; done: number; total: number }) => void,
): WorkTools<Phase>['onProgress'] {
  let last = 0;
  return (done, total, phase) => {
    const now = performance.now();
    if (now - last < DRAW_EVERY_MS) return;
    last = now;
    draw({ state: 'running', phase: phase ?? null, done, total });
  };
}
