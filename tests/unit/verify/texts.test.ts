import { describe, expect, it } from 'vitest';
import { describeLayer, describeNote, describeProblem, type VerifyTexts } from '../../../lib/verify/texts.ts';
import { enTexts } from '../../../lib/verify/texts-en.ts';
import { zhTexts } from '../../../lib/verify/texts-zh.ts';

/** Every sentence with its place, such as `problems.files.changed`. */
function sentences(texts: VerifyTexts): [string, string][] {
  return Object.entries(texts).flatMap(([group, value]: [string, string | Record<string, string>]) =>
    typeof value === 'string'
      ? [[group, value] as [string, string]]
      : Object.entries(value).map(([key, text]) => [`${group}.${key}`, text] as [string, string]),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([match]) => match).sort();

describe('the texts', () => {
  it('say the same with the same parameters in both languages', () => {
    const english = new Map(sentences(enTexts));
    const chinese = sentences(zhTexts);
    expect([...english.keys()]).toEqual(chinese.map(([key]) => key));
    for (const [key, text] of chinese) expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  });

  it('are all there, and Chinese ones use Chinese punctuation', () => {
    for (const [key, text] of [...sentences(zhTexts), ...sentences(enTexts)]) expect(text, key).not.toBe('');
    for (const [key, text] of sentences(zhTexts)) expect(text, key).not.toMatch(/\p{Script=Han}[,:;!?]/u);
  });

  it('begin with the file and fill in parameters', () => {
    expect(describeProblem({ code: 'files.renamed', file: 'a', params: { now: '$&b' } }, zhTexts)).toBe(
      'a：被改名为“$&b”，内容未变',
    );
    expect(describeProblem({ code: 'files.unreadable', file: 'a', params: { reason: 'encrypted' } }, enTexts)).toBe(
      'a: cannot be read: Encrypted',
    );
    expect(describeNote({ code: 'log.withheld', params: { count: 3 } }, zhTexts)).toMatch(/^其中 3 条/);
  });

  it('say of a layer how many problems it has, or that it has nothing to check', () => {
    const layer = { layer: 'derivation', params: { count: 0 }, problems: [], notes: [] } as const;
    expect(describeLayer({ ...layer, problems: [], notes: [], status: 'passed' }, zhTexts)).toBe(
      '没有派生文件，均为原始文件',
    );
    const problems = [{ code: 'derivation.noManifest' as const }];
    expect(describeLayer({ ...layer, problems, notes: [], status: 'failed' }, zhTexts)).toBe('发现 1 处问题');
  });
});
