import { chinaDate } from '../../shared/time.ts';
import type { BundleData } from '../types.ts';
import { marketplaceWords } from './words.ts';

/** One field of the 12315 form; `value` is undefined when the user still has to find it. */
export interface FormField {
  group: string;
  label: string;
  value: string | undefined;
  /** What to watch for when filling it in. */
  hint?: string;
}

/** The form's fields (evidence.md 1.1) in the form's order, except content, claims and attachments. */
export function formFields(data: BundleData): FormField[] {
  return [...complainantFields(data), ...respondentFields(data), ...purchaseFields(data)];
}

function complainantFields({ complainant }: BundleData): FormField[] {
  const group = '投诉人';
  const answer = (agrees: boolean | undefined) => (agrees === undefined ? undefined : agrees ? '是' : '否');
  return [
    { group, label: '姓名', value: complainant.name, hint: '须与实名登录一致' },
    { group, label: '证件类型', value: complainant.idType },
    { group, label: '证件号码', value: complainant.idNumber },
    { group, label: '联系电话', value: complainant.phone },
    { group, label: '联系地址', value: complainant.address },
    { group, label: '是否同意公示投诉信息', value: answer(complainant.agreesToPublish) },
    { group, label: '是否同意委托调解', value: answer(complainant.agreesToDelegatedMediation) },
  ];
}

function respondentFields({ respondent, dispute }: BundleData): FormField[] {
  const group = '被投诉人';
  return [
    { group, label: '企业名称', value: respondent.companyName, hint: '先用名称或者统一社会信用代码查找并确认' },
    { group, label: '统一社会信用代码', value: respondent.uscc },
    { group, label: '联系人（法定代表人）', value: respondent.legalRepresentative },
    { group, label: '地址', value: respondent.address, hint: '未公示地址或者无法联系的，可以选择平台经营者住所地' },
    { group, label: '联系电话', value: respondent.phone },
    { group, label: '店铺名称', value: respondent.shopName ?? dispute.shopName },
    { group, label: '处理单位所在地', value: undefined, hint: '按被投诉人公示地址所在的区县选择' },
  ];
}

function purchaseFields({ dispute }: BundleData): FormField[] {
  const group = '商品与消费';
  return [
    { group, label: '商品或者服务名称', value: dispute.itemTitle },
    { group, label: '商品类别', value: undefined, hint: '在平台列表中选择' },
    { group, label: '品牌、型号', value: undefined, hint: '按商品页面填写' },
    { group, label: '销售方式', value: '网购' },
    { group, label: '网购平台', value: marketplaceWords(dispute.marketplace) },
    { group, label: '订单编号', value: dispute.orderNo },
    { group, label: '商品链接', value: dispute.itemUrl },
    { group, label: '购买日期', value: dispute.createdAt === undefined ? undefined : chinaDate(dispute.createdAt) },
    { group, label: '消费金额（元）', value: dispute.paidAmount },
    {
      group,
      label: '争议发生时间',
      value: dispute.refundAppliedAt === undefined ? undefined : chinaDate(dispute.refundAppliedAt),
      hint:
        dispute.refundAppliedAt === undefined ? '填首次向商家提出问题的日期' : '此处为申请售后的日期，更早提出的请改',
    },
    { group, label: '投诉问题类别', value: undefined, hint: '在平台列表中选择' },
  ];
}
