import type { BundleData, Claim, Statement } from '../types.ts';
import { addressNote, complainantFields, respondentFields } from './complaint-parties.ts';
import { correctionBlocks } from './corrections.ts';
import { type Block, blank, bold, type Inline, known, rowsOrNone, type Section, type TableRow, text } from './model.ts';
import { ANCHORS, type BookPages, pageRange, references } from './pages.ts';
import { dayWords, isClaimOfMoney, moneyWords, sectionNumeral } from './words.ts';

/** 投诉书, evidence.md 5.3. Every fact names its evidence; every missing fact is a visible blank. */
export function complaint(data: BundleData, pages: BookPages): Section {
  const parts: { title: string; blocks: Block[] }[] = [
    { title: '投诉请求', blocks: claimItems(data.claims) },
    { title: '消费事实', blocks: [...statementItems(data.transaction, pages), ...missingFacts(data)] },
    { title: '争议经过', blocks: [...statementItems(data.course, pages), ...correctionBlocks(data)] },
    { title: '协商情况', blocks: statementItems(data.negotiation, pages) },
    ...(data.grounds?.length ? [{ title: '依据', blocks: groundItems(data) }] : []),
    { title: '附件', blocks: attachments(data, pages) },
  ];
  return {
    paper: 'portrait',
    anchor: ANCHORS.complaint,
    blocks: [
      { kind: 'title', text: '投诉书' },
      { kind: 'heading', level: 2, text: '投诉人' },
      complainantFields(data),
      { kind: 'heading', level: 2, text: '被投诉人' },
      respondentFields(data, pages),
      ...addressNote(data),
      ...parts.flatMap((part, index): Block[] => [
        { kind: 'heading', level: 1, text: `${sectionNumeral(index)}、${part.title}` },
        ...part.blocks,
      ]),
      ...closing(),
    ],
  };
}

function claimItems(claims: Claim[]): Block[] {
  if (claims.length === 0) return [{ kind: 'paragraph', style: 'body', content: [blank('投诉请求')] }];
  return claims.map((claim, index) => ({
    kind: 'item',
    label: `${index + 1}．`,
    content: [text(claim.kind), ...claimAmount(claim), ...claimNote(claim), text('。')],
  }));
}

function claimAmount(claim: Claim): Inline[] {
  if (claim.amount) return [text(`：${moneyWords(claim.amount)}`)];
  return isClaimOfMoney(claim) ? [text('：'), blank('金额')] : [];
}

function claimNote({ note }: Claim): Inline[] {
  const words = note?.trim().replace(/[。．.]+$/u, '');
  return words ? [text(`（${words}）`)] : [];
}

function statementItems(statements: Statement[], pages: BookPages): Block[] {
  if (statements.length === 0) return [{ kind: 'paragraph', style: 'body', content: [blank()] }];
  return statements.map((statement, index) => ({
    kind: 'item',
    label: `${index + 1}．`,
    content: [text(statement.text.trim()), ...references(statement.evidence, pages)],
  }));
}

/** The facts of the template for section 二 that no page has shown. */
function missingFacts({ dispute }: BundleData): Block[] {
  const wanted: [string, unknown][] = [
    ['商品名称', dispute.itemTitle],
    ['订单编号', dispute.orderNo],
    ['数量', dispute.quantity],
    ['实付款', dispute.paidAmount],
    ['付款时间', dispute.paidAt],
    ['收货时间', dispute.signedAt],
  ];
  const missing = wanted.filter(([, value]) => value === undefined);
  if (missing.length === 0) return [];
  const content = missing.flatMap(([label], index) => [text(`${index ? '；' : ''}${label}`), blank()]);
  return [{ kind: 'paragraph', style: 'body', content: [text('以下事实待补充：'), ...content, text('。')] }];
}

function groundItems({ grounds = [] }: BundleData): Block[] {
  return grounds.map((ground, index) => ({
    kind: 'item',
    label: `${index + 1}．`,
    content: [bold(ground.provision), text(`（${dayWords(ground.inForceSince)}起施行）：${ground.text}`)],
  }));
}

function attachments(data: BundleData, pages: BookPages): Block[] {
  return [
    {
      kind: 'item',
      label: '1．',
      content: [text('证据目录一份，时间线一份，证据册一册。各项证据如下，页码均指证据册页码：')],
    },
    evidenceTable(data, pages),
    {
      kind: 'item',
      label: '2．',
      // The last page, which is signed, then shows more than a promise and a line for the name.
      keepWithNext: true,
      content: [text('原始载体：投诉人可以当场登录平台账号，出示订单、售后和聊天等原始记录，供核对。')],
    },
  ];
}

function evidenceTable({ evidence }: BundleData, pages: BookPages): Block {
  const rows = evidence.map((item): TableRow => {
    const itemPages = pages.items.get(item.no);
    const page: Inline = itemPages ? { kind: 'reference', text: pageRange(itemPages), target: item.no } : blank();
    return { kind: 'cells', cells: [[text(item.no)], [known(item.name)], [known(item.purpose)], [page]] };
  });
  return {
    kind: 'table',
    columns: [
      { title: '编号', share: 9, align: 'center' },
      { title: '证据名称', share: 28 },
      { title: '证明目的', share: 47 },
      { title: '页码', share: 12, align: 'center' },
    ],
    rows: rowsOrNone(rows),
  };
}

function closing(): Block[] {
  return [
    {
      kind: 'paragraph',
      style: 'body',
      keepWithNext: true,
      content: [text('投诉人承诺：以上内容及所附材料真实，愿意对其真实性负责。')],
    },
    {
      kind: 'signature',
      lines: [
        { label: '投诉人（签名）', fill: 'name' },
        { label: '日期', fill: 'date' },
      ],
    },
  ];
}
