import type { Block, Section } from '../documents/model.ts';
import { pictureUnits } from './blocks/picture.ts';
import { fieldsUnits, tableUnits } from './blocks/table.ts';
import {
  contentsUnits,
  headingUnits,
  itemUnits,
  paragraphUnits,
  signatureUnits,
  titleUnits,
} from './blocks/text-blocks.ts';
import { flowUnits, type Page, type Unit } from './flow.ts';
import type { Measurer } from './measure.ts';
import { PAPERS } from './paper.ts';

/** The pages of one section, without header and footer. */
export function layoutSection(section: Section, measurer: Measurer): Page[] {
  const paper = PAPERS[section.paper];
  const units = sectionUnits(section.blocks, paper.measure, measurer);
  const [first] = units;
  if (first) first.anchors = [section.anchor, ...(first.anchors ?? [])];
  return flowUnits(units, paper);
}

function sectionUnits(blocks: Block[], width: number, measurer: Measurer): Unit[] {
  const units: Unit[] = [];
  let breakBefore = false;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      breakBefore = true;
      continue;
    }
    const added = blockUnits(block, width, measurer);
    const [first] = added;
    if (first && breakBefore) first.breakBefore = true;
    breakBefore = false;
    if (block.kind === 'signature') keepTogether(units);
    units.push(...added);
  }
  return units;
}

/** A signature never stands on a page without a line of what is signed. */
function keepTogether(units: Unit[]): void {
  const last = units.at(-1);
  if (last) last.keepWithNext = true;
}

function blockUnits(block: Exclude<Block, { kind: 'pageBreak' }>, width: number, measurer: Measurer): Unit[] {
  switch (block.kind) {
    case 'title':
      return titleUnits(block.text, width, measurer);
    case 'heading':
      return headingUnits(block, width, measurer);
    case 'paragraph':
      return paragraphUnits(block, width, measurer);
    case 'item':
      return itemUnits(block, width, measurer);
    case 'fields':
      return fieldsUnits(block, width, measurer);
    case 'table':
      return tableUnits(block, width, measurer);
    case 'signature':
      return signatureUnits(block, width, measurer);
    case 'picture':
      return pictureUnits(block, width, measurer);
    case 'contents':
      return contentsUnits(block, width, measurer);
  }
}
