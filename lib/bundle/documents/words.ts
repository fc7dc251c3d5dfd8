import type { ArtifactRole, CaptureGap } from '../../evidence/types.ts';
import type { Company, Item, Marketplace } from '../../marketplaces/types.ts';
import type { Yuan } from '../../shared/money.ts';
import { type ChinaDate, chinaDate, formatPageTime, type Instant } from '../../shared/time.ts';
import type { Claim, EvidenceGroup } from '../types.ts';

const MARKETPLACE_WORDS: Record<Marketplace, string> = {
  taobao: '淘宝',
  tmall: '天猫',
  '1688': '1688（阿里巴巴）',
  xianyu: '闲鱼',
  jd: '京东',
  pdd: '拼多多',
};

export const GROUP_WORDS: Record<EvidenceGroup, string> = {
  subject: '主体资格',
  contract: '交易关系',
  promise: '商品说明与承诺',
  breach: '违约与瑕疵',
  negotiation: '协商与平台处理',
  loss: '损失',
  other: '其他',
};

export const FILE_ROLE_WORDS: Record<ArtifactRole, string> = {
  frame: '分屏画面',
  fullPage: '整页长图',
  thumbnail: '缩略图',
  text: '页面文字',
  facts: '页面信息',
  messages: '聊天数据',
  pageCopy: '页面副本',
  picture: '聊天图片',
  record: '采集记录',
  textBoxes: '文字位置',
  own: '原文件',
  redacted: '遮盖后的副本',
  redaction: '遮盖说明',
};

export const GAP_WORDS: Record<CaptureGap, string> = {
  pageCopyNotAllowed: '未保存页面副本（未获授权）',
  pageCopyFailed: '页面副本保存失败',
  pageCopyTooLarge: '页面过大，未保存页面副本',
  pageCopyIncomplete: '页面副本缺少部分图片、样式或内嵌页面，以画面为准',
  pageTooLong: '页面过长，末尾部分未采集',
  pageGrew: '采集过程中页面继续加载并变长',
  picturesNotLoaded: '部分图片在采集时未加载完成',
  unstableFrames: '部分画面在采集时仍在变化',
  chatStartNotReached: '未到达聊天记录的起点，更早的消息未采集',
  chatFromChosenDay: '按采集人所选，只采集到某个时间，更早的消息未采集',
  chatDiscontinuous: '聊天记录有不连续之处，中间消息未采集',
  chatPicturesNotSaved: '部分聊天图片未另存原图',
  chatFramesPartial: '部分消息只有文字和图片，没有分屏画面',
  fullPageTooLarge: '页面过大，未生成整页长图，以分屏画面为准',
  framesOnly: '仅有分屏画面，未生成整页长图',
  interrupted: '采集中途中断，只有中断之前的画面；正文和页面信息为采集开始时所读',
  pageMoved: '采集过程中页面内容移动过，前后两次画面均已保留',
  viewChanged: '采集过程中窗口大小或缩放比例改变，此后的部分未采集',
  scrollRefused: '页面拒绝继续滚动，其后的部分未采集',
  textTooLong: '页面文字过长，末尾部分未保存',
  innerBoxes: '页面内另有可滚动的区域，其未显示的部分未截图',
  foreignFrames: '页面内嵌了其他网站的内容，其文字未能读取（画面中可见）',
  textBoxesIncomplete: '部分画面未记录文字位置',
};

/** The platform's Chinese name; nothing when it is not known. */
export function marketplaceWords(marketplace: Marketplace | null): string | undefined {
  return marketplace === null ? undefined : MARKETPLACE_WORDS[marketplace];
}

/** `测试杯（蓝色，人民币35.20元，2件）`. */
export function itemWords({ title, sku, unitPrice, quantity }: Item): string {
  const details = [sku, unitPrice && moneyWords(unitPrice), quantity && `${quantity}件`].filter(Boolean).join('，');
  return details ? `${title}（${details}）` : title;
}

/** Name, credit code and address, as far as they are known. */
export function companyWords({ name, uscc, address, legalRepresentative }: Company): string {
  return [name, uscc, address, legalRepresentative].filter(Boolean).join('，');
}

/** `人民币199.00元`. */
export function moneyWords(amount: Yuan): string {
  return `人民币${amount}元`;
}

/** `2026年11月22日` in Asia/Shanghai. */
export function dateWords(instant: Instant): string {
  return dayWords(chinaDate(instant));
}

/** `2014-03-15` → `2014年3月15日`. */
export function dayWords(date: ChinaDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026-11-22 12:15:01` in Asia/Shanghai, or nothing when the instant is not known. */
export function timeWords(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : formatPageTime(instant);
}

const SECTION_NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 0 → `一`, for section headings; there are never more than ten. */
export function sectionNumeral(index: number): string {
  return SECTION_NUMERALS[index] ?? String(index + 1);
}

/** True for the remedies that need an amount. */
export function isClaimOfMoney({ kind }: Claim): boolean {
  return kind === '退还货款和服务费用' || kind === '赔偿损失';
}
