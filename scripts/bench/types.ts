import type { ExtensionBrowser, LaunchOptions } from '../browser/launch.ts';
import type { PracticeServer } from '../practice/server.ts';

/** `ours`: what a person waits for. `peer`: another way to the same end. `floor`: nothing can be below. `part`: a part of ours. */
export type RowKind = 'ours' | 'peer' | 'floor' | 'part';

/** One measured thing with the value of each run. */
export interface Row {
  /** Chinese words, then English ones. */
  name: string;
  kind: RowKind;
  unit: 'ms' | 'kB' | 'MB' | '×' | '';
  values: number[];
  /** At most this much, as the median. */
  goal?: number;
  note?: string;
}

export interface Findings {
  rows: Row[];
  /** What limits the numbers, such as a run that does not count. */
  notes: string[];
}

export interface BenchOptions {
  /** Number of runs, when the user wants another than `usual`. */
  runs: (usual: number) => number;
  quick: boolean;
  /** Wait for the end of everything, however long it takes. */
  patient: boolean;
}

/** A fresh browser with the extension, and the practice marketplace. */
export interface Stage {
  browser: ExtensionBrowser;
  server: PracticeServer;
}

export interface Bench {
  id: string;
  title: string;
  /** Measures on a fresh `open()` stage, or without one. */
  run: (open: (launch?: Pick<LaunchOptions, 'scale'>) => Promise<Stage>, options: BenchOptions) => Promise<Findings>;
}
