import { describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import { appendEntry, logText, withhold } from '../../../lib/evidence/chain.ts';
import type { LogEntry } from '../../../lib/evidence/types.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { E02, type Files, problemsOf, reseal, textOf, verifyAfter } from './spoiled-bundle.ts';

describe('the log, even when everything was signed again', () => {
  const relog = (change: (lines: string[]) => Promise<string[]> | string[]) => async (copy: Files) => {
    const lines = await change(textOf(copy, layout.LOG_FILE).trimEnd().split('\n'));
    copy.set(layout.LOG_FILE, utf8(`${lines.join('\n')}\n`));
    await reseal(copy);
  };

  it.each<[string, (lines: string[]) => string[], string[]]>([
    ['a removed entry', (lines) => lines.filter((_, index) => index !== 1), ['log.sequence', 'log.link', 'log.head']],
    ['a removed last entry', (lines) => lines.slice(0, -1), ['log.head']],
    ['entries that changed places', ([a = '', b = '', c = '', d = '']) => [a, c, b, d], ['log.sequence', 'log.link']],
    ['a changed entry', (lines) => lines.map((line) => line.replace('cap-spoiled', 'cap-hidden')), ['log.content']],
    ['a line that is no entry', (lines) => [...lines, '{}'], ['log.malformed']],
    [
      'an entry with a member more',
      (lines) => lines.map((line) => line.replace('{"at"', '{"also":1,"at"')),
      ['log.malformed'],
    ],
    ['white space', (lines) => lines.map((line) => line.replace('{"at"', '{ "at"')), ['log.malformed']],
  ])('%s', async (_, change, codes) => {
    const report = await verifyAfter(relog(change));
    const found = report.layers.find(({ layer }) => layer === 'log')?.problems.map(({ code }) => code) ?? [];
    expect(found).toEqual(expect.arrayContaining(codes));
  });

  it('an original whose entry is withheld is named', async () => {
    const report = await verifyAfter(
      relog((lines) => {
        const { seq, previous, hash } = JSON.parse(lines[2] ?? '') as LogEntry;
        return lines.map((line, index) =>
          index === 2 ? logText([withhold({ seq, previous, hash, withheld: true })]).trimEnd() : line,
        );
      }),
    );
    expect(problemsOf(report)).toEqual([
      `log log.originalUnlogged ${E02}/frame-001.png`,
      `log log.originalUnlogged ${E02}/聊天.json`,
    ]);
  });

  it('an original that only an entry of deletion names is not logged', async () => {
    const report = await verifyAfter(
      relog(async (lines) => {
        const entries = lines.map((line) => JSON.parse(line) as LogEntry);
        const [first, other, second] = entries as [LogEntry, LogEntry, LogEntry];
        const third = await appendEntry(other, { ...second, type: 'capture.deleted' });
        return logText([first, other, third]).trimEnd().split('\n');
      }),
    );
    expect(problemsOf(report)).toContain(`log log.originalUnlogged ${E02}/聊天.json`);
  });
});
