import type { Sha256 } from '../../shared/digest.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { BundleData } from '../types.ts';
import { correctionLines } from './corrections.ts';
import { type Block, type Bookmark, type Contents, type Fields, known, type Section, text } from './model.ts';
import { ANCHORS, type BookPages, pageRange } from './pages.ts';
import { dateWords, marketplaceWords, moneyWords, timeWords } from './words.ts';

/** Cover of the evidence book: which case, what the book proves and what it does not, how to check it. */
export function cover(data: BundleData, manifestDigest: Sha256): Section {
  return {
    paper: 'portrait',
    anchor: ANCHORS.cover,
    blocks: [
      { kind: 'title', text: '证据册' },
      { kind: 'paragraph', style: 'centred', content: [text('消费投诉（12315）证据材料')] },
      bundleFields(data, manifestDigest),
      { kind: 'heading', level: 2, text: '案件摘要' },
      caseFields(data),
      ...paragraphs(...correctionLines(data.corrections ?? [])),
      { kind: 'heading', level: 2, text: '本册证明的范围' },
      ...paragraphs(limits(data.stamps ?? [])),
      { kind: 'heading', level: 2, text: '核对方法' },
      ...paragraphs(...CHECKS),
    ],
  };
}

/** evidence.md 2.1 and 5.7: a seal proves “unchanged since”, never “true”; unknowns are said to be unknown. */
function limits(stamps: NonNullable<BundleData['stamps']>): string {
  return (
    '本册所附摘要值、签名和采集日志能证明：清单所列文件自采集记入日志之时起未被改动' +
    `${stampWords(stamps)}。` +
    '它们不能单独证明页面内容本身真实，也不能证明使用者的身份。采集所用计算机的清洁性、其他浏览器扩展是否影响页面，无法确认。' +
    '原始记录保存在平台，可以当场登录账号核对。'
  );
}

function stampWords(stamps: NonNullable<BundleData['stamps']>): string {
  const [first] = stamps;
  if (!first) return '（没有时间戳，以本机时钟为准）';
  const signers = new Set(stamps.map(({ signer, isKnown }) => (isKnown ? signer : `${signer}，其根证书未经核实`)));
  const count = `共 ${stamps.length} 个，最早 ${formatPageTime(first.genTime)}，签发者 ${[...signers].join('、')}`;
  return `；附有时间戳的，自时间戳所载时间起未被改动（${count}）`;
}

const CHECKS = [
  '1．查看：每页页眉有证据号、网址和采集时间，按网址或者订单编号在平台上重新打开，与本册对照。',
  '2．离线校验：用谷歌浏览器、微软 Edge 等打开证据包中的 00_先看这里.html，把整个证据包拖入，逐层显示结果，不需要网络。',
  '3．命令校验：执行 certutil -hashfile 文件 SHA256，与本册文件清单或者 09_校验/manifest.json 对照，步骤见 09_校验/验证说明.txt。' +
    '清单 manifest.json 也作为附件附在本册 PDF 之内。',
];

function paragraphs(...lines: string[]): Block[] {
  return lines.map((line) => ({ kind: 'paragraph', style: 'note', content: [text(line)] }));
}

function bundleFields(data: BundleData, manifestDigest: Sha256): Fields {
  const { name, version, browser, os } = data.software;
  return {
    kind: 'fields',
    rows: [
      { label: '包编号', value: [text(data.bundleNo)] },
      {
        label: '制作时间',
        value: [text(`${dateWords(data.createdAt)} ${formatPageTime(data.createdAt).slice(11)}（北京时间）`)],
      },
      { label: '制作工具', value: [text(`${name} ${version}；${browser}；${os}；规则版本 ${data.rulesVersion}`)] },
      { label: '清单 SHA-256', value: [text(`${manifestDigest.slice(0, 32)}\n${manifestDigest.slice(32)}`)] },
    ],
  };
}

function caseFields({ dispute, respondent }: BundleData): Fields {
  const platform = [marketplaceWords(dispute.marketplace), dispute.shopName ?? respondent.shopName];
  const company = [respondent.companyName, respondent.uscc && `（${respondent.uscc}）`];
  const item = dispute.quantity === undefined ? dispute.itemTitle : `${dispute.itemTitle ?? ''} × ${dispute.quantity}`;
  const numbers = [dispute.orderNo && `订单 ${dispute.orderNo}`, dispute.refundNo && `售后 ${dispute.refundNo}`];
  const status = dispute.status && `“${dispute.status.text}”（${formatPageTime(dispute.status.seenAt)} 所见）`;
  return {
    kind: 'fields',
    rows: [
      { label: '平台及店铺', value: [known(joined(platform, '　'))] },
      { label: '被投诉人', value: [known(joined(company, ''))] },
      { label: '商品', value: [known(item)] },
      { label: '编号', value: [known(joined(numbers, '；'))] },
      { label: '金额', value: [known(joined(amounts(dispute), '；'))] },
      { label: '时间', value: [known(joined(times(dispute), '；'))] },
      { label: '争议', value: [known(joined([dispute.refundType, dispute.refundReason], '，'))] },
      { label: '页面所示状态', value: [known(status)] },
    ],
  };
}

function amounts({ paidAmount, refundAmount }: BundleData['dispute']): (string | undefined)[] {
  return [paidAmount && `实付款${moneyWords(paidAmount)}`, refundAmount && `申请退款${moneyWords(refundAmount)}`];
}

function times(dispute: BundleData['dispute']): (string | undefined)[] {
  const named: [string, string | undefined][] = [
    ['下单', timeWords(dispute.createdAt)],
    ['付款', timeWords(dispute.paidAt)],
    ['签收', timeWords(dispute.signedAt)],
    ['申请售后', timeWords(dispute.refundAppliedAt)],
  ];
  return named.map(([label, time]) => time && `${label} ${time}`);
}

function joined(parts: (string | undefined)[], separator: string): string | undefined {
  return parts.filter(Boolean).join(separator) || undefined;
}

/** The contents behind the cover: the four parts and every evidence item, with their pages. */
export function contents(data: BundleData, pages: BookPages): Section {
  return {
    paper: 'portrait',
    anchor: ANCHORS.contents,
    blocks: [
      { kind: 'title', text: '目录' },
      { kind: 'contents', entries: contentsEntries(data, pages) },
    ],
  };
}

function contentsEntries(data: BundleData, pages: BookPages): Contents['entries'] {
  const parts = [
    { text: '第一部分　投诉书', page: pages.complaint, target: ANCHORS.complaint },
    { text: '第二部分　证据目录', page: pages.catalogue, target: ANCHORS.catalogue },
    { text: '第三部分　时间线', page: pages.timeline, target: ANCHORS.timeline },
  ].map((part) => ({ ...part, level: 1 as const, page: String(part.page) }));
  const items = data.evidence.flatMap((item) => {
    const itemPages = pages.items.get(item.no);
    const page = itemPages ? pageRange(itemPages) : '';
    return [{ level: 2 as const, text: `${item.no}　${item.name}`, page, target: item.no }];
  });
  const [first] = data.evidence;
  if (!first) return parts;
  const start = String(pages.items.get(first.no)?.first ?? '');
  return [...parts, { level: 1, text: '第四部分　证据材料', page: start, target: first.no }, ...items];
}

/** The outline shown by PDF readers: parts, and below the fourth one every evidence item. */
export function bookmarks(data: BundleData): Bookmark[] {
  const leaf = (title: string, target: string): Bookmark => ({ title, target, children: [] });
  const parts = [
    leaf('封面', ANCHORS.cover),
    leaf('目录', ANCHORS.contents),
    leaf('投诉书', ANCHORS.complaint),
    leaf('证据目录', ANCHORS.catalogue),
    leaf('时间线', ANCHORS.timeline),
  ];
  const items = data.evidence.map((item) => leaf(`${item.no} ${item.name}`, item.no));
  const [first] = data.evidence;
  return first ? [...parts, { title: '证据材料', target: first.no, children: items }] : parts;
}
