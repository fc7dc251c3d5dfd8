import { text } from '../text.ts';
import { defineSection } from './define.ts';

const FILE = text('在“我的淘宝—订单详情—投诉商家”提交投诉', 'file the complaint under 我的淘宝 – 订单详情 – 投诉商家');
const NOT_ACCEPTED = text('平台不再受理这项投诉', 'the platform no longer accepts the complaint');
const NONE_TO_FIFTEEN = text('旧文本按类型为0至15天，以页面为准', 'older texts say 0–15 d by type; the page decides');
const AT_ONCE = { key: 'shortest', label: text('最短', 'shortest'), duration: { amount: 0, unit: 'd' } } as const;

/** Rules 1.7: complaint about the seller (投诉卖家). */
export const COMPLAINT_RULES = defineSection('1.7', 'clock', [
  {
    id: 'CP.delivery',
    owners: ['buyer'],
    trigger: text('违背发货承诺，交易关闭', 'shipping promise broken, trade closed'),
    action: FILE,
    duration: { amount: 15, unit: 'd' },
    onTimeout: NOT_ACCEPTED,
    note: text(
      '现行文本只写“投诉期内”，天数来自2012、2017年的文本',
      'the present text has no number; 15 d from 2012 and 2017',
    ),
    sources: [{ key: 'T2', article: '第18条' }, { key: 'H5' }, { key: 'H6' }],
    confidence: ['X', 'V2'],
  },
  {
    id: 'CP.description',
    owners: ['buyer'],
    trigger: text(
      '描述不符、恶意评价、骗取他人财物，交易成功',
      'wrong description, malicious review, fraud; trade succeeded',
    ),
    action: FILE,
    duration: { amount: 15, unit: 'd' },
    onTimeout: NOT_ACCEPTED,
    sources: [{ key: 'H5' }, { key: 'H6' }],
    confidence: ['V2'],
  },
  {
    id: 'CP.notreceived',
    owners: ['buyer'],
    trigger: text('交易成功但没收到货', 'not received though the trade succeeded'),
    action: FILE,
    duration: { amount: 15, unit: 'd' },
    variants: [AT_ONCE],
    onTimeout: NOT_ACCEPTED,
    note: NONE_TO_FIFTEEN,
    sources: [{ key: 'H6' }],
    confidence: ['V2'],
  },
  {
    id: 'CP.promise',
    owners: ['buyer'],
    trigger: text(
      '违背其他承诺（赠品、价格、发票、服务），交易关闭或成功',
      'another promise broken (gift, price, invoice, service); trade closed or succeeded',
    ),
    action: FILE,
    duration: { amount: 15, unit: 'd' },
    variants: [AT_ONCE],
    onTimeout: NOT_ACCEPTED,
    note: NONE_TO_FIFTEEN,
    sources: [{ key: 'H6' }],
    confidence: ['V2'],
  },
  {
    id: 'CP.anytime',
    owners: ['buyer'],
    trigger: text(
      '虚假交易、违禁信息、侵权、泄露信息、盗号',
      'fake trade, forbidden information, infringement, leaked data, stolen account',
    ),
    action: text('随时可以投诉', 'complain at any time'),
    duration: null,
    onTimeout: null,
    sources: [{ key: 'H5' }],
    confidence: ['V2'],
  },
  {
    id: 'CP.general.seed',
    owners: ['buyer'],
    trigger: text('订单完成', 'the order is finished'),
    action: FILE,
    duration: { amount: 30, unit: 'd' },
    onTimeout: NOT_ACCEPTED,
    note: text(
      '与其他来源（15天）矛盾，不用于计算',
      'contradicted by the other sources (15 d); never used for counting',
    ),
    sources: [{ key: 'S1' }],
    confidence: ['S'],
  },
  {
    id: 'CP.seller_answer',
    owners: ['seller'],
    trigger: text('买家发起投诉', 'complaint opened'),
    action: text('在“卖家中心—客户服务—投诉管理”答复', 'answer under 卖家中心 – 客户服务 – 投诉管理'),
    duration: { amount: 3, unit: 'd' },
    onTimeout: text('平台按现有材料处理', 'the platform decides on what it has'),
    sources: [],
    confidence: ['R'],
  },
]);
