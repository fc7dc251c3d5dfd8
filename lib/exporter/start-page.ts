import { MERGED_CHATS } from '../bundle/documents/merged-chats.ts';
import { marketplaceWords } from '../bundle/documents/words.ts';
import type { BundleData } from '../bundle/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import { formatPageTime } from '../shared/time.ts';
import type { StartPageSummary } from '../verify/page/html.ts';

const CONTENTS: StartPageSummary['contents'] = [
  { path: '01_投诉书.pdf', note: '投诉书，可直接打印' },
  { path: '01_投诉书.docx', note: '投诉书，可编辑' },
  { path: '03_证据目录.pdf', note: '证据名称、来源、证明目的和页码' },
  { path: '04_时间线.pdf', note: '按时间排列的经过；投诉人自述和未采集的查看记录都已标明' },
  { path: '05_证据册.pdf', note: '全部材料和截图，统一页码，供查阅和打印' },
  { path: '06_12315填报内容.txt', note: '按 12315 平台填写顺序整理的文字' },
  { path: MERGED_CHATS, note: '多次采集的聊天记录合并成一份，每条注明出自哪项证据' },
  { path: '06_案件信息.json', note: '文书所用的各项信息及其来源；投诉人更正的、自述的都已标明' },
  { path: '08_原始证据/', note: '原始截图、网页文字和采集记录，未经改动' },
  { path: '09_校验/', note: '清单、签名、日志、时间戳（有的话）和校验值' },
];

/** What is in this bundle; where personal data is covered, it says so. */
function contentsOf({ chats, evidence }: BundleData): StartPageSummary['contents'] {
  const isCovered = evidence.some(({ redaction }) => redaction);
  return CONTENTS.filter(({ path }) => path !== MERGED_CHATS || chats?.length).map(({ path, note }) =>
    isCovered && path === '08_原始证据/' ? { path, note: `${note}；${COVERED}` } : { path, note },
  );
}

const COVERED = '遮盖了个人信息的是派生副本，遮盖了什么见其中的 遮盖说明.json';

/** What the first page of a bundle tells about it. Nothing about the complainant: the page may be shown to the other side. */
export function startPageSummary(data: BundleData, manifestSha256: Sha256, isStamped: boolean): StartPageSummary {
  const { dispute, respondent, claims, corrections = [] } = data;
  const facts: [label: string, value: string | undefined][] = [
    ['平台', marketplaceWords(dispute.marketplace)],
    ['店铺', dispute.shopName ?? dispute.sellerNick],
    ['经营者', respondent.companyName],
    ['订单编号', dispute.orderNo],
    ['退款编号', dispute.refundNo],
    ['商品', dispute.itemTitle],
    ['实付款', dispute.paidAmount && `￥${dispute.paidAmount}`],
    ['投诉人更正', corrections.map(({ label }) => label).join('、') || undefined],
    ['投诉请求', claims.map(({ kind, amount }) => (amount ? `${kind} ￥${amount}` : kind)).join('；') || undefined],
  ];
  return {
    bundleNo: data.bundleNo,
    createdAt: formatPageTime(data.createdAt),
    software: `${data.software.name} ${data.software.version}`,
    manifestSha256,
    isStamped,
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    contents: contentsOf(data),
    evidence: data.evidence.map(({ no, name, capturedAt, purpose }) => ({
      no,
      name,
      capturedAt: formatPageTime(capturedAt),
      purpose,
    })),
  };
}
