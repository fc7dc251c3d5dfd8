import type { Sha256 } from '../../shared/digest.ts';
import { catalogue } from '../documents/catalogue.ts';
import { complaint } from '../documents/complaint.ts';
import { contents, cover } from '../documents/cover.ts';
import { evidenceSection } from '../documents/evidence-section.ts';
import type { Section } from '../documents/model.ts';
import { type BookPages, firstGuess, type ItemPages, messageAnchor } from '../documents/pages.ts';
import { timeline } from '../documents/timeline.ts';
import type { BundleData, EvidenceItem } from '../types.ts';
import { flowUnits, type Page } from './flow.ts';
import { drawHeader } from './furniture.ts';
import type { Measurer } from './measure.ts';
import { PAPERS } from './paper.ts';
import { layoutSection } from './section.ts';
import { STYLES } from './style.ts';
import { layoutText } from './text-lines.ts';

/** The laid-out evidence book; footers are added when it is written. */
export interface BookPlan {
  numbers: BookPages;
  pages: Page[];
}

interface ItemLayout {
  item: EvidenceItem;
  pages: Page[];
}

/**
 * Lays out the evidence book. The front parts print page numbers of the evidence, which depend on how long the front
 * parts are, so they are laid out again until the numbers stay the same. A part never gets fewer pages than in an
 * earlier round (a spare page says so), which makes the rounds end.
 */
export function planBook(data: BundleData, manifestDigest: Sha256, measurer: Measurer): BookPlan {
  const items = data.evidence.map((item) => ({ item, pages: withHeader(evidenceSection(item), measurer) }));
  let numbers = firstGuess(data.evidence);
  let reserved: number[] = [];
  for (;;) {
    const front = frontSections(data, numbers, manifestDigest).map((section) => withHeader(section, measurer));
    reserved = front.map((pages, index) => Math.max(pages.length, reserved[index] ?? 0));
    const next = numberPages(items, reserved);
    if (isSame(numbers, next)) {
      const padded = front.map((pages, index) => pad(pages, reserved[index] ?? 0, measurer));
      return { numbers, pages: [...padded, ...items.map(({ pages }) => pages)].flat() };
    }
    numbers = next;
  }
}

function frontSections(data: BundleData, numbers: BookPages, manifestDigest: Sha256): Section[] {
  const named = (section: Section, part: string): Section => ({ ...section, header: { left: '证据册', right: part } });
  return [
    cover(data, manifestDigest),
    contents(data, numbers),
    named(complaint(data, numbers), '第一部分　投诉书'),
    named(catalogue(data, numbers), '第二部分　证据目录'),
    named(timeline(data, numbers), '第三部分　时间线'),
  ];
}

function withHeader(section: Section, measurer: Measurer): Page[] {
  const pages = layoutSection(section, measurer);
  if (section.header) for (const page of pages) drawHeader(page, section.header, measurer);
  return pages;
}

function numberPages(items: ItemLayout[], reserved: number[]): BookPages {
  const startOf = (part: number) => 1 + reserved.slice(0, part).reduce((sum, count) => sum + count, 0);
  let next = startOf(reserved.length);
  const numbered = new Map<string, ItemPages>();
  for (const { item, pages } of items) {
    numbered.set(item.no, { first: next, last: next + pages.length - 1, messages: messagePages(item, pages, next) });
    next += pages.length;
  }
  return { total: next - 1, complaint: startOf(2), catalogue: startOf(3), timeline: startOf(4), items: numbered };
}

function messagePages(item: EvidenceItem, pages: Page[], first: number): number[] {
  return item.messages.map((_, index) => {
    const anchor = messageAnchor(item.no, index);
    return (
      first +
      Math.max(
        0,
        pages.findIndex(({ canvas }) => canvas.anchors.has(anchor)),
      )
    );
  });
}

function isSame(one: BookPages, other: BookPages): boolean {
  return JSON.stringify([one, [...one.items]]) === JSON.stringify([other, [...other.items]]);
}

function pad(pages: Page[], count: number, measurer: Measurer): Page[] {
  const [first] = pages;
  const padded = [...pages];
  while (first && padded.length < count) padded.push(sparePage(first, measurer));
  return padded;
}

function sparePage({ paper }: Page, measurer: Measurer): Page {
  const lines = layoutText([{ kind: 'text', text: '（此页无正文）' }], STYLES.centred, paper.measure, measurer);
  const units = lines.map((line) => ({ height: line.leading, gap: 0, keepWithNext: false, draw: line.draw }));
  const [page] = flowUnits(units, paper);
  return page ?? { paper: PAPERS.portrait, canvas: { ops: [], links: [], anchors: new Map() } };
}
