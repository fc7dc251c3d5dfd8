import { describe, expect, it } from 'vitest';
import type { Case, CaseEntry } from '../../../lib/cases/types.ts';
import { precheck } from '../../../lib/cases/ways/precheck.ts';
import type { ComplaintForm } from '../../../lib/cases/ways/precheck-checks.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import type { PageKind } from '../../../lib/marketplaces/types.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import type { EventType } from '../../../lib/stages/index.ts';
import type { GroundId } from '../../../lib/stages/rules/refusal-grounds.ts';
import { at, capture, caseOf, NOW, refundPage } from './pages.ts';

const COMPANY = { name: '测试公司', address: '浙江省杭州市余杭区测试路1号' };
const licence = capture('shopLicence', NOW, { facts: { company: COMPANY } });
const pages = (...kinds: PageKind[]) => kinds.map((kind, index) => capture(kind, NOW + index));
const ALL = [licence, ...pages('orderDetail', 'refundDetail', 'chat', 'product')];
const FORM: ComplaintForm = {
  complainant: { name: '测试甲', phone: '13800000000', address: '测试路1号' },
  claims: [{ kind: '退还货款和服务费用', amount: '7.04' }],
};

function entry(type: EventType | null, channel: string, time = '2026-11-20 10:00:00'): CaseEntry {
  const iso = formatIso(at(time));
  const event = type && { type, at: iso };
  return { id: `${type} ${channel}`, event, ...(event ? {} : { at: iso }), channel, note: '', enteredAt: at(time) };
}

interface Example {
  known?: Partial<Case>;
  captures?: Capture[];
  form?: ComplaintForm | null;
  others?: Case[];
}

function check({ known = {}, captures = ALL, form = FORM, others = [] }: Example = {}) {
  const facts = {
    refundAppliedAt: '2026-11-10T09:00:00+08:00',
    sellerNick: '测试店',
    items: [{ title: '杯', quantity: 2 }],
  };
  const one = { ...caseOf(refundPage(facts)), ...known };
  const grounds = precheck({ known: one, cases: [one, ...others], captures, form, now: NOW });
  return { grounds, of: (id: GroundId) => grounds.find((ground) => ground.id === id) };
}

describe('the 12315 check', () => {
  it('a complete case: met, or for the user to judge', () => {
    const { grounds } = check();
    expect(Object.fromEntries(grounds.map(({ id, state }) => [id, state]))).toEqual({
      identity: 'met',
      respondent: 'met',
      claims: 'met',
      facts: 'met',
      dispute: 'met',
      dailyLife: 'judge',
      signals: 'judge',
      limit: 'met',
      elsewhere: 'judge',
      competence: 'met',
      truth: 'judge',
      proxy: 'judge',
      lead: 'judge',
      reportPlace: 'judge',
      repeat: 'judge',
      reportTruth: 'judge',
    });
  });

  it.each<[GroundId, Example, string]>([
    ['identity', { form: { ...FORM, complainant: { name: '测试甲' } } }, '还缺：电话、通讯地址'],
    ['respondent', { captures: pages('orderDetail') }, '还缺：营业执照上的名称、公示的地址'],
    [
      'respondent',
      { captures: [capture('shopLicence', NOW, { facts: { company: { name: '甲' } } })] },
      '还缺：公示的地址',
    ],
    ['claims', { form: { ...FORM, claims: [] } }, '还缺：投诉请求'],
    ['claims', { form: { ...FORM, claims: [{ kind: '赔偿损失' }] } }, '还缺：请求的金额'],
    ['facts', { captures: pages('snapshot') }, '还缺：聊天记录'],
    ['facts', { captures: pages('chat') }, '还缺：商品页或交易快照'],
    ['dispute', { captures: pages('orderDetail') }, '还缺：退款详情'],
    ['dispute', { captures: pages('complaintDetail') }, '还缺：订单详情'],
    ['competence', { captures: [] }, '还缺：店铺公示的地址'],
    ['lead', { captures: [licence] }, '还缺：能看出违法的页面'],
  ])('%s is missing', (id, example, detail) => {
    expect(check(example).of(id)).toMatchObject({ state: 'missing', detail: { zh: detail } });
  });

  it('a claim for something else than money needs no amount', () => {
    expect(check({ form: { ...FORM, claims: [{ kind: '更换' }] } }).of('claims')?.state).toBe('met');
  });

  it('leaves open what nothing has been filled in for', () => {
    const { of } = check({ form: null });
    expect([of('identity')?.state, of('claims')?.state]).toEqual(['judge', 'judge']);
  });

  it.each<[string, Example, GroundId, string]>([
    ['12345', { known: { entries: [entry(null, 'CH.12345')] } }, 'elsewhere', '12345'],
    ['消协', { known: { entries: [entry(null, 'CH.xiehui')] } }, 'elsewhere', '消费者协会'],
    ['a court', { known: { entries: [entry('court.filed', 'CH.court')] } }, 'elsewhere', '法院'],
    ['12315 itself', { known: { entries: [entry('12315.filed', 'CH.12315.web')] } }, 'elsewhere', '12315'],
    ['a report', { known: { entries: [entry('report.filed', 'CH.12315.web')] } }, 'repeat', '举报'],
    ['a wholesale site', { known: { marketplace: '1688' } }, 'dailyLife', '批发'],
  ])('%s is a risk', (_, example, id, words) => {
    const found = check(example).of(id);
    expect(found?.state).toBe('risk');
    expect(found?.detail?.zh).toContain(words);
  });

  it('what art. 16(2) does not name is no risk', () => {
    const entries = [entry(null, 'CH.hotline'), entry(null, 'CH.heimao'), entry('complaint.filed', 'CH.complain')];
    expect(check({ known: { entries } }).of('elsewhere')?.state).toBe('judge');
  });

  it('more than three years after knowing is a risk, and no time to count from is said', () => {
    const late = caseOf(refundPage({ refundAppliedAt: '2023-11-10T09:00:00+08:00' }));
    expect(check({ known: late }).of('limit')).toMatchObject({
      state: 'risk',
      detail: { zh: '按记录到2026-11-10为止' },
    });
    expect(check({ known: caseOf(refundPage()) }).of('limit')?.state).toBe('judge');
  });

  it('many pieces, or other complaints about the shop, are pointed out; no number of the law is claimed', () => {
    const items = [{ title: '杯', quantity: 12 }];
    const many = caseOf(refundPage({ items }));
    expect(check({ known: many }).of('signals')).toMatchObject({ state: 'risk', detail: { zh: '这一单共12件' } });
    const filed = {
      ...caseOf(refundPage({ sellerNick: '测试店' }), { id: 'other' }),
      entries: [entry('12315.filed', 'CH.12315.web')],
    };
    expect(check({ others: [filed] }).of('signals')?.detail?.zh).toContain('另有1个案件');
    const otherShop = { ...filed, facts: { sellerNick: '别的店' } };
    expect(check({ others: [otherShop] }).of('signals')?.state).toBe('judge');
    expect(check().of('signals')?.how.zh).toContain('没有写数字');
  });

  it('a seller is checked for a report only', () => {
    const { grounds } = check({ known: { role: 'seller' } });
    expect(new Set(grounds.map(({ procedure }) => procedure))).toEqual(new Set(['report']));
  });

  it('says how to get everything, and from which article', () => {
    for (const { how, source } of check().grounds) {
      expect(how.zh.length).toBeGreaterThan(5);
      expect(source).toMatchObject({ key: 'L1', article: expect.stringContaining('第') });
    }
  });
});
