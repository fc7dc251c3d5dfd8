import type { Capture } from '../../evidence/types.ts';
import type { PageKind } from '../../marketplaces/types.ts';
import { formatPageTime, type Instant } from '../../shared/time.ts';
import type { GroundId } from '../../stages/rules/refusal-grounds.ts';
import { joinTexts, type Text, text } from '../../stages/text.ts';
import { duplicateHolders } from '../../stages/ways/one-authority.ts';
import type { Standing } from '../../stages/ways/types.ts';
import type { Case } from '../types.ts';
import { companyOf } from './company.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** `judge`: nothing on record decides it, the user does. `risk`: something on record may be held against it. */
export type GroundState = 'met' | 'missing' | 'judge' | 'risk';

export interface Finding {
  state: GroundState;
  /** What was found or is missing in this case; null when there is nothing to add. */
  detail: Text | null;
}

/** What the export form holds so far; it is looked at and not kept. */
export interface ComplaintForm {
  complainant: { name?: string; phone?: string; address?: string };
  claims: readonly { kind: string; amount?: string }[];
}

export interface PrecheckInput {
  known: Case;
  /** All cases, for what art. 17 says about frequency. */
  cases: readonly Case[];
  captures: readonly Pick<Capture, 'pageKind' | 'facts' | 'takenAt'>[];
  /** Null where nothing has been filled in yet. */
  form: ComplaintForm | null;
  now: Instant;
}

/** Everything a check may look at. */
export interface Checked extends PrecheckInput {
  standing: Standing;
  jurisdiction: Jurisdiction;
}

type Check = (checked: Checked) => Finding;

const found = (state: GroundState, zh: string, en: string): Finding => ({ state, detail: text(zh, en) });
const JUDGE: Finding = { state: 'judge', detail: null };

/** Names what is missing; met when nothing is. */
function unlessMissing(missing: readonly Text[], met: Finding = { state: 'met', detail: null }): Finding {
  if (missing.length === 0) return met;
  const list = joinTexts(missing, text('、', ', '));
  return found('missing', `还缺：${list.zh}`, `missing: ${list.en}`);
}

/** Art. 17 has no number; from this many pieces on the user is asked to look. */
const MANY_PIECES = 10;

/** How each ground is checked against a case. */
export const CHECKS: Record<GroundId, Check> = {
  identity: ({ form }) => {
    if (!form) return JUDGE;
    const { name, phone, address } = form.complainant;
    return unlessMissing([
      ...(name ? [] : [text('姓名', 'name')]),
      ...(phone ? [] : [text('电话', 'telephone')]),
      ...(address ? [] : [text('通讯地址', 'postal address')]),
    ]);
  },
  respondent: ({ captures }) => {
    const company = companyOf(captures);
    return unlessMissing(
      [
        ...(company?.name ? [] : [text('营业执照上的名称', 'the name on the licence')]),
        ...(company?.address ? [] : [text('公示的地址', 'the published address')]),
      ],
      found('met', `${company?.name}，${company?.address}`, `${company?.name}, ${company?.address}`),
    );
  },
  claims: ({ form }) => {
    if (!form) return JUDGE;
    if (form.claims.length === 0) return unlessMissing([text('投诉请求', 'claims')]);
    const unpriced = form.claims.filter(({ kind, amount }) => MONEY.includes(kind) && !amount);
    return unlessMissing(unpriced.length > 0 ? [text('请求的金额', 'the amount asked for')] : []);
  },
  facts: (checked) =>
    unlessMissing([
      ...lacking(checked, ['product', 'snapshot'], text('商品页或交易快照', 'product page or trade snapshot')),
      ...lacking(checked, ['chat'], text('聊天记录', 'the chat')),
    ]),
  dispute: (checked) =>
    unlessMissing([
      ...lacking(checked, ['orderDetail'], text('订单详情', 'the order')),
      ...lacking(checked, ['refundDetail', 'complaintDetail'], text('退款详情', 'the refund')),
    ]),
  dailyLife: ({ known }) =>
    known.marketplace === '1688'
      ? found(
          'risk',
          '1688是批发网站：要能说明是自己生活用',
          '1688 is a wholesale site: be able to say that it is for daily life',
        )
      : JUDGE,
  signals: ({ known, cases }) => {
    const pieces = (known.facts.items ?? []).reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    const others = cases.filter((other) => other.id !== known.id && isSameShop(other, known) && wasFiled(other)).length;
    if (others > 0) {
      return found(
        'risk',
        `另有${others}个案件向12315投诉过同一家店`,
        `${others} more cases about this shop went to 12315`,
      );
    }
    if (pieces >= MANY_PIECES) return found('risk', `这一单共${pieces}件`, `${pieces} pieces in this order`);
    return pieces > 0 ? found('judge', `这一单共${pieces}件`, `${pieces} pieces in this order`) : JUDGE;
  },
  limit: ({ standing: { limits }, now }) => {
    const limit = limits.complaint;
    if (!limit) return found('judge', '没有读到可以起算的时间', 'no time to count from was read');
    const time = limit.lastDay ?? formatPageTime(limit.due);
    return limit.due > now
      ? found('met', `按记录最晚到${time}`, `by what is on record until ${time}`)
      : found('risk', `按记录到${time}为止`, `by what is on record it ended on ${time}`);
  },
  elsewhere: ({ standing }) => {
    const holders = duplicateHolders(standing);
    if (holders.length === 0)
      return found('judge', '案件里没有记录在别处提交过', 'no other filing is noted in this case');
    const list = joinTexts(holders, text('、', ', '));
    return found('risk', `记录过：${list.zh}`, `noted: ${list.en}`);
  },
  competence: ({ jurisdiction: { gap, place } }) => {
    if (gap === 'noLicence' || gap === 'noAddress')
      return unlessMissing([text('店铺公示的地址', 'the shop’s published address')]);
    return gap === null && place !== null ? found('met', place, place) : JUDGE;
  },
  truth: () => JUDGE,
  proxy: () => JUDGE,
  lead: (checked) => unlessMissing(lacking(checked, SHOWING, text('能看出违法的页面', 'pages that show it')), JUDGE),
  reportPlace: ({ jurisdiction: { place } }) =>
    place === null
      ? JUDGE
      : found('judge', `公示地址在${place}，实际经营地可能不同`, `published address: ${place}; it may trade elsewhere`),
  repeat: ({ standing }) =>
    standing.stageOf('report') === null
      ? found('judge', '案件里没有记录举报过', 'no report is noted in this case')
      : found('risk', '记录过举报', 'a report is noted'),
  reportTruth: () => JUDGE,
};

const MONEY: readonly string[] = ['退还货款和服务费用', '赔偿损失'];
const SHOWING: readonly PageKind[] = ['product', 'snapshot', 'chat', 'refundDetail', 'orderDetail'];

function lacking({ captures }: Checked, kinds: readonly PageKind[], name: Text): Text[] {
  return captures.some(({ pageKind }) => pageKind !== null && kinds.includes(pageKind)) ? [] : [name];
}

function isSameShop(one: Case, other: Case): boolean {
  const { sellerNick, shopName } = one.facts;
  if (sellerNick && other.facts.sellerNick) return sellerNick === other.facts.sellerNick;
  return shopName !== undefined && shopName === other.facts.shopName;
}

function wasFiled({ entries }: Case): boolean {
  return entries.some(({ event }) => event?.type === '12315.filed');
}
