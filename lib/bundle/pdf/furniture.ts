import type { Section } from '../documents/model.ts';
import type { Page } from './flow.ts';
import type { Measurer } from './measure.ts';
import { RULE, STYLES } from './style.ts';
import { layoutSingleLine } from './text-lines.ts';

/** What stands at the foot of every page beside the page number. */
export interface Footer {
  left: string;
  right: string;
}

const GAP = 16;

/** Header words with a thin rule below; the left side is shortened when both do not fit. */
export function drawHeader(page: Page, header: NonNullable<Section['header']>, measurer: Measurer): void {
  const { canvas, paper } = page;
  const style = STYLES.furniture;
  const right = layoutSingleLine(header.right, style, paper.measure / 2, measurer);
  const left = layoutSingleLine(header.left, style, paper.measure - right.width - GAP, measurer);
  left.draw(canvas, paper.left, paper.header);
  right.draw(canvas, paper.left + paper.measure - right.width, paper.header);
  const y = paper.header + style.leading + 2;
  canvas.ops.push({
    kind: 'line',
    from: [paper.left, y],
    to: [paper.left + paper.measure, y],
    width: 0.4,
    colour: RULE,
  });
}

/** Bundle number, page of pages, digest of the manifest. */
export function drawFooter(page: Page, number: number, total: number, footer: Footer, measurer: Measurer): void {
  const { canvas, paper } = page;
  const style = STYLES.furniture;
  const middle = layoutSingleLine(`第 ${number} 页　共 ${total} 页`, style, paper.measure, measurer);
  const left = layoutSingleLine(footer.left, style, paper.measure, measurer);
  const right = layoutSingleLine(footer.right, style, paper.measure, measurer);
  left.draw(canvas, paper.left, paper.footer);
  middle.draw(canvas, paper.left + (paper.measure - middle.width) / 2, paper.footer);
  right.draw(canvas, paper.left + paper.measure - right.width, paper.footer);
}
