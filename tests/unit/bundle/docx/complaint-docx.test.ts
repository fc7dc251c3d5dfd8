import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { renderComplaintDocx } from '../../../../lib/bundle/docx/render.ts';
import { type PreparedDocuments, prepareDocuments } from '../../../../lib/bundle/pdf/render.ts';
import { bundleData, RARE_TEXT } from '../fixture.ts';
import { fonts, stubPainter } from '../stubs.ts';

/** Whole documents are made here, on machines that run other tests at the same time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let documents: PreparedDocuments;
let docx: Uint8Array;
let xml: string;

beforeAll(async () => {
  documents = await prepareDocuments(bundleData(), { fonts, painter: stubPainter() });
  docx = await renderComplaintDocx(documents);
  xml = part('word/document.xml');
});

function part(name: string): string {
  return strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
}

/** The words of each paragraph with the name of its style. */
function paragraphs(): { style: string; text: string }[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, content = '']) => ({
    style: /<w:pStyle w:val="([^"]+)"/u.exec(content)?.[1] ?? '',
    text: [...content.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(''),
  }));
}

describe('01_投诉书.docx', () => {
  test('has real Word headings', () => {
    const headings = paragraphs().filter(({ style }) => /^(Title|Heading\d)$/u.test(style));
    expect(headings[0]).toEqual({ style: 'Title', text: '投诉书' });
    expect(headings.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      '一、投诉请求',
      '二、消费事实',
      '三、争议经过',
      '四、协商情况',
      '五、依据',
      '六、附件',
    ]);
  });

  test('says the same as the PDF, with the pages of the evidence book', () => {
    const texts = paragraphs().map(({ text }) => text);
    const { first, last } = documents.pages.items.get('E02') ?? { first: 0, last: 0 };
    expect(
      texts.some((text) => text.startsWith('1．2026年11月1日') && text.endsWith(`〔E02 第${first}—${last}页〕`)),
    ).toBe(true);
    expect(texts).toContain(RARE_TEXT);
    expect(texts).toContain('2．退还货款和服务费用：人民币199.00元。');
  });

  test('indents by style and not by spaces', () => {
    const body = /<w:style [^>]*w:styleId="DossierBody".*?<\/w:style>/su.exec(part('word/styles.xml'))?.[0] ?? '';
    expect(body).toContain('w:firstLineChars="200"');
    for (const { text } of paragraphs()) expect(text).not.toMatch(/^[\s\u3000]/u);
  });

  test('uses 宋体 and 黑体 for Chinese, in zh-CN, with names for other systems', () => {
    const styles = part('word/styles.xml');
    expect(styles).toMatch(/<w:rPrDefault>.*w:eastAsia="宋体".*w:eastAsia="zh-CN".*<\/w:rPrDefault>/su);
    expect(styles).toMatch(/w:styleId="Heading1".*?w:eastAsia="黑体"/su);
    expect(part('word/fontTable.xml')).toContain('<w:font w:name="宋体"><w:altName w:val="SimSun"/>');
  });

  test('blanks are highlighted', () => {
    const blanks = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*【待补(?:(?!<\/w:r>).)*<\/w:r>/gsu)];
    expect(blanks.length).toBeGreaterThanOrEqual(4);
    for (const [run] of blanks) expect(run).toContain('<w:highlight w:val="yellow"/>');
  });

  test('tables are tables whose header row repeats', () => {
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(3);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml.match(/<w:tblGrid>/gu)).toHaveLength(3);
  });

  test('numbers its pages', () => {
    const footer = part('word/footer1.xml');
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
    expect(footer).toContain('WQX-20261122-121501-7F3A');
  });

  test('every part is well-formed and the types come first', () => {
    const files = unzipSync(docx);
    expect(Object.keys(files)[0]).toBe('[Content_Types].xml');
    for (const [name, bytes] of Object.entries(files)) expect(isWellFormed(strFromU8(bytes)), name).toBe(true);
  });

  test('the same data gives the same bytes at another time', async () => {
    const again = await prepareDocuments(bundleData(), { fonts, painter: stubPainter() });
    const RealDate = globalThis.Date;
    const later = RealDate.now() + 100_000_000;
    globalThis.Date = class extends RealDate {
      constructor(...values: [] | [number]) {
        super(...((values.length === 0 ? [later] : values) as [number]));
      }
    } as DateConstructor;
    try {
      expect(Buffer.compare(docx, await renderComplaintDocx(again))).toBe(0);
    } finally {
      globalThis.Date = RealDate;
    }
    expect(part('docProps/core.xml')).toContain('2026-11-22T04:15:01Z');
  });
});

/** Opening and closing tags match. */
function isWellFormed(source: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', single] of source.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/gu)) {
    if (single) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
