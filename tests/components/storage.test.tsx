import { screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { UndoNotice } from '../../components/evidence/UndoNotice.tsx';
import { BackupCard, BackupDone } from '../../components/storage/BackupCard.tsx';
import { BinCard } from '../../components/storage/BinCard.tsx';
import { CheckReport } from '../../components/storage/CheckReport.tsx';
import { BackupPreview, ChooseBackup, RestoreDone } from '../../components/storage/RestorePart.tsx';
import { SpaceNotice } from '../../components/storage/SpaceNotice.tsx';
import { type Share, StorageCard } from '../../components/storage/StorageCard.tsx';
import { WorkProgress } from '../../components/storage/WorkProgress.tsx';
import { BACKUP_PROBLEMS } from '../../lib/backup/problems.ts';
import { DAY_MS } from '../../lib/shared/time.ts';
import { STORE_PROBLEMS, type StoreReport } from '../../lib/storage/check/problems.ts';
import { isSpaceLow } from '../../lib/storage/space.ts';
import { capture } from '../unit/cases/pages.ts';
import { artifact, NOW, refundCase } from './examples.ts';
import { expectAccessible, expectTranslated, show } from './show.tsx';

const nothing = () => undefined;
const ROOM = { used: 1_200_000_000, free: 70_000_000_000, isPersistent: true };
const REPORT: StoreReport = {
  checkedAt: NOW,
  captures: 3,
  files: 12,
  bytes: 4_500_000,
  entries: 9,
  records: 2,
  problems: [],
};
const ALL_PROBLEMS: StoreReport = {
  ...REPORT,
  problems: STORE_PROBLEMS.flatMap((code) => [
    { code, subject: '9', capture: null },
    { code, subject: '10', capture: { title: 'T-1', takenAt: NOW } },
  ]),
};
const SHARES: Share[] = [
  { known: refundCase(), kind: 'case', captures: 3, bytes: 5_000_000 },
  { known: null, kind: 'unfiled', captures: 1, bytes: 1_000_000 },
  { known: null, kind: 'bin', captures: 2, bytes: 900_000 },
];
const MANY = Array.from({ length: 12 }, (_, index): Share => {
  return { known: { ...refundCase(), id: `case-${index}` }, kind: 'case', captures: 1, bytes: 1000 };
});
const DELETED = [
  { ...capture('refundDetail', NOW), title: 'T-1', artifacts: [artifact('a.png')], deletedAt: NOW + DAY_MS },
  { ...capture('orderDetail', NOW), title: 'T-2', deletedAt: NOW },
];

function card(change: Partial<Parameters<typeof StorageCard>[0]> = {}): ReactNode {
  const props = {
    space: ROOM,
    shares: SHARES,
    isChecking: false,
    isAsked: false,
    onPersist: nothing,
    onCheck: nothing,
  };
  return <StorageCard {...props} {...change} />;
}

function bin(captures = DELETED, change: Partial<Parameters<typeof BinCard>[0]> = {}): ReactNode {
  const erasedAfter = (deletedAt: number) => deletedAt + 30 * DAY_MS;
  return <BinCard captures={captures} erasedAfter={erasedAfter} onRestore={nothing} onErase={nothing} {...change} />;
}

const CONTENTS = { createdAt: NOW, cases: 2, captures: 7, knownCaptures: 0, hasSettings: false, problems: [] };
const WRITTEN = {
  file: { size: 9_000_000 },
  fileName: 'backup.zip',
  cases: 2,
  captures: 7,
  unreadable: [],
  oddRows: [],
};
const COUNTS = { cases: 1, changedCases: 0, captures: 7, knownCaptures: 0, files: 0 };

const STATES: Record<string, ReactNode> = {
  'enough room, promised': card(),
  'nobody knows how much room': card({ space: null, shares: undefined }),
  'nothing captured': card({ shares: [] }),
  'more cases than are shown': card({ shares: MANY }),
  'not promised': card({ space: { ...ROOM, isPersistent: false } }),
  'asked and not promised': card({ space: { ...ROOM, isPersistent: false }, isAsked: true }),
  'the browser does not say': card({ space: { ...ROOM, isPersistent: null } }),
  'little room': card({ space: { ...ROOM, free: 1000 } }),
  'little room, elsewhere': <SpaceNotice free={400_000_000} onOpen={nothing} />,
  'a check is running': (
    <>
      {card({ isChecking: true })}
      <WorkProgress label="…" done={1} total={3} onStop={nothing} />
    </>
  ),
  'nothing found': <CheckReport report={REPORT} onSave={nothing} />,
  'everything found': <CheckReport report={ALL_PROBLEMS} onSave={nothing} />,
  'a backup': (
    <BackupCard isRunning={false} onBackUp={nothing} outcome={<BackupDone backup={WRITTEN} />}>
      <ChooseBackup onChoose={nothing} />
    </BackupCard>
  ),
  'a backup without everything': <BackupDone backup={{ ...WRITTEN, unreadable: ['a'], oddRows: ['cases 1'] }} />,
  'a backup that is whole': <BackupPreview contents={CONTENTS} onRestore={nothing} onClose={nothing} />,
  'a backup with everything wrong': (
    <BackupPreview
      contents={{
        ...CONTENTS,
        createdAt: null,
        knownCaptures: 2,
        hasSettings: true,
        problems: [...BACKUP_PROBLEMS, ...BACKUP_PROBLEMS].map((code, index) => ({ code, subject: `${index}` })),
      }}
      onRestore={nothing}
      onClose={nothing}
    />
  ),
  restored: <RestoreDone counts={COUNTS} onClose={nothing} />,
  'restored what was there': (
    <RestoreDone counts={{ ...COUNTS, changedCases: 1, knownCaptures: 4, files: 2 }} onClose={nothing} />
  ),
  'an empty bin': bin([]),
  'a bin': bin(),
  'just deleted': <UndoNotice captureId="x" onUndo={nothing} onSeen={nothing} />,
};

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it.each(Object.entries(STATES))('%s has its words and no barriers', async (_name, node) => {
    const { container } = show(node, locale);
    expectTranslated(container, locale);
    await expectAccessible(container);
  });
});

describe('the check', () => {
  it('hands over all findings as a text, more than the screen shows', async () => {
    const save = vi.fn<(text: string) => void>();
    const { user } = show(<CheckReport report={ALL_PROBLEMS} onSave={save} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    expect(screen.getByText(`还有 ${2 * STORE_PROBLEMS.length - 20} 处，见保存的报告。`)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '保存检查报告' }));
    const [text] = save.mock.calls[0] ?? [''];
    expect(text).toContain('2026-11-22 12:00:00');
    expect(text).toContain(`${2 * STORE_PROBLEMS.length}. `);
    expect(text).toContain('（采集：T-1，2026-11-22 12:00）');
  });

  it('says that it repaired nothing', () => {
    show(<CheckReport report={ALL_PROBLEMS} onSave={nothing} />);
    expect(screen.getByRole('alert').textContent).toContain('没有自动修复任何内容');
  });
});

describe('the bin', () => {
  it('says until when each can be restored, and restores it', async () => {
    const restore = vi.fn<(captureId: string) => void>();
    const { user } = show(bin(DELETED, { onRestore: restore }));
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('2026-12-23 12:00 之后彻底删除');
    await user.click(within(first as HTMLElement).getByRole('button', { name: '恢复退款详情' }));
    expect(restore).toHaveBeenCalledExactlyOnceWith(DELETED[0]?.id);
  });

  it.each([
    ['彻底删除订单详情', [DELETED[1]?.id]],
    ['清空回收站', DELETED.map(({ id }) => id)],
  ])('erases only after it was asked: %s', async (name, ids) => {
    const erase = vi.fn<(captureIds: readonly string[]) => void>();
    const { user } = show(bin(DELETED, { onErase: erase }));
    await user.click(screen.getByRole('button', { name }));
    await expectAccessible(screen.getByRole('dialog'));
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(erase).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name }));
    await user.click(screen.getByRole('button', { name: '现在彻底删除' }));
    expect(erase.mock.calls).toEqual([[ids]]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a backup', () => {
  it('is restored with the settings only when the user wants them', async () => {
    const restore = vi.fn<(withSettings: boolean) => void>();
    const { user } = show(
      <BackupPreview contents={{ ...CONTENTS, hasSettings: true }} onRestore={restore} onClose={nothing} />,
    );
    await user.click(screen.getByRole('button', { name: '恢复' }));
    await user.click(screen.getByRole('checkbox', { name: /同时恢复设置/ }));
    await user.click(screen.getByRole('button', { name: '恢复' }));
    expect(restore.mock.calls).toEqual([[false], [true]]);
  });

  it('is chosen from the computer, the same file again if need be', async () => {
    const choose = vi.fn<(file: File) => void>();
    const { user, container } = show(<ChooseBackup onChoose={choose} />);
    const input = container.querySelector('input') as HTMLInputElement;
    const file = new File(['x'], '维权匣备份_2026-11-22.zip', { type: 'application/zip' });
    await user.upload(input, file);
    await user.upload(input, file);
    expect(choose.mock.calls).toEqual([[file], [file]]);
  });
});

describe('room', () => {
  const GB = 1_000_000_000;
  it.each([
    ['plenty', GB, 100 * GB, false],
    ['less than 500 MB', GB, 0.499 * GB, true],
    ['exactly 500 MB, more than a tenth', GB, 0.5 * GB, false],
    ['less than a tenth', 100 * GB, 11 * GB, true],
    ['a tenth', 90 * GB, 10 * GB, false],
    ['none', GB, 0, true],
  ])('%s', (_name, used, free, low) => {
    expect(isSpaceLow({ used, free, isPersistent: null })).toBe(low);
  });
});
