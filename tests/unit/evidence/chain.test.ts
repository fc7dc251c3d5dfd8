import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendEntry,
  checkChain,
  headOf,
  type LogDraft,
  type LogRecord,
  logText,
  withhold,
} from '../../../lib/evidence/chain.ts';
import { FIRST_PREVIOUS, type LogEntry } from '../../../lib/evidence/types.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { sha256 } from '../../../lib/shared/digest.ts';

const draft = (subject: string): LogDraft => ({
  at: '2026-11-22T12:15:01+08:00',
  type: 'capture.stored',
  subject,
  files: [{ name: 'frame-001.png', bytes: 10, sha256: 'ab'.repeat(32) }],
});

async function chainOf(length: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    entries.push(await appendEntry(entries[index - 1] ?? null, draft(`cap-${index}`)));
  }
  return entries;
}

describe('appendEntry', () => {
  it('hashes the canonical JSON of all other members', async () => {
    const [entry] = await chainOf(1);
    const text =
      `{"at":"2026-11-22T12:15:01+08:00","files":[{"bytes":10,"name":"frame-001.png","sha256":"${'ab'.repeat(32)}"}],` +
      `"previous":"${'0'.repeat(64)}","seq":1,"subject":"cap-0","type":"capture.stored"}`;
    expect(entry).toMatchObject({ seq: 1, previous: FIRST_PREVIOUS, hash: await sha256(utf8(text)) });
  });

  it('goes on from an entry whose content is withheld', async () => {
    const [first] = await chainOf(1);
    const direct = await appendEntry(first as LogEntry, draft('next'));
    expect(await appendEntry(withhold(first as LogEntry), draft('next'))).toEqual(direct);
  });
});

describe('checkChain', () => {
  it('accepts a whole chain, an empty one, and one with withheld entries', async () => {
    const chain: LogRecord[] = await chainOf(5);
    expect(await checkChain(chain)).toEqual([]);
    expect(await checkChain([])).toEqual([]);
    expect(await checkChain(chain.map((entry, index) => (index % 2 ? withhold(entry) : entry)))).toEqual([]);
    expect(await checkChain(chain.map(withhold))).toEqual([]);
  });

  it('finds a removed entry wherever it was', async () => {
    const chain = await chainOf(5);
    for (let removed = 0; removed < 4; removed += 1) {
      const problems = await checkChain(chain.filter((_, index) => index !== removed));
      expect(problems).toEqual([
        { code: 'sequence', seq: removed + 2 },
        { code: 'link', seq: removed + 2 },
      ]);
    }
  });

  it('finds entries that changed places and entries inserted twice', async () => {
    const [a, b, c] = (await chainOf(3)) as [LogEntry, LogEntry, LogEntry];
    expect(await checkChain([a, c, b])).not.toEqual([]);
    expect(await checkChain([a, a, b, c])).not.toEqual([]);
  });

  it('finds a renumbered and relinked entry by its content', async () => {
    const [a, , c] = (await chainOf(3)) as [LogEntry, LogEntry, LogEntry];
    const moved = { ...c, seq: 2, previous: a.hash };
    expect(await checkChain([a, moved])).toEqual([{ code: 'content', seq: 2 }]);
  });

  it('finds any change of any member of any entry', async () => {
    const chain = await chainOf(4);
    const changes: ((entry: LogEntry) => LogEntry)[] = [
      (entry) => ({ ...entry, at: '2026-11-22T12:15:02+08:00' }),
      (entry) => ({ ...entry, subject: `${entry.subject} ` }),
      (entry) => ({ ...entry, type: 'capture.deleted' }),
      (entry) => ({ ...entry, files: [] }),
      (entry) => ({ ...entry, files: [{ name: 'frame-001.png', bytes: 11, sha256: 'ab'.repeat(32) }] }),
      (entry) => ({ ...entry, files: [{ name: 'frame-001.png', bytes: 10, sha256: 'ac'.repeat(32) }] }),
      (entry) => ({ ...entry, seq: entry.seq + 10 }),
      (entry) => ({ ...entry, previous: 'cd'.repeat(32) }),
      (entry) => ({ ...entry, hash: 'ef'.repeat(32) }),
    ];
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.constantFrom(...changes), async (place, change) => {
        const spoiled = chain.map((entry, index) => (index === place ? change(entry) : entry));
        expect(await checkChain(spoiled)).not.toEqual([]);
      }),
    );
  });
});

describe('a log in a bundle', () => {
  it('shows of a withheld entry nothing but its place', async () => {
    const [entry] = await chainOf(1);
    const { hash, previous } = entry as LogEntry;
    expect(withhold(entry as LogEntry)).toEqual({ seq: 1, previous, hash, withheld: true });
    expect(logText([withhold(entry as LogEntry)])).toBe(
      `{"hash":"${hash}","previous":"${previous}","seq":1,"withheld":true}\n`,
    );
  });

  it('has the first previous as its head while it is empty', async () => {
    const chain = await chainOf(2);
    expect(headOf(null)).toBe(FIRST_PREVIOUS);
    expect(headOf(chain[1])).toBe(chain[1]?.hash);
  });
});
