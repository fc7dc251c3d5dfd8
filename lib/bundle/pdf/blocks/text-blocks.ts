import type { Contents, Heading, Inline, NumberedItem, Paragraph, Signature } from '../../documents/model.ts';
import { type Unit, whiteSpace } from '../flow.ts';
import type { Measurer } from '../measure.ts';
import { QUIET, RULE, STYLES, type TextStyle } from '../style.ts';
import { layoutText, type TextLine } from '../text-lines.ts';

/** One unit for each line; the first two and the last two lines of a paragraph are not torn apart. */
function lineUnits(lines: TextLine[], gap: number, keepWithNext = false): Unit[] {
  return lines.map((line, index) => ({
    height: line.leading,
    gap: index === 0 ? gap : 0,
    keepWithNext: keepWithNext || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
    draw: (canvas, left, top) => line.draw(canvas, left, top),
  }));
}

export function titleUnits(words: string, width: number, measurer: Measurer): Unit[] {
  const lines = layoutText([{ kind: 'text', text: words }], STYLES.title, width, measurer);
  return [...lineUnits(lines, 0, true), whiteSpace(8, true)];
}

export function headingUnits({ level, text, anchor }: Heading, width: number, measurer: Measurer): Unit[] {
  const style = level === 1 ? STYLES.heading1 : STYLES.heading2;
  const lines = layoutText([{ kind: 'text', text }], style, width, measurer);
  const units = lineUnits(lines, level === 1 ? 12 : 10, true);
  const [first] = units;
  if (first && anchor) first.anchors = [anchor];
  return [...units, whiteSpace(level === 1 ? 2 : 3, true)];
}

const PARAGRAPH_GAPS = { body: 0, note: 6, centred: 0 };

export function paragraphUnits(block: Paragraph, width: number, measurer: Measurer): Unit[] {
  const lines = layoutText(block.content, STYLES[block.style], width, measurer);
  const units = lineUnits(lines, PARAGRAPH_GAPS[block.style], block.keepWithNext);
  return block.style === 'centred'
    ? [...units.map((unit) => ({ ...unit, keepWithNext: true })), whiteSpace(8, true)]
    : units;
}

export function itemUnits({ label, content, keepWithNext }: NumberedItem, width: number, measurer: Measurer): Unit[] {
  const numbered: Inline[] = [{ kind: 'text', text: label }, ...content];
  return lineUnits(layoutText(numbered, STYLES.body, width, measurer), 0, keepWithNext);
}

const FILL_WIDTH = 130;
const DATE_WORDS = '　　　　年　　月　　日';

/** Label and a line (or a date) to be filled in by hand, all lines at one left edge in the right half of the page. */
export function signatureUnits({ lines }: Signature, width: number, measurer: Measurer): Unit[] {
  const style: TextStyle = { ...STYLES.body, indent: 0, align: 'left' };
  const labels = lines.map(({ label }) => single(`${label}：`, style, width, measurer));
  const labelWidth = Math.max(...labels.map((line) => line.width));
  const dateLine = single(DATE_WORDS, style, width, measurer);
  const left = width - labelWidth - FILL_WIDTH - style.size;
  return lines.map(({ fill }, index) => ({
    height: 28,
    gap: index === 0 ? 20 : 0,
    keepWithNext: index < lines.length - 1,
    draw(canvas, x, top) {
      labels[index]?.draw(canvas, x + left, top);
      const start = x + left + labelWidth + style.size / 2;
      if (fill === 'date') dateLine.draw(canvas, start, top);
      else {
        const y = top + style.leading / 2 + style.size * 0.55;
        canvas.ops.push({ kind: 'line', from: [start, y], to: [start + FILL_WIDTH, y], width: 0.6, colour: RULE });
      }
    },
  }));
}

function single(words: string, style: TextStyle, width: number, measurer: Measurer): TextLine {
  const [line] = layoutText([{ kind: 'text', text: words }], style, width, measurer);
  if (!line) throw new RangeError('A layout has at least one line');
  return line;
}

const PAGE_COLUMN = 64;

/** Words at the left, page at the right, a dotted line between; the whole line is a link. */
export function contentsUnits({ entries }: Contents, width: number, measurer: Measurer): Unit[] {
  return entries.flatMap(({ level, text, page, target }) => {
    const style: TextStyle = { ...STYLES.body, indent: 0, align: 'left', face: level === 1 ? 'bold' : 'regular' };
    const shift = level === 1 ? 0 : 2 * style.size;
    const lines = layoutText([{ kind: 'text', text }], style, width - shift - PAGE_COLUMN, measurer);
    const number = single(page || '—', { ...style, face: 'regular' }, width, measurer);
    return lines.map(
      (line, index): Unit => ({
        height: line.leading,
        gap: index === 0 && level === 1 ? 8 : 0,
        keepWithNext: index < lines.length - 1,
        draw(canvas, left, top) {
          line.draw(canvas, left + shift, top);
          canvas.links.push({ x: left, y: top, width, height: line.leading, target });
          if (index < lines.length - 1) return;
          number.draw(canvas, left + width - number.width, top);
          leader(canvas, left + shift + line.width + 6, left + width - number.width - 6, top + line.leading / 2 + 4);
        },
      }),
    );
  });
}

function leader(canvas: Parameters<Unit['draw']>[0], from: number, to: number, y: number): void {
  for (let x = Math.ceil(from / 4) * 4; x < to; x += 4) {
    canvas.ops.push({ kind: 'fill', x, y, width: 0.8, height: 0.8, colour: QUIET });
  }
}
