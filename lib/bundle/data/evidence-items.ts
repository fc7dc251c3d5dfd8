import type { CaptureRecord } from '../../evidence/capture-record.ts';
import type { ChatFile, ShownMessage } from '../../evidence/chat/types.ts';
import type { Artifact, Capture } from '../../evidence/types.ts';
import type { PageKind, Role } from '../../marketplaces/types.ts';
import { truncate } from '../../shared/text.ts';
import { EVIDENCE_FOLDER } from '../layout.ts';
import { evidenceFolderName } from '../names.ts';
import { type BookPicture, type BundleFile, EVIDENCE_GROUPS, type EvidenceItem } from '../types.ts';
import { ownFileItem, ownFileProof, type Proof } from './own-files.ts';
import { bundleArtifacts, itemRedaction } from './redaction.ts';

const PROOFS: Partial<Record<PageKind, Proof>> = {
  shopLicence: {
    group: 'subject',
    name: '经营者公示',
    purpose: '证明被投诉人的主体身份：店铺经营者的名称、统一社会信用代码和住所',
  },
  orderDetail: {
    group: 'contract',
    name: '订单详情',
    purpose: '证明双方成立网络购物合同：商品、数量、价款、下单和付款时间',
  },
  orderList: { group: 'contract', name: '订单列表', purpose: '证明双方存在交易关系' },
  product: { group: 'promise', name: '商品页', purpose: '证明商家对商品的描述和承诺' },
  snapshot: { group: 'promise', name: '交易快照', purpose: '证明下单时商品页面记载的内容' },
  logistics: { group: 'breach', name: '物流轨迹', purpose: '证明发货、运输和签收的时间与经过' },
  chat: { group: 'negotiation', name: '聊天记录', purpose: '证明双方沟通的经过和商家的答复' },
  refundDetail: {
    group: 'negotiation',
    name: '退款详情',
    purpose: '证明申请退款的理由和金额，以及商家、平台的处理结果',
  },
  refundApply: { group: 'negotiation', name: '售后申请', purpose: '证明申请售后的内容' },
  refundList: { group: 'negotiation', name: '退款列表', purpose: '证明存在售后争议' },
  complaintDetail: { group: 'negotiation', name: '投诉详情', purpose: '证明向平台投诉的经过和结果' },
  complaintList: { group: 'negotiation', name: '投诉列表', purpose: '证明向平台投诉过' },
};

/** A capture with what has to be fetched for it: sizes of its pictures and, for a chat, its messages. */
export interface CaptureContent {
  capture: Capture;
  pictures: readonly BookPicture[];
  messages: readonly ShownMessage[];
  /** The whole file of a chat; absent where nobody needs it. */
  chat?: ChatFile | null;
  /** How it was captured; null where no record of this kind was made. */
  record: CaptureRecord | null;
}

/** The captures as numbered evidence, in the order in which a complaint is proved, then in order of time. */
export function evidenceItems(contents: readonly CaptureContent[], withOriginals = false): EvidenceItem[] {
  return [...contents]
    .sort((a, b) => rank(a.capture) - rank(b.capture) || a.capture.takenAt - b.capture.takenAt)
    .map((content, index) => evidenceItem(content, `E${String(index + 1).padStart(2, '0')}`, withOriginals));
}

function rank(capture: Capture): number {
  return EVIDENCE_GROUPS.indexOf(proofOf(capture).group);
}

function proofOf({ pageKind, title, own }: Capture): Proof {
  if (own) return ownFileProof(own);
  const known = pageKind ? PROOFS[pageKind] : undefined;
  return known ?? { group: 'other', name: truncate(title, 16) || '网页', purpose: '证明网页在采集时显示的内容' };
}

function evidenceItem(
  { capture, pictures, messages, record }: CaptureContent,
  no: string,
  withOriginals: boolean,
): EvidenceItem {
  const { group, name, purpose } = proofOf(capture);
  const artifacts = bundleArtifacts(capture, withOriginals);
  if (capture.own) return ownFileItem(capture, capture.own, { pictures, artifacts, withOriginals }, no);
  const folder = evidenceFolderName(no, name, capture.takenAt);
  return {
    no,
    group,
    pageKind: capture.pageKind,
    name,
    type: capture.pageKind === 'chat' ? '电子数据（聊天记录）' : '电子数据（网页）',
    folder,
    captureId: capture.id,
    url: capture.url,
    origin: originWords(capture.role),
    capturedAt: capture.takenAt,
    purpose: capture.purpose || purpose,
    remark: remarkWords(capture.role),
    gaps: capture.gaps,
    files: artifacts.map((artifact) => bundleFile(artifact, folder)),
    pictures: [...pictures],
    messages: [...messages],
    ...itemRedaction(capture, withOriginals),
    ...(record && { record }),
  };
}

function bundleFile({ id, name, ...artifact }: Artifact, folder: string): BundleFile {
  return { ...artifact, path: `${EVIDENCE_FOLDER}/${folder}/${name}`, blobId: id };
}

const ACCOUNTS: Record<Role, string> = { buyer: '买家账号', seller: '卖家账号', unknown: '浏览器' };

function originWords(role: Role): string {
  return role === 'unknown' ? '在浏览器中打开网页后采集' : `以${ACCOUNTS[role]}登录，在浏览器中打开网页后采集`;
}

function remarkWords(role: Role): string {
  return role === 'unknown' ? '可按网址重新打开核对' : `原件在平台，可当场登录${ACCOUNTS[role]}出示`;
}
