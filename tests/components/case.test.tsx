import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { CaseSummary } from '../../components/case/CaseSummary.tsx';
import { CaseTable } from '../../components/case/CaseTable.tsx';
import { Countdown } from '../../components/case/Countdown.tsx';
import { History } from '../../components/case/History.tsx';
import { NotACase } from '../../components/case/NotACase.tsx';
import { Notes } from '../../components/case/Notes.tsx';
import { NowCard } from '../../components/case/NowCard.tsx';
import { OtherDeadlines } from '../../components/case/OtherDeadlines.tsx';
import { ReadingNotes } from '../../components/case/ReadingNotes.tsx';
import { Stepper } from '../../components/case/Stepper.tsx';
import { stepsOf } from '../../lib/cases/steps.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/shared/time.ts';
import { ORDER_NO, reading, refundPage } from '../unit/cases/pages.ts';
import { NOW, orderView, refundCase, refundView, reportedView, twoPagesView, visit } from './examples.ts';
import { show, zh } from './show.tsx';

describe('the header of a case', () => {
  it('says what it is about, with whom, and lets one copy the numbers whole', async () => {
    const { user } = show(<CaseHeader known={refundCase()} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Test cup +1');
    expect(screen.getByText('Test shop · 淘宝 · 我是买家')).toBeDefined();
    expect(screen.getByText('退款 ¥7.04')).toBeDefined();
    expect(screen.getByTitle(ORDER_NO).textContent).toBe('9000…2345');
    await user.click(screen.getByRole('button', { name: '复制订单' }));
    expect(await navigator.clipboard.readText()).toBe(ORDER_NO);
  });

  it('names the buyer to a seller', () => {
    show(<CaseHeader known={refundCase({ role: 'seller' })} />);
    expect(screen.getByText('test_buyer · 淘宝 · 我是卖家')).toBeDefined();
  });

  it('says what was not recognised rather than guess', () => {
    show(<CaseHeader known={{ ...refundCase({ role: 'unknown' }), facts: {}, marketplace: null }} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('商品名称未识别');
    expect(screen.getByText('平台未识别 · 身份未识别')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the card of what is due now', () => {
  const DUE = NOW + 3 * DAY_MS + 4 * HOUR_MS + 20 * MINUTE_MS;
  const card = () => screen.getByRole('region');

  it('tells whose turn it is, until when, how that is known, and what follows', () => {
    show(<NowCard view={refundView({ stage: 'SELLER_REFUSE_BUYER', due: DUE })} now={NOW} />);
    expect(screen.getByRole('heading').textContent).toBe('现在轮到你');
    expect(screen.getByText('卖家已拒绝')).toBeDefined();
    expect(card().textContent).toContain('2026-11-25 16:20 前：');
    expect(card().textContent).toMatch(/到期后：退款申请关闭/);
    expect(card().textContent).toContain('来自页面倒计时 · 11-22 12:00 看到');
    expect(card().className).toContain('yours');
  });

  it('names the other side when it is theirs', () => {
    show(<NowCard view={refundView({ due: DUE })} now={NOW} />);
    expect(screen.getByRole('heading').textContent).toBe('现在轮到卖家');
    expect(card().className).not.toMatch(/yours|urgent/);
  });

  it('is the seller’s turn on the seller’s screen', () => {
    show(<NowCard view={refundView({ role: 'seller', due: DUE })} now={NOW} />);
    expect(screen.getByRole('heading').textContent).toBe('现在轮到你');
  });

  it('names the rule where the page shows no countdown', () => {
    show(<NowCard view={orderView({ stage: 'PAID', paidAt: '2026-11-21T10:00:00+08:00' })} now={NOW} />);
    expect(card().textContent).not.toContain('来自页面倒计时');
    expect(card().textContent).toContain('《淘宝网发货管理规范》第4条');
  });

  it.each([
    [23 * HOUR_MS + 59 * MINUTE_MS, 'urgent'],
    [24 * HOUR_MS, 'yours'],
  ])('%i ms before the end is %s', (left, tone) => {
    show(<NowCard view={refundView({ stage: 'SELLER_REFUSE_BUYER', due: NOW + left })} now={NOW} />);
    expect(card().className).toContain(tone);
  });

  it('says that a limit has passed instead of counting zeros', () => {
    const now = NOW + 2 * HOUR_MS;
    show(<NowCard view={refundView({ stage: 'SELLER_REFUSE_BUYER', due: NOW + HOUR_MS }, now)} now={now} />);
    expect(screen.getByText('已超过期限')).toBeDefined();
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('does not call an authority late before every prolongation is over, nor count zeros', () => {
    const now = NOW + 25 * DAY_MS;
    show(<NowCard view={reportedView(now)} now={now} />);
    expect(screen.getByText('日期已到')).toBeDefined();
    expect(card().textContent).toContain('还不算逾期：2027-01-05 00:00 后仍没有结果，才算。');
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.queryByText('已超过期限')).toBeNull();
  });

  it('says so when nothing is known to be due', () => {
    show(<NowCard view={orderView()} now={NOW} />);
    expect(card().textContent).toContain(zh('now.noDeadline'));
  });

  it('dates a countdown by the page that showed it, not by one seen later', () => {
    show(<NowCard view={twoPagesView()} now={NOW + HOUR_MS} />);
    expect(card().textContent).toContain('11-22 12:00 看到');
    expect(card().textContent).not.toContain('11-22 13:00');
  });
});

describe('a countdown', () => {
  it.each([
    [3 * DAY_MS + 4 * HOUR_MS + 5 * MINUTE_MS, '3天04小时05分', '还剩 3 天 4 小时 5 分'],
    [4 * HOUR_MS + 12 * MINUTE_MS, '04小时12分', '还剩 0 天 4 小时 12 分'],
    [59_999, '00小时00分', '还剩 0 天 0 小时 0 分'],
  ])('of %i ms shows %s', (left, shown, spoken) => {
    show(<Countdown until={NOW + left} now={NOW} />);
    const timer = screen.getByRole('timer', { name: spoken });
    expect(timer.textContent).toBe(shown);
    expect(timer.getAttribute('aria-live')).toBe('off');
  });
});

describe('the stepper', () => {
  it('marks the step that is now, and tells it to those who cannot see', () => {
    show(<Stepper steps={stepsOf({ machine: 'returnRefund', stage: 'WAIT_BUYER_RETURN_GOODS' })} />);
    const steps = within(screen.getByRole('list', { name: '进度：第 3 步，共 5 步，退回商品' })).getAllByRole(
      'listitem',
    );
    expect(steps.map(({ textContent }) => textContent)).toEqual(['申请', '卖家处理', '退回商品', '卖家验收', '结果']);
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null]);
    expect(steps.map((step) => step.querySelector('svg') !== null)).toEqual([true, true, false, false, false]);
  });

  it('marks none when the way is behind', () => {
    show(<Stepper steps={stepsOf({ machine: 'refundOnly', stage: 'SUCCESS' })} />);
    expect(
      screen.getByRole('list', { name: '进度：第 5 步，共 5 步，结果' }).querySelector('[aria-current]'),
    ).toBeNull();
  });
});

describe('the list of cases', () => {
  const views = [
    refundView({ id: 'mine', stage: 'SELLER_REFUSE_BUYER', due: NOW + 5 * HOUR_MS }),
    refundView({ id: 'theirs', due: NOW + 2 * DAY_MS }),
    refundView({ id: 'over', stage: 'SUCCESS', seenAt: NOW - DAY_MS }),
  ];
  const rows = () => screen.getAllByRole('row').slice(1);
  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);

  it('has what runs out, whose turn it is, and how much is kept', () => {
    show(<CaseTable views={views} counts={new Map([['mine', 3]])} now={NOW} />);
    const [mine = document.body, theirs = document.body, over = document.body] = rows();
    expect(cells(mine)).toEqual([
      '5 小时 0 分2026-11-22 17:00 · 来自页面倒计时',
      '你',
      '卖家已拒绝',
      'Test cup +1Test shop · 淘宝 · 我是买家',
      '退款 ¥7.04',
      '3 项',
      '11-22 12:00',
    ]);
    expect(cells(theirs).slice(0, 2)).toEqual(['2 天 0 小时2026-11-24 12:00 · 来自页面倒计时', '卖家']);
    expect([cells(over)[0], cells(over)[5]]).toEqual(['—', '0 项']);
    expect(rows().map((row) => row.className.includes('hot'))).toEqual([true, false, false]);
  });

  it('leads to each case', () => {
    show(<CaseTable views={views} counts={new Map()} now={NOW} />);
    const links = screen.getAllByRole('link', { name: '打开案件：Test cup +1' });
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['#case=mine', '#case=theirs', '#case=over']);
  });

  it('has a heading for every column', () => {
    show(<CaseTable views={views} counts={new Map()} now={NOW} />);
    expect(screen.getAllByRole('columnheader')).toHaveLength(7);
  });
});

describe('the summary of a case', () => {
  it.each([
    [refundView({ stage: 'SELLER_REFUSE_BUYER', due: NOW + 5 * HOUR_MS }), '轮到你 · 5 小时 0 分11-22 17:00'],
    [refundView({ due: NOW + 40 * MINUTE_MS }), '轮到卖家 · 40 分钟11-22 12:40'],
    [refundView({ role: 'seller', due: NOW + 3 * DAY_MS }), '轮到你 · 3 天 0 小时11-25 12:00'],
  ])('tells whose turn it is and for how long', (view, words) => {
    const { container } = show(<CaseSummary view={view} now={NOW} />);
    expect(container.textContent).toContain(words);
    expect(screen.getByRole('heading', { level: 1 })).toBeDefined();
  });

  it('can stand inside a button, where headings may not', () => {
    show(
      <button type="button">
        <CaseSummary view={refundView()} now={NOW} bare />
      </button>,
    );
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('leaves the time out when nothing is due', () => {
    const { container } = show(<CaseSummary view={refundView({ stage: 'SUCCESS' })} now={NOW} />);
    expect(container.textContent).toBe('Test cup +1Test shop · 淘宝 · 我是买家 · 退款成功');
  });
});

describe('a page without a case', () => {
  it.each([
    [null, '这不是能识别的订单、退款页面。', '请刷新一次页面'],
    [reading({ pageKind: 'orderList' }), '本页已识别为订单列表', '打开订单详情'],
    [reading({ pageKind: 'blocked' }), '平台正在要求验证或登录。', '完成后这里会自动更新'],
  ])('says what it is, and what to do', (page, title, hint) => {
    const { container } = show(<NotACase reading={page} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(title);
    expect(container.textContent).toContain(hint);
  });
});

describe('the history', () => {
  it('has the newest on top', () => {
    const visits = [
      visit('1', NOW - HOUR_MS, { refundStatus: '等待商家处理' }),
      visit('2', NOW, { refundStatus: '商家已拒绝', countdown: { endsAt: null, text: '还剩7天', action: '' } }),
      visit('3', NOW + 1, {}, 'orderDetail'),
    ];
    show(<History known={refundCase()} visits={visits} now={NOW} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '11-22 12:00订单详情 · 未识别',
      '11-22 12:00退款详情 · 商家已拒绝还剩7天',
      '11-22 11:00退款详情 · 等待商家处理',
    ]);
  });

  it('says when there is none', () => {
    show(<History known={refundCase()} visits={[]} now={NOW} />);
    expect(screen.getByText('还没有记录。')).toBeDefined();
  });
});

describe('notes', () => {
  const notes = [{ id: 'a', text: { zh: '先联系卖家', en: 'talk to the seller first' } }];

  it('speak the language of the screen', () => {
    show(<Notes title="下一步" notes={notes} />);
    expect(screen.getByRole('listitem').textContent).toBe('先联系卖家');
  });

  it('are sentences of their own in English', () => {
    show(<Notes title="Next" notes={notes} />, 'en');
    expect(screen.getByRole('listitem').textContent).toBe('Talk to the seller first');
  });

  it('take no room when there are none', () => {
    const { container } = show(<Notes title="下一步" notes={[]} />);
    expect(container.textContent).toBe('');
  });
});

describe('other deadlines', () => {
  it('are folded away until they are wanted, and leave out the one that is shown large', async () => {
    const view = orderView({ stage: 'SUCCESS', completedAt: '2026-11-20T10:00:00+08:00' });
    const { user, container } = show(<OtherDeadlines view={view} />);
    const others = view.status.deadlines.filter((deadline) => deadline !== view.deadline);
    expect(others.length).toBe(view.status.deadlines.length - 1);
    expect(others.length).toBeGreaterThan(1);
    const details = container.querySelector('details') as HTMLDetailsElement;
    expect(details.open).toBe(false);
    await user.click(screen.getByText(`其他期限 (${others.length})`));
    expect(details.open).toBe(true);
    const items = [...container.querySelectorAll('li')].map(({ textContent }) => textContent ?? '');
    expect(items).toHaveLength(others.length);
    for (const [index, { source }] of others.entries()) expect(items[index]).toContain(source.zh);
  });
});

describe('notes on the reading', () => {
  it('name each missing fact once, and contradictions', () => {
    const { container } = show(
      <ReadingNotes
        reading={refundPage(
          {},
          {
            missing: ['shippedAt', 'paidAt', 'paidAt'],
            disagreements: [{ fact: 'refundAmount', kept: null, other: { source: 'label', text: '￥7' } }],
          },
        )}
      />,
    );
    expect(container.textContent).toBe('本页没有读到：发货时间、付款时间页面上有互相矛盾的内容：退款金额。请核对。');
  });

  it('say when a refund has no number', () => {
    const { container } = show(<ReadingNotes reading={reading({ pageKind: 'refundDetail' })} />);
    expect(container.textContent).toContain('没有显示退款编号');
  });
});
