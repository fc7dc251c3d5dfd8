import { truncate } from '../../shared/text.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { BundleData, BundleFile, EvidenceItem } from '../types.ts';
import { type Block, blank, type Inline, known, rowsOrNone, type Section, type TableRow, text } from './model.ts';
import { ANCHORS, type BookPages, pageRange } from './pages.ts';
import { redactionRemark } from './redaction-words.ts';
import { FILE_ROLE_WORDS, GROUP_WORDS, sectionNumeral } from './words.ts';

/** Addresses with tracking parameters run over half a page; the whole address stands at the item in the book. */
const URL_LENGTH = 96;
const FILES_SHOWN = 2;
export const DIGEST_SHOWN = 16;

/** 证据目录, evidence.md 5.4: one table for 12315, mediation and court. */
export function catalogue(data: BundleData, pages: BookPages): Section {
  return {
    paper: 'landscape',
    anchor: ANCHORS.catalogue,
    blocks: [
      { kind: 'title', text: '证据目录' },
      {
        kind: 'paragraph',
        style: 'centred',
        content: [text(`包编号 ${data.bundleNo}　证据共 ${data.evidence.length} 项`)],
      },
      { kind: 'table', columns: COLUMNS, rows: rowsOrNone(catalogueRows(data.evidence, pages)) },
      ...notes(data),
      {
        kind: 'signature',
        lines: [
          { label: '提交人（签名）', fill: 'name' },
          { label: '日期', fill: 'date' },
        ],
      },
    ],
  };
}

const COLUMNS = [
  { title: '编号', share: 34, align: 'center' as const },
  { title: '证据名称', share: 84 },
  { title: '证据类型', share: 68 },
  { title: '来源\n（取得方式、网址）', share: 148 },
  { title: '采集时间', share: 58, align: 'center' as const },
  { title: '证明目的', share: 124 },
  { title: '页码', share: 40, align: 'center' as const },
  { title: '原始文件与\nSHA-256 前 16 位', share: 112 },
  { title: '备注\n（原件所在）', share: 68 },
];

function catalogueRows(items: EvidenceItem[], pages: BookPages): TableRow[] {
  let groups = 0;
  return items.flatMap((item, index): TableRow[] => {
    const row: TableRow = { kind: 'cells', cells: catalogueCells(item, pages) };
    if (items[index - 1]?.group === item.group) return [row];
    const name = `${sectionNumeral(groups)}、${GROUP_WORDS[item.group]}`;
    groups += 1;
    return [{ kind: 'group', text: name }, row];
  });
}

function catalogueCells(item: EvidenceItem, pages: BookPages): Inline[][] {
  const itemPages = pages.items.get(item.no);
  return [
    [text(item.no)],
    [known(item.name)],
    [known(item.type)],
    [known(item.origin), text(item.url ? `\n${truncate(item.url, URL_LENGTH)}` : '')],
    [text(`${formatPageTime(item.capturedAt)}${item.own ? '\n（添加时间）' : ''}`)],
    [known(item.purpose)],
    [itemPages ? { kind: 'reference', text: pageRange(itemPages), target: item.no } : blank()],
    [text(fileList(item))],
    [known(item.remark), text(redactionRemark(item))],
  ];
}

/** The originals that matter most, each with the start of its digest; the rest is counted and listed in the book. */
function fileList(item: EvidenceItem): string {
  const originals = listedOriginals(item);
  if (originals.length === 0) return '无';
  const shown = mostTelling(originals).slice(0, FILES_SHOWN);
  const lines = shown.map(({ name, sha256 }) => `${name}\n${sha256.slice(0, DIGEST_SHOWN)}`);
  const rest = originals.length - shown.length;
  return [...lines, ...(rest > 0 ? [`另 ${rest} 个文件`] : [])].join('\n');
}

type ListedFile = Pick<BundleFile, 'role' | 'sha256'> & { name: string };

/** Those in the bundle, and those of which it has a covered copy: their digests are what can be compared later. */
function listedOriginals({ files, redaction }: EvidenceItem): ListedFile[] {
  const here = files.filter((file) => file.derivedFrom.length === 0 && file.role !== 'thumbnail');
  const kept = (redaction?.withheld ?? []).filter(({ role }) => role !== 'fullPage');
  return [
    ...here.map((file) => ({ ...file, name: fileName(file) })),
    ...kept.map(({ name, ...file }) => ({ ...file, name: `${name}（未随包）` })),
  ];
}

/** Chat data before pictures before copies: what carries the proof comes first. */
const TELLING: BundleFile['role'][] = ['own', 'messages', 'frame', 'pageCopy', 'picture', 'facts', 'text'];

/** The first file of each role, so that ten frames do not hide the page copy; then the others as they come. */
function mostTelling(files: ListedFile[]): ListedFile[] {
  const firstOfRole = TELLING.flatMap((role) => files.find((file) => file.role === role) ?? []);
  return [...firstOfRole, ...files.filter((file) => !firstOfRole.includes(file))];
}

export function fileName(file: BundleFile): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

export function fileRole(file: BundleFile): string {
  return file.derivedFrom.length > 0 ? `${FILE_ROLE_WORDS[file.role]}（派生）` : FILE_ROLE_WORDS[file.role];
}

function notes({ evidence }: BundleData): Block[] {
  const lines = [
    '说明：页码指证据册（05_证据册.pdf）的页码。采集时间为采集或添加时本机时钟的北京时间。',
    '各文件 SHA-256 的全部 64 位见证据册中各项证据的文件清单和 09_校验/manifest.json。',
    ...(evidence.some(({ redaction }) => redaction)
      ? [
          '备注中写明“个人信息已遮盖”的，图片和文字是遮盖后的派生副本，遮盖了什么、按哪条规则见各项文件夹中的 遮盖说明.json。',
        ]
      : []),
  ];
  return [{ kind: 'paragraph', style: 'note', content: [text(lines.join(''))] }];
}
