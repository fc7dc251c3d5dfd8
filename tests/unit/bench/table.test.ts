import { describe, expect, it } from 'vitest';
import { figure, renderSection } from '../../../scripts/bench/table.ts';

describe('figure', () => {
  it.each([
    [1234.5, '1235'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.318, '0.32'],
    [12, '12'],
    [Number.NaN, '—'],
  ])('shows %s as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('renderSection', () => {
  const text = renderSection('采集 · Capture', {
    rows: [
      { name: '点击到落盘', kind: 'ours', unit: 'ms', values: [300, 200, 100], goal: 250 },
      { name: 'A-2/s', kind: 'peer', unit: 'ms', values: [5500] },
      { name: '÷ A-2/s', kind: 'ours', unit: '×', values: [0.5], goal: 0.4, note: '忙 busy' },
    ],
    notes: ['有效'],
  });
  const lines = text.trim().split('\n');

  it('shows least, middle, greatest and number of runs', () => {
    expect(lines[2]).toMatch(/^■ 点击到落盘 +100 +200 ms +300 +3 +≤ 250 ms ✓$/);
  });

  it('marks what is above its goal and shows the note', () => {
    expect(lines[4]).toMatch(/≤ 0.4 × ✗ {2}忙 busy$/);
  });

  it('keeps columns straight although Chinese characters are wide', () => {
    const width = (line: string) =>
      Array.from(line).reduce((sum, one) => sum + (/[\u2e80-\u9fff]/.test(one) ? 2 : 1), 0);
    const upToRuns = lines.slice(2, 5).map((line) => width(line.replace(/( {2}| +)≤.*$/, '')));
    expect(new Set(upToRuns).size).toBe(1);
  });

  it('puts notes below', () => {
    expect(lines.at(-1)).toBe('  ※ 有效');
  });
});
