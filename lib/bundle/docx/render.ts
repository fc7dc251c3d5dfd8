import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { complaint } from '../documents/complaint.ts';
import type { BookPages } from '../documents/pages.ts';
import type { BundleData } from '../types.ts';
import { TEXT_WIDTH, wordBlocks } from './blocks.ts';
import { fixPackage } from './package.ts';
import { STYLE, WORD_STYLES } from './styles.ts';

/** A4 in twentieths of a point, with the margins of the PDF. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = { top: 1760, bottom: 1640, left: 1660, header: 900, footer: 900 };

/**
 * `01_投诉书.docx`: the complaint of the PDF as an editable Word file. `pages` are the evidence book's page numbers
 * from `prepareDocuments`. The same data gives the same bytes.
 */
export async function renderComplaintDocx({
  data,
  pages,
}: {
  data: BundleData;
  pages: BookPages;
}): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: `投诉书（${data.bundleNo}）`,
    subject: '消费投诉（12315）',
    creator: `${data.software.name} ${data.software.version}`,
    lastModifiedBy: `${data.software.name} ${data.software.version}`,
    styles: WORD_STYLES,
    sections: [
      {
        properties: { page: { size: A4, margin: { ...MARGIN, right: A4.width - MARGIN.left - TEXT_WIDTH } } },
        footers: { default: footer(data.bundleNo) },
        children: complaint(data, pages).blocks.flatMap(wordBlocks),
      },
    ],
  });
  return fixPackage(new Uint8Array(await Packer.toArrayBuffer(document)), data.createdAt);
}

function footer(bundleNo: string): Footer {
  const words = [`${bundleNo}　　第 `, PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [new Paragraph({ style: STYLE.footer, children: [new TextRun({ children: words })] })],
  });
}
