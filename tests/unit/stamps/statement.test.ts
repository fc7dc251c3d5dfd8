import { describe, expect, it } from 'vitest';
import { isOfLog, lastOf, readStatement, statementBytes } from '../../../lib/stamps/statement.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const text = (statement: Parameters<typeof statementBytes>[0]) => new TextDecoder().decode(statementBytes(statement));

describe('what is stamped', () => {
  it('is one text for the hashes of a run of entries, and is read again', () => {
    const statement = { first: 2, hashes: [A, B] };
    expect(text(statement)).toBe(`{"first":2,"hashes":["${A}","${B}"],"log":"evidence-12315-log/1"}`);
    expect(readStatement(text(statement))).toEqual(statement);
    expect(lastOf(statement)).toBe(3);
  });

  it.each([
    ['white space', `{ "first":1,"hashes":["${A}"],"log":"evidence-12315-log/1"}`],
    ['a member more', `{"also":1,"first":1,"hashes":["${A}"],"log":"evidence-12315-log/1"}`],
    ['another format', `{"first":1,"hashes":["${A}"],"log":"other/1"}`],
    ['no hash', '{"first":1,"hashes":[],"log":"evidence-12315-log/1"}'],
    ['a bad hash', '{"first":1,"hashes":["x"],"log":"evidence-12315-log/1"}'],
    ['a number from 0', `{"first":0,"hashes":["${A}"],"log":"evidence-12315-log/1"}`],
    ['no object', 'null'],
    ['no JSON', 'x'],
  ])('with %s is none', (_name, other) => {
    expect(readStatement(other)).toBeNull();
  });

  it('is of a log that has these hashes at these places', () => {
    const log = [{ hash: A }, { hash: B }];
    expect(isOfLog({ first: 1, hashes: [A, B] }, log)).toBe(true);
    expect(isOfLog({ first: 2, hashes: [B] }, log)).toBe(true);
    expect(isOfLog({ first: 1, hashes: [B] }, log)).toBe(false);
    expect(isOfLog({ first: 2, hashes: [B, C] }, log)).toBe(false);
  });
});
