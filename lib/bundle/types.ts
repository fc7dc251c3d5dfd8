import type { RulesUse } from '../cases/types.ts';
import type { CaptureRecord } from '../evidence/capture-record.ts';
import type { MergedChat } from '../evidence/chat/merge.ts';
import type { ShownMessage } from '../evidence/chat/types.ts';
import type { RedactionRule } from '../evidence/covered.ts';
import type { Artifact, ArtifactRole, CaptureGap, OwnFile } from '../evidence/types.ts';
import type { Countdown, FactKey, Facts, IsoTime, Marketplace, PageKind, Role } from '../marketplaces/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { Yuan } from '../shared/money.ts';
import type { ChinaDate, Instant } from '../shared/time.ts';
import type { CaseEvent } from '../stages/index.ts';
import type { BundleStamp } from './stamps.ts';

/**
 * Everything the documents of one bundle are made from. Texts are Chinese: the readers are 12315 officers. A fact that is
 * not known is absent and becomes a visible blank (【待补】) in the documents; nothing is invented.
 */
export interface BundleData {
  /** Printed on every page, such as `WQX-20261122-121501-7F3A`. */
  bundleNo: string;
  createdAt: Instant;
  software: { name: string; version: string; browser: string; os: string; buildSha256?: Sha256 };
  /** Version of the rules in `lib/stages/rules` that the case was judged with. */
  rulesVersion: string;
  dispute: DisputeSummary;
  complainant: Complainant;
  respondent: Respondent;
  claims: Claim[];
  /** Section 二 of the complaint: what was bought. */
  transaction: Statement[];
  /** Section 三: what happened, in order of time. */
  course: Statement[];
  /** Section 四: what was tried with the seller and the platform. */
  negotiation: Statement[];
  /** Section 五: provisions the user chose one by one; the section is left out when there are none. */
  grounds?: LegalGround[];
  timeline: TimelineRow[];
  evidence: EvidenceItem[];
  /** Conversations that were captured several times, each as one. */
  chats?: BundleChat[];
  /** Every fact that the documents may use, each with where it is from. */
  facts?: BundleFact[];
  /** What the complainant has corrected; every document that uses it says so. */
  corrections?: BundleCorrection[];
  /** What the complainant states to have happened; no evidence shows it. */
  entries?: BundleEntry[];
  /** What the pages said at each look, captured or not. */
  visits?: BundleVisit[];
  /** The versions of the rules that the case was judged with, each since when. */
  rules?: RulesUse[];
  /** The time stamps in the bundle, earliest first. */
  stamps?: readonly Pick<BundleStamp, 'genTime' | 'signer' | 'isKnown'>[];
}

/** One statement of the complainant about what has happened. */
export interface BundleEntry {
  id: string;
  words: string;
  /** Null when nothing in the stages follows from it. */
  event: CaseEvent | null;
  at: IsoTime;
  /** By which way it was done. */
  channel?: string;
  note?: string;
  enteredAt: Instant;
}

/** What a page said from the first to the last look at it. Times are this computer's. */
export interface BundleVisit {
  page: string;
  url: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  status?: string;
  stage?: string;
  countdown?: Countdown;
}

/** A fact as `06_案件信息.json` lists it: a corrected one beside what the page says. */
export interface BundleFact {
  fact: FactKey;
  value: Facts[FactKey];
  source: 'page' | 'user';
  /** What the captures show, of a corrected fact; null when they do not show it. */
  page?: Facts[FactKey] | null;
  correctedAt?: Instant;
  evidence: EvidenceRef[];
}

/** A corrected fact in words. */
export interface BundleCorrection {
  fact: FactKey;
  label: string;
  /** What the page says; absent when it does not say. */
  page?: string;
  corrected: string;
  at: Instant;
  /** The words on the page that the user pointed at. */
  picked?: string;
  evidence: EvidenceRef[];
}

export interface DisputeSummary {
  marketplace: Marketplace | null;
  role: Role;
  orderNo?: string;
  refundNo?: string;
  itemTitle?: string;
  quantity?: number;
  paidAmount?: Yuan;
  refundAmount?: Yuan;
  createdAt?: Instant;
  paidAt?: Instant;
  signedAt?: Instant;
  refundAppliedAt?: Instant;
  shopName?: string;
  sellerNick?: string;
  /** 仅退款, 退货退款 … as a word for the documents. */
  refundType?: string;
  refundReason?: string;
  refundDescription?: string;
  /** The page's own words for where things stand, with the time they were seen. */
  status?: { text: string; seenAt: Instant };
  /** Links for finding it again on the platform. */
  orderUrl?: string;
  itemUrl?: string;
}

/** Typed by the user for this export only; goes into the complaint and the form text, never into the evidence folder. */
export interface Complainant {
  name?: string;
  idType?: string;
  idNumber?: string;
  phone?: string;
  address?: string;
  /** 是否同意公示投诉信息 / 是否同意委托调解, as the form asks. */
  agreesToPublish?: boolean;
  agreesToDelegatedMediation?: boolean;
}

export interface Respondent {
  companyName?: string;
  uscc?: string;
  address?: string;
  legalRepresentative?: string;
  phone?: string;
  shopName?: string;
  /** Evidence number of the licence page, when it was captured. */
  evidence?: EvidenceRef;
}

/** The remedies of 总局令第121号 art. 11 in the words of the form. */
export const CLAIM_KINDS = ['退货', '退还货款和服务费用', '更换', '修理', '重作', '补足商品数量', '赔偿损失'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export interface Claim {
  kind: ClaimKind;
  amount?: Yuan;
  /** Free words of the user, e.g. on what grounds. */
  note?: string;
}

export interface LegalGround {
  /** 《消费者权益保护法》第二十五条 */
  provision: string;
  /** What it says or why it applies, in one sentence. */
  text: string;
  /** When the cited text came into force, `YYYY-MM-DD`. */
  inForceSince: ChinaDate;
}

export interface EvidenceRef {
  /** `E03`. */
  no: string;
  /** 1-based page inside the evidence item (not of the book); the documents turn it into a page of the book. */
  page?: number;
  /** For a chat: 0-based place in the item's `messages`, to point at one line of the transcript. */
  message?: number;
}

/** A sentence that states a fact and names what proves it. */
export interface Statement {
  text: string;
  /** The same in fewer words, for the short text of the form. */
  brief?: string;
  evidence: EvidenceRef[];
}

export interface TimelineRow {
  /** When it happened; null when the page does not say. */
  at: Instant | null;
  /**
   * `platform`: a time the platform shows. `capture`: this computer's clock at capture. `user`: the complainant's correction.
   * `statement`: the complainant says so. `visit`: this computer's clock when a page was seen that was not captured then.
   * `file`: what a file says about itself.
   */
  timeSource: 'platform' | 'capture' | 'user' | 'statement' | 'visit' | 'file';
  event: string;
  who: string;
  quote: string;
  evidence: EvidenceRef[];
}

/** In the order a complaint is proved: who, contract, promise, breach, negotiation, loss. */
export const EVIDENCE_GROUPS = ['subject', 'contract', 'promise', 'breach', 'negotiation', 'loss', 'other'] as const;
export type EvidenceGroup = (typeof EVIDENCE_GROUPS)[number];

export interface EvidenceItem {
  /** `E01`, `E02` … */
  no: string;
  group: EvidenceGroup;
  pageKind: PageKind | null;
  /** 证据名称 */
  name: string;
  /** 证据类型, such as 电子数据（网页截图）. */
  type: string;
  /** Folder below `08_原始证据/`. */
  folder: string;
  captureId: string;
  url: string;
  /** How it was obtained, e.g. 买家账号登录后在浏览器中打开. */
  origin: string;
  capturedAt: Instant;
  /** The earliest time stamp that covers it. */
  stampedAt?: Instant;
  /** 证明目的 */
  purpose: string;
  /** 备注: where the original can be shown. */
  remark: string;
  gaps: CaptureGap[];
  files: BundleFile[];
  /** Pictures for the evidence book in reading order: page frames, each with the part of it that is new. */
  pictures: BookPicture[];
  /** For a chat. */
  messages: ShownMessage[];
  /** How a page was captured, as far as its record tells. */
  record?: CaptureRecord;
  /** For a file that the complainant added instead of a captured page. */
  own?: OwnFile;
  /** When personal data is covered in it. */
  redaction?: ItemRedaction;
}

/** What was covered in an item, and which originals stay with the complainant. */
export interface ItemRedaction {
  at: Instant;
  /** How many different words each rule has covered; of boxes drawn by hand, how many. */
  rules: { rule: RedactionRule; count: number }[];
  /** Originals that the bundle has a covered copy of instead. */
  withheld: Pick<Artifact, 'name' | 'role' | 'mediaType' | 'bytes' | 'sha256'>[];
  /** Names of files that cannot be covered and are therefore not in the bundle. */
  leftOut: string[];
  /** The user has put the originals in as well. */
  withOriginals: boolean;
}

/** One conversation from several captures; each capture stays an evidence item of its own. */
export interface BundleChat {
  /** The other party; empty when the page names nobody. */
  seller: string;
  merged: MergedChat;
  /** Evidence numbers by capture. */
  numbers: ReadonlyMap<string, string>;
}

/** One file of the bundle below `08_原始证据/`. */
export interface BundleFile {
  /** Path from the top folder. */
  path: string;
  role: ArtifactRole;
  mediaType: string;
  bytes: number;
  sha256: Sha256;
  crc32: number;
  derivedFrom: Sha256[];
  /** Key of the bytes in the blob store. */
  blobId: string;
}

/** A page-wide picture for the book: `blobId` names the bytes, `top`/`height` (px) the part that is not in the picture before. */
export interface BookPicture {
  blobId: string;
  sha256: Sha256;
  width: number;
  height: number;
}
