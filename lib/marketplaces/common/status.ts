import { normalizeSpace, plainText } from '../../shared/text.ts';
import type { PageStage, RefundType } from '../types.ts';

const SELLER = '(?:卖家|商家|店家)';

/** Words of a status and our stage for it; first match wins. Wording: pages.md 1.9. */
const ORDER_STATUS: readonly [RegExp, PageStage | null][] = table([
  ['(?:商品|宝贝)?(?:已拍下,)?等待(?:买家)?(?:付款|支付)|待(?:付款|支付)', 'UNPAID'],
  [`(?:买家|您)?已付款(?:,?等待${SELLER}发货)?|(?:等待|待)${SELLER}?发货|定金已付`, 'PAID'],
  [`${SELLER}?已发货(?:,等待买家确认(?:收货)?)?|等待买家(?:确认)?收货|等待买家确认|待(?:确认)?收货`, 'SHIPPED'],
  ['(?:交易|订单)(?:已)?(?:成功|完成)|待评价', 'SUCCESS'],
  ['(?:交易|订单)(?:已)?(?:关闭|取消)', 'CLOSED'],
  [`付款确认中|异常订单|退款中的订单|订单部分退款中|${SELLER}?(?:已)?部分发货`, null],
]);

const ORDER_CODES: Record<string, PageStage> = {
  WAIT_BUYER_PAY: 'UNPAID',
  WAIT_SELLER_SEND_GOODS: 'PAID',
  WAIT_BUYER_CONFIRM_GOODS: 'SHIPPED',
  TRADE_FINISHED: 'SUCCESS',
  TRADE_CLOSED: 'CLOSED',
  TRADE_CLOSED_BY_TAOBAO: 'CLOSED',
  CREATE_CLOSED_OF_TAOBAO: 'CLOSED',
};

const PLATFORM = '(?:淘宝|天猫)?(?:平台|客服|小二)';
const REFUND = '(?:仅退款|退货退款|退款|退货|换货|售后)';

/** What a refund's heading starts with. Conditions (“如果商家拒绝…”), questions, buttons and steps are worded otherwise. */
const REFUND_STATUS: readonly [RegExp, PageStage | null][] = table([
  [
    '(?:双方)?举证中|等待(?:买卖)?(?:双方|买家|卖家|商家)?举证|请(?:您|买卖双方|双方)?(?:上传|提交|补充)(?:举证)?(?:凭证|证据)',
    'EVIDENCE',
  ],
  [`等待${PLATFORM}(?:审核|判定|判责|核实)|${PLATFORM}(?:正在)?(?:审核|判定|判责|核实)中`, 'REVIEW'],
  [
    `(?:买家)?已申请${PLATFORM}(?:介入)(?:处理)?|等待${PLATFORM}(?:介入|处理)|${PLATFORM}(?:已经?|正在)(?:介入|处理)(?:处理)?中?|${PLATFORM}(?:介入处理|介入|处理)中`,
    'INTERVENTION',
  ],
  [
    `买家已经?(?:退货|寄回|寄出(?:退货|商品)?|发货)(?:,?(?:请?等待|待|请)${SELLER}(?:确认)?收货)?|(?:请?等待|待|请)${SELLER}(?:确认)?收货(?:并退款)?|请确认收货`,
    'WAIT_SELLER_CONFIRM_GOODS',
  ],
  [
    `${SELLER}已经?同意了?(?:您的)?${REFUND}?(?:申请)?,(?:请?等待买家退货|请.{0,12}(?:退货|寄回).{0,8})|${SELLER}已经?同意了?退货(?:退款)?(?:申请)?|(?:请?等待|待)买家(?:退货|发货|寄回|寄出)|待退货|请(?:您)?(?:尽快|尽早)?(?:退货(?:给${SELLER})?|寄回商品|填写退货物流(?:信息)?)`,
    'WAIT_BUYER_RETURN_GOODS',
  ],
  [
    `${SELLER}(?:已经?)?拒绝了?(?:您的|买家的)?(?:本次)?${REFUND}?(?:申请|协议)?|已拒绝(?:退款|申请)|(?:请?等待|待)买家(?:修改|处理|响应)(?:申请)?`,
    'SELLER_REFUSE_BUYER',
  ],
  [
    `(?:买家已经?(?:申请|发起).{0,8},)?(?:请?等待|待|请)${SELLER}(?:尽快)?(?:处理|同意|审核)(?:.{0,6}申请)?|买家已经?(?:申请|发起)${REFUND}(?:申请)?|退款待处理|请(?:尽快)?处理.{0,6}申请|请退款`,
    'WAIT_SELLER_AGREE',
  ],
  [`${REFUND}(?:已)?(?:成功|完[毕成结])|已退款(?:成功)?`, 'SUCCESS'],
  [`(?:${REFUND}(?:申请)?|申请)已?(?:关闭|撤销|取消)|(?:买家|您)已?撤销了?(?:本次)?(?:${REFUND})?申请`, 'CLOSED'],
  [`${SELLER}已经?同意了?(?:您的)?${REFUND}(?:申请)?|${REFUND}(?:处理)?中`, null],
]);

/** Behind a status stands nothing, or a pause; “交易成功后…”, “退款成功率” are no statuses. */
function table(rows: readonly [string, PageStage | null][]): readonly [RegExp, PageStage | null][] {
  return rows.map(([words, stage]) => [new RegExp(`^(?:${words})(?=$|[\\s,;:!。(])`, 'u'), stage]);
}

interface Status {
  status: string;
  stage: PageStage | null;
}

function statusOf(text: string, rows: readonly [RegExp, PageStage | null][]): Status | null {
  const words = normalizeSpace(text).replace(/^(?:当前)?(?:订单|交易|退款|售后)?状态\s*[:：]\s*/u, '');
  const plain = plainText(words);
  for (const [pattern, stage] of rows) {
    const length = pattern.exec(plain)?.[0].length;
    if (length) return { status: words.slice(0, length), stage };
  }
  return null;
}

/** The status words at the start of `text`, without the advice behind them, and our stage when it is clear. */
export function orderStatusOf(text: string): Status | null {
  return statusOf(text, ORDER_STATUS);
}

/** Our stage for a code such as `WAIT_BUYER_CONFIRM_GOODS`; null for unknown codes. */
export function orderStageOfCode(code: string | null): PageStage | null {
  return (code && ORDER_CODES[code]) || null;
}

/** The status words of a refund at the start of a heading, without clock and advice, and our stage. */
export function refundStatusOf(text: string): Status | null {
  return statusOf(text, REFUND_STATUS);
}

const REFUND_TYPES: readonly [RegExp, RefundType][] = [
  [/^(?:仅退款|未收到货,?仅?退款|退款\(无需退货\))/u, 'refundOnly'],
  [/^(?:退货退款|退货并退款|退款退货)/u, 'returnRefund'],
  [/^(?:退货)?换货/u, 'exchange'],
  [/^(?:返厂)?维修/u, 'repair'],
  [/^补寄/u, 'resend'],
  [/^(?:价保|价格保护|退差价)/u, 'priceProtection'],
];

/** `我要仅退款` → refundOnly; null for the bare word 退款, which may be either, and for sentences. */
export function refundTypeOf(text: string): RefundType | null {
  const words = plainText(text).replace(/^(?:我要|申请|买家申请)/u, '');
  if (words.length > 16) return null;
  return REFUND_TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
