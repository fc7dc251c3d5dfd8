import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { PictureSource } from '../../../../lib/bundle/pdf/picture-source.ts';
import { type PreparedDocuments, prepareDocuments, renderEvidenceBook } from '../../../../lib/bundle/pdf/render.ts';
import type { BundleData } from '../../../../lib/bundle/types.ts';
import { utf8 } from '../../../../lib/shared/bytes.ts';
import { sha256 } from '../../../../lib/shared/digest.ts';
import { bundleData, EMOJI_TEXT, evidenceItem, RARE_TEXT } from '../fixture.ts';
import {
  hasPoppler,
  isContained,
  pdfAttachments,
  pdfComplaints,
  pdfPages,
  pdfPixels,
  withoutSpace,
} from '../poppler.ts';
import { fonts, stubPainter, stubPictures } from '../stubs.ts';
import { greyJpeg } from '../test-jpeg.ts';

/** Whole documents are made here, on machines that run other tests at the same time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MANIFEST = utf8('{"bundle":"evidence-12315/1"}');

function prepare(change: Partial<BundleData> = {}): Promise<PreparedDocuments> {
  return prepareDocuments(bundleData(change), { fonts, painter: stubPainter() });
}

async function bookOf(
  documents: PreparedDocuments,
  pictures: PictureSource = stubPictures(),
  options: Parameters<typeof renderEvidenceBook>[2] = {},
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderEvidenceBook(documents, { manifest: MANIFEST, pictures }, options))
    chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

let documents: PreparedDocuments;
let book: Uint8Array;

beforeAll(async () => {
  documents = await prepare();
  book = await bookOf(documents);
});

describe.skipIf(!hasPoppler)('the evidence book as read by another program', () => {
  test('has no faults and as many pages as announced', () => {
    expect(pdfComplaints(book)).toBe('');
    expect(pdfPages(book)).toHaveLength(documents.pages.total);
  });

  test('page numbers of the evidence lead to the evidence', () => {
    const pages = pdfPages(book).map(withoutSpace);
    for (const [no, { first, last }] of documents.pages.items) {
      const name = documents.data.evidence.find((item) => item.no === no)?.name;
      expect(pages[first - 1]).toContain(`${no}${name}`);
      for (let page = first; page <= last; page += 1)
        expect(pages[page - 1]?.startsWith(no), `${no} ${page}`).toBe(true);
    }
  });

  test('references in the complaint, the catalogue and the contents print these numbers', () => {
    const pages = pdfPages(book, '-raw').map(withoutSpace);
    const { items, complaint, catalogue } = documents.pages;
    const range = (no: string) => {
      const { first, last } = items.get(no) ?? { first: 0, last: 0 };
      return first === last ? String(first) : `${first}—${last}`;
    };
    const complaintText = pages.slice(complaint - 1, catalogue - 1).join('');
    expect(complaintText).toContain(`〔E02第${range('E02')}页；E04第${range('E04')}页〕`);
    expect(complaintText).toContain(`〔E03第${(items.get('E03')?.first ?? 0) + 1}页〕`);
    for (const no of items.keys()) expect(pages[1]).toContain(range(no));
  });

  test('a reference to a chat message leads to the page with its line of the transcript', () => {
    const pages = pdfPages(book, '-raw');
    const chat = documents.pages.items.get('E05');
    evidenceItem('E05').messages.forEach((message, index) => {
      const page = pages[(chat?.messages[index] ?? 0) - 1] ?? '';
      const start = withoutSpace(message.text).slice(0, 12);
      expect(withoutSpace(page), `message ${index}`).toContain(start);
      expect(page).toMatch(new RegExp(`(^|\\n)${index + 1}\\s`, 'u'));
    });
  });

  test('no text of the chat is lost, emoji and rare characters included', () => {
    const extracted = withoutSpace(pdfPages(book, '-raw').join(''));
    for (const { text } of evidenceItem('E05').messages) {
      expect(isContained(extracted, withoutSpace(text)), text.slice(0, 30)).toBe(true);
    }
    expect(extracted).toContain(EMOJI_TEXT);
    expect(extracted).toContain(RARE_TEXT);
  });

  test('each page carries header and footer with bundle number, page and digest', async () => {
    const digest = (await sha256(MANIFEST)).slice(0, 16);
    const pages = pdfPages(book).map(withoutSpace);
    pages.forEach((page, index) => {
      expect(page).toContain('WQX-20261122-121501-7F3A');
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
      expect(page).toContain(`清单摘要${digest}`);
    });
    const first = documents.pages.items.get('E02')?.first ?? 0;
    expect(pages[first - 1]).toMatch(/^E02https:\/\/trade\.tmall\.com\/detail\/.*?采集2026-11-2120:33:41/u);
  });

  test('the cover says what the book proves, what it does not, and how to check it', () => {
    const cover = withoutSpace(pdfPages(book)[0] ?? '');
    expect(cover).toContain('不能单独证明页面内容本身真实');
    expect(cover).toContain('00_先看这里.html');
    expect(cover).toContain('certutil-hashfile');
  });

  test('the manifest is attached unchanged', () => {
    expect(pdfAttachments(book)).toEqual(new Map([['manifest.json', new TextDecoder().decode(MANIFEST)]]));
  });

  test('pictures and painted characters are seen where they belong', () => {
    const page = documents.pages.items.get('E03')?.first ?? 0;
    const pixels = pdfPixels(book, page + 1, 36);
    const middle = pixels.at(Math.round(pixels.width / 2), Math.round(pixels.height / 2));
    expect(Math.abs(middle - 200)).toBeLessThan(6);
  });
});

describe('evidence book', () => {
  test('asks for every row of every picture, with a small overlap between parts', async () => {
    const pictures = stubPictures();
    await bookOf(documents, pictures);
    const expected = documents.data.evidence.flatMap((item) => item.pictures);
    expect(pictures.asked.map(({ picture }) => picture.sha256)).toEqual(expected.map(({ sha256: digest }) => digest));
    for (const { picture, parts } of pictures.asked) {
      expect(parts[0]?.top).toBe(0);
      expect((parts.at(-1)?.top ?? 0) + (parts.at(-1)?.height ?? 0)).toBe(picture.height);
      for (const [index, part] of parts.slice(1).entries()) {
        const overlap = (parts[index]?.top ?? 0) + (parts[index]?.height ?? 0) - part.top;
        expect(overlap).toBeGreaterThan(10);
        expect(overlap).toBeLessThan(80);
      }
    }
  });

  test('the same data gives the same bytes', async () => {
    expect(Buffer.compare(book, await bookOf(await prepare()))).toBe(0);
  });

  test('JPEG bytes go into the file as they are', async () => {
    const slice = greyJpeg(427, 273, 200);
    const single = await prepare({ evidence: [evidenceItem('E01')] });
    const source: PictureSource = {
      async *slices() {
        yield { jpeg: slice, width: 427, height: 273 };
      },
    };
    expect(Buffer.from(await bookOf(single, source)).includes(Buffer.from(slice))).toBe(true);
  });

  test('has a bookmark for every part and every item', async () => {
    const doc = await PDFDocument.load(book);
    const outlines = doc.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(titlesBelow(outlines)).toEqual([
      '封面',
      '目录',
      '投诉书',
      '证据目录',
      '时间线',
      '证据材料',
      ...documents.data.evidence.map(({ no, name }) => `> ${no} ${name}`),
    ]);
    expect(doc.getPageCount()).toBe(documents.pages.total);
  });

  test('stops when aborted between two pictures', async () => {
    const controller = new AbortController();
    let given = 0;
    const source: PictureSource = {
      async *slices(picture, parts) {
        for (const { height } of parts) {
          given += 1;
          if (given === 3) controller.abort();
          yield { jpeg: greyJpeg(picture.width, height), width: picture.width, height };
        }
      },
    };
    await expect(bookOf(documents, source, { signal: controller.signal })).rejects.toThrow('aborted');
    expect(given).toBe(3);
  });

  test('counts pages and picture parts', async () => {
    const pictures = stubPictures();
    let last = { done: 0, total: -1 };
    await bookOf(documents, pictures, { onProgress: (progress) => (last = progress) });
    const parts = pictures.asked.reduce((sum, { parts: asked }) => sum + asked.length, 0);
    expect(last).toEqual({ done: documents.pages.total + parts, total: documents.pages.total + parts });
  });

  test.each([
    [
      'is no JPEG',
      async function* () {
        yield { jpeg: Uint8Array.of(0x89, 0x50, 0x4e, 0x47), width: 1, height: 1 };
      },
    ],
    [
      'is out of shape',
      async function* () {
        yield { jpeg: greyJpeg(400, 400), width: 400, height: 400 };
      },
    ],
    ['is missing', async function* () {}],
  ] as const)('refuses to write a book when a slice %s', async (_, slices) => {
    await expect(bookOf(documents, { slices })).rejects.toMatchObject({ code: 'export.damaged' });
  });

  test('an item without pictures and messages still has its page', async () => {
    const prepared = await prepare({ evidence: [{ ...evidenceItem('E01'), pictures: [], files: [] }] });
    expect(prepared.pages.items.get('E01')?.first).toBe(prepared.pages.total);
  });

  test('a bundle without evidence has a book of the documents', async () => {
    const prepared = await prepare({ evidence: [], timeline: [] });
    const doc = await PDFDocument.load(await bookOf(prepared));
    expect(doc.getPageCount()).toBe(prepared.pages.total);
  });

  test('many pages: numbers with three digits stay right', async () => {
    const many = Array.from({ length: 70 }, (_, index) => ({
      ...evidenceItem('E01'),
      no: `E${String(index + 1).padStart(2, '0')}`,
    }));
    const evidence = many.map((one) => ({ ...one, pictures: [...one.pictures, ...one.pictures, ...one.pictures] }));
    const course = many.map(({ no }) => ({ text: `第${no}项证据所示的事实。`, evidence: [{ no }, { no: 'E70' }] }));
    const prepared = await prepare({ evidence, course });
    expect(prepared.pages.total).toBeGreaterThan(140);
    const firsts = [...prepared.pages.items.values()];
    expect(firsts.slice(1).map(({ first }) => first - 1)).toEqual(firsts.slice(0, -1).map(({ last }) => last));
    expect((await PDFDocument.load(await bookOf(prepared))).getPageCount()).toBe(prepared.pages.total);
  });
});

function titlesBelow(parent: PDFDict, indent = ''): string[] {
  const titles: string[] = [];
  const dictOf = (object: PDFObject | undefined) => (object instanceof PDFDict ? object : undefined);
  for (let item = dictOf(parent.lookup(PDFName.of('First'))); item; item = dictOf(item.lookup(PDFName.of('Next')))) {
    titles.push(indent + item.lookup(PDFName.of('Title'), PDFHexString).decodeText(), ...titlesBelow(item, '> '));
  }
  return titles;
}
