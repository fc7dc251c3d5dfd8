import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { claimsOf } from '../../components/bundle/Claims.tsx';
import { complainantOf } from '../../components/bundle/ComplainantFields.tsx';
import { ExportPanel } from '../../components/bundle/ExportPanel.tsx';
import { CLAIM_KINDS } from '../../lib/bundle/types.ts';
import type { ExportOptions } from '../../lib/messaging/types.ts';
import { capture } from '../unit/cases/pages.ts';
import { CAPTURES, NOW, refundCase } from './examples.ts';
import { show, zh } from './show.tsx';

type Props = Parameters<typeof ExportPanel>[0];

function panel(change: Partial<Props> = {}) {
  const known = refundCase();
  const onStart = vi.fn<(options: ExportOptions) => void>();
  const onChooseCase = vi.fn<(caseId: string) => void>();
  const props: Props = {
    cases: [known],
    known,
    captures: CAPTURES,
    running: false,
    failure: null,
    now: NOW,
    onStart,
    onChooseCase,
    ...change,
  };
  return { ...show(<ExportPanel {...props} />), onStart, onChooseCase, props };
}

const start = () => screen.getByRole<HTMLButtonElement>('button', { name: '生成证据包' });

describe('the export form', () => {
  it('exports everything for a refund of what was asked for, when nothing is changed', async () => {
    const { user, onStart } = panel();
    await user.click(start());
    expect(onStart).toHaveBeenCalledExactlyOnceWith({
      captureIds: CAPTURES.map(({ id }) => id),
      claims: [{ kind: '退还货款和服务费用', amount: '7.04' }],
      complainant: {},
    });
  });

  it('takes what is typed, ticked and left out', async () => {
    const { user, onStart } = panel();
    await user.click(screen.getByRole('checkbox', { name: /聊天记录/ }));
    await user.click(screen.getByRole('checkbox', { name: '赔偿损失' }));
    await user.type(screen.getByRole('textbox', { name: '赔偿损失 金额（元）' }), '500');
    await user.click(screen.getByRole('checkbox', { name: '退货' }));
    await user.click(screen.getByRole('checkbox', { name: '退还货款和服务费用' }));
    await user.type(screen.getByRole('textbox', { name: '姓名' }), ' 测试甲 ');
    await user.type(screen.getByRole('textbox', { name: '身份证号' }), '110101190001019999');
    await user.click(start());
    expect(onStart).toHaveBeenCalledExactlyOnceWith({
      captureIds: [CAPTURES[0]?.id, CAPTURES[2]?.id],
      claims: [{ kind: '赔偿损失', amount: '500.00' }, { kind: '退货' }],
      complainant: { name: '测试甲', idNumber: '110101190001019999', idType: '居民身份证' },
    });
  });

  it('starts with the Enter key in any of its fields', async () => {
    const { user, onStart } = panel();
    await user.type(screen.getByRole('textbox', { name: '姓名' }), '测试甲{Enter}');
    expect(onStart).toHaveBeenCalledOnce();
  });

  it('asks the browser not to remember who complains', () => {
    panel();
    for (const name of ['姓名', '电话', '通讯地址', '身份证号']) {
      expect(screen.getByRole('textbox', { name }).getAttribute('autocomplete')).toBe('off');
    }
  });

  it('counts what is chosen and exports nothing of nothing', async () => {
    const { user } = panel();
    expect(screen.getByText('3 / 3')).toBeDefined();
    for (const box of screen.getAllByRole('checkbox').slice(0, 3)) await user.click(box);
    expect(screen.getByText('0 / 3')).toBeDefined();
    expect(start().disabled).toBe(true);
    await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement);
    expect(start().disabled).toBe(false);
  });

  it('names the refusal grounds that the chosen evidence and the form do not answer', async () => {
    const { user } = panel();
    await screen.findByRole('region', { name: zh('precheck.title') });
    const check = () => screen.getByRole('region', { name: zh('precheck.title') }).textContent;
    expect(check()).toContain('还缺：营业执照上的名称、公示的地址');
    expect(check()).toContain('还缺：姓名、电话、通讯地址');
    expect(check()).toContain('还缺：商品页或交易快照');
    await user.click(screen.getByRole('checkbox', { name: /聊天记录/ }));
    expect(check()).toContain('还缺：商品页或交易快照、聊天记录');
    await user.type(screen.getByRole('textbox', { name: '姓名' }), '测试甲');
    expect(check()).toContain('还缺：电话、通讯地址');
    await user.clear(screen.getByRole('textbox', { name: '退还货款和服务费用 金额（元）' }));
    expect(check()).toContain('还缺：请求的金额');
    expect(start().disabled).toBe(false);
  });

  it('leaves to the user what only the user can know, when all else is there', async () => {
    const kinds = ['orderDetail', 'refundDetail', 'chat', 'product'] as const;
    const company = { name: '测试公司', address: '浙江省杭州市余杭区测试路1号' };
    const licence = capture('shopLicence', NOW, { facts: { company } });
    const { user } = panel({ captures: [licence, ...kinds.map((kind, index) => capture(kind, NOW + index))] });
    for (const name of ['姓名', '电话', '通讯地址']) await user.type(screen.getByRole('textbox', { name }), '测试');
    expect(await screen.findAllByText(zh('precheck.allMet'))).toHaveLength(2);
    expect(screen.queryByText('缺')).toBeNull();
  });

  it('changes the case, and with it everything that was chosen', async () => {
    const other = refundCase({ id: 'case-2', facts: { refundAmount: '99.00', items: [{ title: 'Other cup' }] } });
    const { user, onChooseCase, change, props } = panel({ cases: [refundCase(), other] });
    await user.type(screen.getByRole('textbox', { name: '姓名' }), '测试甲');
    await user.selectOptions(screen.getByRole('combobox', { name: '案件' }), 'case-2');
    expect(onChooseCase).toHaveBeenCalledExactlyOnceWith('case-2');
    change(<ExportPanel {...props} known={other} />);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /退还货款/ }).value).toBe('99.00');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('');
  });
});

describe('instead of the form', () => {
  it.each<[string, Partial<Props>, string]>([
    ['while cases are read', { cases: undefined }, '正在读取…'],
    ['while captures are read', { captures: undefined }, '正在读取…'],
    ['without a case', { cases: [], known: null, captures: [] }, '还没有案件可以导出。'],
    ['while another bundle is built', { running: true }, '正在导出，请稍候。'],
  ])('%s it says so', (_name, change, words) => {
    panel(change);
    expect(screen.getByRole('status').textContent).toBe(words);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('a case without captures cannot be exported, and says what to do', () => {
    panel({ captures: [] });
    expect(screen.getByText(/请先采集订单、退款或聊天页/)).toBeDefined();
    expect(start().disabled).toBe(true);
  });

  it('a refused start is announced, and the form stays', () => {
    panel({ failure: 'export.running' });
    expect(screen.getByRole('alert').textContent).toContain('正在导出另一个证据包');
    expect(start().disabled).toBe(false);
  });
});

describe('claims', () => {
  it('are called what the form of 12315 calls them', () => {
    const all = claimsOf({
      refund: '',
      returnGoods: '',
      exchange: '',
      repair: '',
      redo: '',
      quantity: '',
      damages: '',
    });
    expect(all.map(({ kind }) => kind).sort()).toEqual([...CLAIM_KINDS].sort());
  });

  it.each([
    ['35.2', '35.20'],
    ['￥1,288', '1288.00'],
    [' 500 元', '500.00'],
    ['', undefined],
    ['五百', undefined],
    ['-5', undefined],
    ['100-200', undefined],
  ])('of “%s” yuan have the amount %s', (typed, amount) => {
    expect(claimsOf({ refund: typed })).toEqual([{ kind: '退还货款和服务费用', ...(amount && { amount }) }]);
  });
});

it('what was left empty about the complainant is absent', () => {
  expect(complainantOf({ name: '  ', phone: '13800000000', address: '' })).toEqual({ phone: '13800000000' });
});
