import { screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { OnFile } from '../../components/ways/FilingForm.tsx';
import { WaysCard } from '../../components/ways/WaysCard.tsx';
import { WaysView } from '../../components/ways/WaysView.tsx';
import type { Case, CaseEntry } from '../../lib/cases/types.ts';
import { viewCase } from '../../lib/cases/view.ts';
import { jurisdictionOf } from '../../lib/cases/ways/jurisdiction.ts';
import { precheck } from '../../lib/cases/ways/precheck.ts';
import { waysInput } from '../../lib/cases/ways/ways-input.ts';
import { waysOutOf } from '../../lib/cases/ways/ways-out.ts';
import type { Company, Marketplace, Role } from '../../lib/marketplaces/types.ts';
import { formatIso } from '../../lib/shared/time.ts';
import { ladderOf } from '../../lib/stages/ways/ladder.ts';
import { CAPTURES, NOW, refundCase } from './examples.ts';
import { expectAccessible, expectTranslated, show, zh } from './show.tsx';

const FILED: CaseEntry = {
  id: 'filed',
  event: { type: '12315.filed', at: formatIso(NOW - 86_400_000) },
  channel: 'CH.12315.web',
  note: '',
  enteredAt: NOW,
};
const CALLED: CaseEntry = {
  id: 'called',
  event: null,
  at: formatIso(NOW),
  channel: 'CH.12345',
  note: '',
  enteredAt: NOW,
};

function view(known: Case, company: Company | undefined, onFile: OnFile = async () => null): ReactNode {
  return (
    <WaysView
      ways={waysOutOf(known, viewCase(known, NOW).status, NOW)}
      jurisdiction={jurisdictionOf(company, known.marketplace)}
      grounds={precheck({ known, cases: [known], captures: CAPTURES, form: null, now: NOW })}
      now={NOW}
      onFile={onFile}
    />
  );
}

function card(known: Case, onOpen: () => void = () => undefined): ReactNode {
  return <WaysCard {...ladderOf(waysInput(known, viewCase(known, NOW).status, NOW))} onOpen={onOpen} />;
}

const REFUSED = refundCase({ stage: 'SELLER_REFUSE_BUYER' });
const IN_PLACES = { ...REFUSED, entries: [FILED, CALLED] };
const ROLES: Role[] = ['buyer', 'seller', 'unknown'];
const MARKETPLACES: (Marketplace | null)[] = ['taobao', '1688', 'jd', null];
const COMPANIES: Record<string, Company | undefined> = {
  'no licence': undefined,
  'no address': { name: 'Test company' },
  'no county': { address: 'Test road 1' },
};

const STATES: Record<string, ReactNode> = {
  card: card(REFUSED),
  'card with a duplicate': card(IN_PLACES),
  'card of a seller': card({ ...REFUSED, role: 'seller' }),
  'filed in several places': view(IN_PLACES, undefined),
  ...Object.fromEntries(
    ROLES.flatMap((role) =>
      MARKETPLACES.map((marketplace) => [
        `${role} on ${marketplace}`,
        view({ ...REFUSED, role, marketplace }, undefined),
      ]),
    ),
  ),
  ...Object.fromEntries(Object.entries(COMPANIES).map(([name, company]) => [name, view(REFUSED, company)])),
};

describe.each(['zh-CN', 'en'] as const)('the ways out in %s', (locale) => {
  it.each(Object.entries(STATES))('%s: words, and no barriers', async (_, node) => {
    const { container } = show(node, locale);
    expectTranslated(container, locale);
    await expectAccessible(container);
  });
});

/** The folded row of a channel, opened. */
async function openRow({ user }: ReturnType<typeof show>, name: string) {
  const summary = screen.getByText(name).closest('summary') as HTMLElement;
  await user.click(summary);
  return within(summary.parentElement as HTMLElement);
}

describe('the card', () => {
  it('names what is to be done now with its reason, warns of duplicates, and leads on', async () => {
    const onOpen = vi.fn();
    const { user } = show(card(IN_PLACES, onOpen));
    const region = screen.getByRole('region', { name: zh('ways.card') });
    expect(region.textContent).toContain('现在：12315');
    expect(region.textContent).toContain('12315正在处理');
    expect(region.textContent).toContain('同一争议交给了几处（12315、12345');
    await user.click(screen.getByRole('button', { name: zh('ways.open') }));
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

describe('the view', () => {
  it('starts at its heading, with the ladder first', () => {
    show(view(REFUSED, undefined));
    expect(document.activeElement?.textContent).toBe(zh('ways.title'));
    const [first] = screen.getAllByRole('region');
    expect(first?.textContent).toContain(zh('ways.ladder'));
    expect(screen.getAllByRole('listitem', { current: 'step' })[0]?.textContent).toContain('卖家已拒绝，申请还开着');
  });

  it('shows every field of a channel with its source and how sure it is', async () => {
    const shown = show(view(REFUSED, undefined));
    const row = await openRow(shown, '12345政务服务便民热线');
    for (const field of [
      'use',
      'wrong',
      'cost',
      'answer',
      'bring',
      'contact',
      'operator',
      'articles',
      'sources',
    ] as const) {
      expect(row.getByText(zh(`ways.field.${field}`))).toBeDefined();
    }
    expect(row.getByText(zh('ways.confidence.R'))).toBeDefined();
  });

  it('copies the words for the form', async () => {
    const company = { address: '浙江省杭州市余杭区测试路1号' };
    const { user } = show(view(REFUSED, company));
    await user.click(screen.getByRole('button', { name: `复制${zh('where.copy')}` }));
    expect(await navigator.clipboard.readText()).toContain('（浙江省杭州市余杭区）的县级市场监督管理部门');
  });

  it('says what the articles have wrong', () => {
    show(view(REFUSED, undefined));
    expect(screen.getByText(/投诉时限“一般为订单完成后30天内”/)).toBeDefined();
  });
});

describe('noting a filing', () => {
  it('asks what and when, and gives both on', async () => {
    const onFile = vi.fn<OnFile>(async () => null);
    const shown = show(view(REFUSED, undefined, onFile));
    const row = await openRow(shown, '全国12315平台');
    await shown.user.click(row.getByRole('button', { name: zh('ways.filedHere') }));
    await shown.user.click(row.getByRole('radio', { name: zh('ways.kind.report') }));
    await shown.user.type(row.getByRole('textbox', { name: zh('ways.note') }), 'No. 9');
    await shown.user.click(row.getByRole('button', { name: zh('ways.save') }));
    expect(onFile).toHaveBeenCalledExactlyOnceWith({
      channel: 'CH.12315.web',
      filing: 'report.filed',
      time: '2026-11-22T12:00',
      note: 'No. 9',
    });
    expect(row.queryByRole('textbox')).toBeNull();
  });

  it('warns before the dispute is filed a second time, and does not forbid it', async () => {
    const onFile = vi.fn<OnFile>(async () => null);
    const shown = show(view({ ...REFUSED, entries: [FILED] }, undefined, onFile));
    const row = await openRow(shown, '12345政务服务便民热线');
    await shown.user.click(row.getByRole('button', { name: zh('ways.filedHere') }));
    expect(row.getByRole('status').textContent).toContain('12315正在处理同一争议');
    expect(row.getByText(zh('ways.onRecord'))).toBeDefined();
    await shown.user.click(row.getByRole('button', { name: zh('ways.save') }));
    expect(onFile).toHaveBeenCalledOnce();
  });

  it.each(['time', 'future', 'note', 'gone'] as const)('says what is wrong: %s', async (problem) => {
    const shown = show(view(REFUSED, undefined, async () => problem));
    const row = await openRow(shown, '黑猫投诉');
    await shown.user.click(row.getByRole('button', { name: zh('ways.filedHere') }));
    await shown.user.click(row.getByRole('button', { name: zh('ways.save') }));
    expect((await row.findByRole('alert')).textContent).toBe(zh(`ways.problem.${problem}`));
    await expectAccessible(shown.container);
  });

  it('is left with Escape', async () => {
    const shown = show(view(REFUSED, undefined));
    const row = await openRow(shown, '黑猫投诉');
    await shown.user.click(row.getByRole('button', { name: zh('ways.filedHere') }));
    await shown.user.type(row.getByRole('textbox'), '{Escape}');
    expect(row.queryByRole('textbox')).toBeNull();
  });
});
