import type { LabelSpec } from '../../reading/label-table.ts';
import { readId, readInstant, readTrackingNo, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactKey, Facts } from '../types.ts';
import { orderStatusOf } from './status.ts';

/** One row of a site's tables of labels: the fact, the Chinese labels that feed it, and how its value must look. */
export function label<Key extends FactKey>(
  fact: Key,
  labels: string,
  read: (text: string) => Facts[Key] | null,
  form: LabelSpec<FactKey>['form'] = 'exact',
): LabelSpec<FactKey> {
  return { fact, labels: labels.split(' '), read, form };
}

/** What was paid or asked for; discounts beside it are negative. */
export const readAmount = (text: string): string | null => {
  const yuan = parseYuan(text.replace(/^\s*[+＋]/u, ''));
  return yuan?.startsWith('-') ? null : yuan;
};
const MARKS = /[，。！？；、,!?;]/u;
/** What opens a sentence behind a label such as 商家： and no name. */
const SENTENCE =
  /^(?:已|未|请|应[当在于该]|需[要在]|将[会在于]|可以|同意|拒绝|承诺|确认|处理|申请|提供|发货|收货|退款|退货|责任|支付|留言|超时|逾期|正在|在线|您|你)/u;
/** A nick as shown; sellers' sub-accounts have one colon (`测试卖家:客服1`). */
export const readNick = (text: string): string | null =>
  MARKS.test(text) || SENTENCE.test(text.trim()) || /\s\S+[:：]/u.test(text) ? null : readWords(text, 60);
/** The name of a shop or company. */
export const readShop = (text: string): string | null =>
  MARKS.test(text) || /[:：]/u.test(text) ? null : readWords(text, 60);
/** The carrier's name without hotline and number. */
export const readCarrier = (text: string): string | null => {
  const words = /^[\p{Script=Han}A-Za-z·]{2,16}/u.exec(text.trim())?.[0] ?? '';
  return /^(?:无需|暂无|等待|商家|卖家|包裹|查看|未)/u.test(words) ? null : readWords(words);
};

/** Labels of parcels, the same on every site. */
export const PARCEL_SPECS: readonly LabelSpec<FactKey>[] = [
  label('carrier', '物流公司 快递公司 承运公司', readCarrier, 'words'),
  label('trackingNo', '运单号码 运单号 物流单号 快递单号', readTrackingNo),
];

/** Labels of orders that mean the same on every site. */
export const SAME_ORDER_SPECS: readonly LabelSpec<FactKey>[] = [
  label('paymentNo', '支付宝交易号 支付交易号', (text) => readId(text, 16, 32)),
  label('shippedAt', '发货时间', readInstant),
  label('signedAt', '签收时间', readInstant),
  label('orderStatus', '当前订单状态 订单状态 交易状态', (text) => orderStatusOf(text)?.status ?? null, 'words'),
  ...PARCEL_SPECS,
];

/** Labels that feed nothing still end the value of the label before them and name columns of tables. */
export const OTHER_LABELS: readonly string[] =
  '收货地址 收货人 收货信息 联系电话 手机号 买家留言 昵称 真实姓名 城市 支付方式 支付宝账号 交易快照 订单备注 备注 发票 发票类型 订单类型 配送方式 配送时间 物流信息 退货物流信息 退货地址 协商历史 订单信息 宝贝 宝贝属性 商品 商品信息 状态 服务 单价 数量 规格 金额 小计 合计 优惠 官方立减 店铺优惠 操作 交易操作 售后 评价 申请次数 货物状态 联系方式 处理时间 更新时间 类型 时间 拒绝原因 拒绝说明 退货说明'.split(
    ' ',
  );
