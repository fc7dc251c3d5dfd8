import { beforeAll, describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../../../lib/bundle/documents/catalogue.ts';
import { complaint } from '../../../../lib/bundle/documents/complaint.ts';
import type { Block, Section } from '../../../../lib/bundle/documents/model.ts';
import { timeline } from '../../../../lib/bundle/documents/timeline.ts';
import {
  type PreparedDocuments,
  prepareDocuments,
  renderCataloguePdf,
  renderComplaintPdf,
  renderTimelinePdf,
} from '../../../../lib/bundle/pdf/render.ts';
import { bundleData, evidenceItem, RARE_TEXT } from '../fixture.ts';
import { hasPoppler, isContained, pdfComplaints, pdfPages, withoutSpace } from '../poppler.ts';
import { fonts, stubPainter } from '../stubs.ts';

/** Whole documents are made here, on machines that run other tests at the same time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let documents: PreparedDocuments;

beforeAll(async () => {
  documents = await prepareDocuments(bundleData(), { fonts, painter: stubPainter() });
});

/** Every piece of text in a section, one string for a paragraph or cell. */
function textsOf(section: Section): string[] {
  const joined = (content: { text: string }[]) => content.map(({ text }) => text).join('');
  return section.blocks.flatMap((block: Block): string[] => {
    switch (block.kind) {
      case 'title':
      case 'heading':
        return [block.text];
      case 'paragraph':
        return [joined(block.content)];
      case 'item':
        return [block.label + joined(block.content)];
      case 'fields':
        return block.rows.flatMap(({ label, value }) => [label, joined(value)]);
      case 'table':
        return block.rows.flatMap((row) => (row.kind === 'group' ? [row.text] : row.cells.map(joined)));
      case 'signature':
        return block.lines.map(({ label }) => label);
      default:
        return [];
    }
  });
}

describe.skipIf(!hasPoppler)('complaint, catalogue and timeline as read by another program', () => {
  test.each([
    ['投诉书', renderComplaintPdf, complaint],
    ['证据目录', renderCataloguePdf, catalogue],
    ['时间线', renderTimelinePdf, timeline],
  ] as const)('%s: all its text can be extracted, in reading order inside each cell', async (_, render, build) => {
    const pdf = await render(documents);
    const extracted = withoutSpace(pdfPages(pdf, '-raw').join(''));
    for (const text of textsOf(build(documents.data, documents.pages))) {
      expect(isContained(extracted, withoutSpace(text)), text).toBe(true);
    }
    expect(pdfComplaints(pdf)).toBe('');
  });

  test('rare characters extract as themselves', async () => {
    const text = withoutSpace(pdfPages(await renderComplaintPdf(documents)).join(''));
    expect(text).toContain(`姓名${RARE_TEXT}`);
    expect(text).toContain('测试㐂家居旗舰店');
  });

  test('each page says which it is and to which bundle it belongs', async () => {
    const pages = pdfPages(await renderComplaintPdf(documents)).map(withoutSpace);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
      expect(page).toContain('WQX-20261122-121501-7F3A');
    }
  });

  test('a long catalogue repeats its header and loses no row', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...evidenceItem('E01'),
      no: `E${index + 1}`,
      pictures: [],
    }));
    const prepared = await prepareDocuments(bundleData({ evidence: many }), { fonts, painter: stubPainter() });
    const pages = pdfPages(await renderCataloguePdf(prepared), '-raw').map(withoutSpace);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toMatch(/编号证据名称证据类型|提交人（签名）/u);
    for (const { no } of many) expect(pages.join('')).toContain(`${no}经营者公示`);
  });
});

describe('complaint PDF', () => {
  test('the same data gives the same bytes, in a second preparation too', async () => {
    const again = await prepareDocuments(bundleData(), { fonts, painter: stubPainter() });
    expect(Buffer.compare(await renderComplaintPdf(documents), await renderComplaintPdf(again))).toBe(0);
    const other = await prepareDocuments(bundleData({ bundleNo: 'WQX-2' }), { fonts, painter: stubPainter() });
    expect(Buffer.compare(await renderComplaintPdf(documents), await renderComplaintPdf(other))).not.toBe(0);
  });

  test('names title, language and time of making, and no path of this computer', async () => {
    const bytes = Buffer.from(await renderComplaintPdf(documents)).toString('latin1');
    expect(bytes).toContain('/Lang (zh-CN)');
    expect(bytes).toContain('/CreationDate (D:20261122041501Z)');
    expect(bytes).toContain('/DisplayDocTitle true');
    expect(bytes).not.toContain(process.cwd());
    expect(bytes).not.toContain('/home/');
  });

  test('reports progress up to the end', async () => {
    const seen: number[] = [];
    let total = 0;
    await renderComplaintPdf(documents, {
      onProgress: (progress) => {
        seen.push(progress.done);
        total = progress.total;
      },
    });
    expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    expect(total).toBeGreaterThan(1);
  });

  test('stops when aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(renderComplaintPdf(documents, { signal })).rejects.toThrow('aborted');
    const preparation = prepareDocuments(bundleData(), { fonts, painter: stubPainter() }, { signal });
    await expect(preparation).rejects.toThrow('aborted');
  });

  test('every character outside the fonts is painted once for all documents', async () => {
    const painter = stubPainter();
    const prepared = await prepareDocuments(bundleData(), { fonts, painter });
    await renderComplaintPdf(prepared);
    await renderCataloguePdf(prepared);
    expect([...painter.painted].sort()).toEqual([...new Set(painter.painted)].sort());
    expect(painter.painted).toEqual(expect.arrayContaining(['𠮷', '㐂', '👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', '❤️']));
  });
});
