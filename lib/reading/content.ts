import { type Line, pageDocuments, readLines } from './lines.ts';
import { isAroundContent, isOtherGoods, sectionOf } from './main-content.ts';
import { visibility } from './visibility.ts';

/** A part of the page that was left out: a heading and what follows it in its box. */
interface LeftOut {
  box: Element;
  heading: Element;
}

/** What a page is about: its shown text without site navigation, footers and recommendations. */
export class Content {
  lines: readonly Line[];
  private readonly documents: readonly Document[];
  private readonly skip: (element: Element) => boolean;
  private readonly isShown = visibility();
  private readonly leftOut: LeftOut[] = [];
  private kept: readonly Element[] | null = null;

  /** @param skip further elements to leave out with everything below them. */
  constructor(document: Document, skip: (element: Element) => boolean = () => false) {
    this.documents = pageDocuments(document);
    this.skip = (element) => isAroundContent(element) || skip(element);
    this.lines = readLines(document, this.skip);
    this.leaveOutSections(isOtherGoods);
  }

  /** Leaves out every heading that `isHeading` accepts, and what follows it in its box. */
  leaveOutSections(isHeading: (text: string) => boolean): void {
    let section: LeftOut | null = null;
    this.lines = this.lines.filter((line, index) => {
      if (section?.box.contains(line.block)) return false;
      section = isHeading(line.text) ? { box: sectionOf(line, this.lines[index + 1]), heading: line.block } : null;
      if (section) this.leftOut.push(section);
      return section === null;
    });
  }

  /** Leaves out everything that stands in none of the boxes. */
  keepOnly(boxes: readonly Element[]): void {
    this.kept = boxes;
    this.lines = this.lines.filter(({ block }) => boxes.some((box) => box.contains(block)));
  }

  /** The elements of the content that match, in the page and its same-origin frames. */
  query(selector: string): Element[] {
    return this.documents
      .flatMap((document) => Array.from(document.querySelectorAll(selector)))
      .filter((element) => this.holds(element));
  }

  /** False for what is hidden, around the content, or left out. */
  private holds(element: Element): boolean {
    if (this.kept && !this.kept.some((box) => box.contains(element))) return false;
    if (this.leftOut.some((part) => isLeftOut(element, part)) || !this.isShown(element)) return false;
    for (let current: Element | null = element; current; current = current.parentElement) {
      if (this.skip(current)) return false;
    }
    return true;
  }
}

function isLeftOut(element: Element, { box, heading }: LeftOut): boolean {
  if (!box.contains(element)) return false;
  return heading === element || (heading.compareDocumentPosition(element) & 4) !== 0; // FOLLOWING
}
