import type { NegotiationEntry, PageEvent, PageStage, Party } from '../types.ts';

/** What an entry of the negotiation did to the request. */
interface Step {
  by: readonly Party[];
  words: RegExp;
  stage: PageStage;
  event?: PageEvent['type'];
}

const BUYER = '^(?:买家|您)(?:[（(][^）)]*[）)])?(?:于\\s*[\\d\\-/: ]{8,20})?(?:主动|已经?)?';
const SELLER = '^(?:卖家|商家)(?:[（(][^）)]*[）)])?(?:于\\s*[\\d\\-/: ]{8,20})?(?:已经?)?';

/** First match wins. The words are the platform's; what people write in between starts otherwise. */
const STEPS: readonly Step[] = [
  { by: ['seller', 'platform'], words: /^[^\n]{0,24}退款成功(?=$|[，,。！!\s])/u, stage: 'SUCCESS' },
  { by: ['seller'], words: new RegExp(`${SELLER}拒绝`, 'u'), stage: 'SELLER_REFUSE_BUYER', event: 'refund.refused' },
  {
    by: ['seller', 'platform'],
    words: new RegExp(
      `(?:${SELLER}|^系统.{0,8}|^卖家超时.{0,12})(?:同意.{0,6}退货|(?:确认|发送)(?:收货|退货)地址)`,
      'u',
    ),
    stage: 'WAIT_BUYER_RETURN_GOODS',
    event: 'refund.agreed',
  },
  {
    by: ['buyer'],
    words: new RegExp(`${BUYER}(?:退货|寄回|寄出|填写.{0,4}退货)`, 'u'),
    stage: 'WAIT_SELLER_CONFIRM_GOODS',
    event: 'return.shipped',
  },
  {
    by: ['buyer'],
    words: new RegExp(`${BUYER}修改了?.{0,6}申请`, 'u'),
    stage: 'WAIT_SELLER_AGREE',
    event: 'refund.modified',
  },
  {
    by: ['buyer'],
    words: new RegExp(`${BUYER}(?:创建|发起|提交)了?.{0,6}申请`, 'u'),
    stage: 'WAIT_SELLER_AGREE',
    event: 'refund.applied',
  },
  {
    by: ['buyer', 'platform'],
    words: new RegExp(`(?:${BUYER}|^系统)(?:撤销|关闭|取消)了?(?:本次)?.{0,6}申请`, 'u'),
    stage: 'CLOSED',
    event: 'withdrawn',
  },
  {
    by: ['buyer', 'seller'],
    words: new RegExp(`(?:${BUYER}|${SELLER}|^)(?:要求|申请|发起)了?.{0,4}(?:客服|平台|小二)介入`, 'u'),
    stage: 'INTERVENTION',
    event: 'intervention.requested',
  },
  { by: ['platform'], words: /^(?:淘宝|天猫|平台)?(?:客服|平台|小二)已?介入/u, stage: 'INTERVENTION' },
];

/** What the entry did; undefined for talk. An entry whose author is unknown may be anybody's. */
export function stepOf({ text, party }: NegotiationEntry): Step | undefined {
  return STEPS.find(({ by, words }) => (party === 'unknown' || by.includes(party)) && words.test(text.trim()));
}

/** The stage that the newest entry with a known meaning leads to; null when none has one. */
export function stageAfter(entries: readonly NegotiationEntry[]): PageStage | null {
  return entries.map(stepOf).findLast((step) => step !== undefined)?.stage ?? null;
}
