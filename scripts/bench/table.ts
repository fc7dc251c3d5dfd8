import { spread } from './statistics.ts';
import type { Findings, Row } from './types.ts';

const HEADINGS = ['量什么 what', '最小 min', '中位 median', '最大 max', '次 n', '目标 goal'];
const MARKS: Record<Row['kind'], string> = { ours: '■', peer: '○', floor: '▁', part: '·' };

/** A heading, one line a row, notes below; wide characters count twice, so that columns stay straight in a terminal. */
export function renderSection(title: string, { rows, notes }: Findings): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
  const body = lines.map((cells) => cells.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join('  '));
  return [`\n${title}`, ...body.map((line) => line.trimEnd()), ...notes.map((note) => `  ※ ${note}`)].join('\n');
}

function cellsOf({ name, kind, unit, values, goal, note }: Row): string[] {
  const { min, median, max } = spread(values);
  const verdict =
    goal === undefined ? '' : `≤ ${goal} ${unit} ${values.length === 0 ? '' : median <= goal ? '✓' : '✗'}`;
  return [
    `${MARKS[kind]} ${name}`,
    figure(min),
    `${figure(median)} ${unit}`.trim(),
    figure(max),
    String(values.length),
    [verdict, note].filter(Boolean).join('  '),
  ];
}

/** Three figures are as many as these measurements deserve. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '—';
  if (Number.isInteger(value) || Math.abs(value) >= 100) return String(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function pad(text: string, width: number, right: boolean): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? room + text : text + room;
}
