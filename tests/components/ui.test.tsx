import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TranslateProvider, useTranslate } from '../../components/translate.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Card } from '../../components/ui/Card.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { CopyButton } from '../../components/ui/CopyButton.tsx';
import { Footer } from '../../components/ui/Footer.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { ProgressBar } from '../../components/ui/ProgressBar.tsx';
import { createTranslate } from '../../lib/i18n/index.ts';
import { show } from './show.tsx';

describe('a button', () => {
  it('does what it says by mouse and by keyboard, and submits no form by itself', async () => {
    const [onClick, onSubmit] = [vi.fn(), vi.fn((event: { preventDefault: () => void }) => event.preventDefault())];
    const { user } = show(
      <form onSubmit={onSubmit}>
        <Button onClick={onClick}>采集</Button>
      </form>,
    );
    await user.click(screen.getByRole('button', { name: '采集' }));
    await user.keyboard('{Enter}');
    await user.keyboard(' ');
    expect(onClick).toHaveBeenCalledTimes(3);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('does nothing while it is disabled', async () => {
    const onClick = vi.fn();
    const { user } = show(
      <Button disabled onClick={onClick}>
        采集
      </Button>,
    );
    await user.click(screen.getByRole('button'));
    expect(onClick).not.toHaveBeenCalled();
  });

  it.each(['primary', 'secondary', 'quiet', 'danger'] as const)('looks as %s', (kind) => {
    show(<Button kind={kind}>x</Button>);
    expect(screen.getByRole('button').className).toContain(kind);
  });
});

describe('a card', () => {
  it('is a region with its title', () => {
    show(
      <Card title="现在" aside="3 / 6" tone="urgent">
        内容
      </Card>,
    );
    const region = screen.getByRole('region', { name: '现在' });
    expect(region.textContent).toBe('现在3 / 6内容');
    expect(region.className).toContain('urgent');
    expect(screen.getByRole('heading', { level: 2, name: '现在' })).toBeDefined();
  });

  it('is none without a title', () => {
    show(<Card>内容</Card>);
    expect(screen.queryByRole('region')).toBeNull();
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

it('a chip shows its word', () => {
  show(<Chip tone="warn">轮到你</Chip>);
  expect(screen.getByText('轮到你').className).toContain('warn');
});

describe('copying a number', () => {
  it('puts it on the clipboard and says so, until one goes on', async () => {
    const { user } = show(<CopyButton text="9000000000000012345" label="订单" />);
    const button = screen.getByRole('button', { name: '复制订单' });
    expect(screen.getByRole('status').textContent).toBe('');
    await user.click(button);
    expect(await navigator.clipboard.readText()).toBe('9000000000000012345');
    expect(screen.getByRole('status').textContent).toBe('已复制');
    await user.tab();
    expect(screen.getByRole('status').textContent).toBe('');
    expect(button.textContent).toBe('复制');
  });
});

describe('a notice', () => {
  it.each([
    ['error', 'alert'],
    ['info', 'status'],
    ['ok', 'status'],
  ] as const)('of tone %s is announced as %s', (tone, role) => {
    show(
      <Notice tone={tone} title="标题">
        正文
      </Notice>,
    );
    expect(screen.getByRole(role).textContent).toBe('标题正文');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('can be put away', async () => {
    const onDismiss = vi.fn();
    const { user } = show(<Notice tone="ok" onDismiss={onDismiss} dismissLabel="知道了" />);
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});

describe('a progress bar', () => {
  it.each([
    [3, 8, '3', '8'],
    [9, 8, '8', '8'],
    [0, 0, null, null],
    [5, 0, null, null],
  ])('at %i of %i', (done, total, value, max) => {
    show(<ProgressBar label="正在采集" done={done} total={total} />);
    const bar = screen.getByRole('progressbar', { name: '正在采集' });
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual([value, max]);
  });
});

it('the footer says what this is not, and leads to the privacy page', () => {
  show(<Footer />);
  expect(screen.getByRole('contentinfo').textContent).toContain('不是法律意见');
  expect(screen.getByRole('link', { name: '隐私说明' }).getAttribute('href')).toBe('/privacy.html');
});

it('texts come from the nearest language', () => {
  const Word = () => <p>{useTranslate()('common.copy')}</p>;
  show(
    <>
      <Word />
      <TranslateProvider t={createTranslate('en')}>
        <Word />
      </TranslateProvider>
    </>,
  );
  expect(screen.getAllByText(/./).map(({ textContent }) => textContent)).toEqual(['复制', 'Copy']);
});
