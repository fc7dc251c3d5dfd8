import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';

const SAMPLE_EVERY_MS = 100;

/** Watches the memory of a whole browser until stopped. */
export interface MemoryWatch {
  /** Peak above the first reading, MB; NaN where the system does not tell. */
  stop: () => Promise<number>;
}

/** Samples the proportional set size of every process of the browser; short peaks can be missed. Linux only. */
export async function watchMemory(cdp: CDPSession): Promise<MemoryWatch> {
  const idle = await browserMemory(cdp);
  let peak = idle;
  let running = true;
  const sampling = (async () => {
    while (running) {
      peak = Math.max(peak, await browserMemory(cdp));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await sampling;
      return peak - idle;
    },
  };
}

async function browserMemory(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { id }) => sum + processMemory(id), 0);
}

/** MB; 0 for a process that has just ended. */
function processMemory(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  try {
    const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
