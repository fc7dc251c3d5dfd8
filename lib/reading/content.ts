import { type Line, readLines } from './lines.ts';
import { isAroundContent, isOtherGoods, sectionOf } from './main-content.ts';
import { follows, isWithin, pageTrees, parentOf } from './tree.ts';
import { visibility } from './visibility.ts';

/** A part of the page that was left out: a heading and what follows it in its box. */
interface LeftOut {
  box: Element;
  heading: Element;
}

/** What a page is about: its shown text without site navigation, footers and recommendations. */
export class Content {
  lines: readonly Line[];
  private readonly document: Document;
  private trees: readonly ParentNode[] | null = null;
  private readonly skip: (element: Element) => boolean;
  private readonly isShown = visibility();
  private readonly leftOut: LeftOut[] = [];
  private kept: readonly Element[] | null = null;

  /** @param skip further elements to leave out with everything below them. */
  constructor(document: Document, skip: (element: Element) => boolean = () => false) {
    this.document = document;
    this.skip = (element) => isAroundContent(element) || skip(element);
    this.lines = readLines(document, this.skip);
    this.leaveOutSections(isOtherGoods);
  }

  /** Leaves out every heading that `isHeading` accepts, and what follows it in its box. */
  leaveOutSections(isHeading: (text: string) => boolean): void {
    let section: LeftOut | null = null;
    this.lines = this.lines.filter((line, index) => {
      if (section && isWithin(section.box, line.block)) return false;
      section = isHeading(line.text) ? { box: sectionOf(line, this.lines[index + 1]), heading: line.block } : null;
      if (section) this.leftOut.push(section);
      return section === null;
    });
  }

  /** Leaves out everything that stands in none of the boxes. */
  keepOnly(boxes: readonly Element[]): void {
    this.kept = boxes;
    this.lines = this.linesIn(...boxes);
  }

  /** The lines that stand in one of the boxes. */
  linesIn(...boxes: readonly Element[]): Line[] {
    return this.lines.filter(({ block }) => boxes.some((box) => isWithin(box, block)));
  }

  /** The elements of the content that match, in the page, its same-origin frames and their open shadow trees. */
  query(selector: string): Element[] {
    this.trees ??= pageTrees(this.document);
    return this.trees
      .flatMap((tree) => Array.from(tree.querySelectorAll(selector)))
      .filter((element) => this.holds(element));
  }

  /** False for what is hidden, around the content, or left out. */
  private holds(element: Element): boolean {
    if (this.kept && !this.kept.some((box) => isWithin(box, element))) return false;
    if (this.leftOut.some((part) => isLeftOut(element, part)) || !this.isShown(element)) return false;
    for (let current: Element | null = element; current; current = parentOf(current)) {
      if (this.skip(current)) return false;
    }
    return true;
  }
}

function isLeftOut(element: Element, { box, heading }: LeftOut): boolean {
  return isWithin(box, element) && (heading === element || follows(heading, element));
}
