import { Blob as NodeBlob } from 'node:buffer';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/cases/App.tsx';
import type { Capture } from '../../../lib/evidence/types.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { capture, orderPage, seen } from '../../unit/cases/pages.ts';
import { artifact, FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { db } from './extension.ts';

const PAGE = '收货人：测试三 电话 13800000000\n订单编号：9000000000000012345';

/** Only Node's own Blob can be cloned into the database of these tests. */
beforeEach(() => void vi.stubGlobal('Blob', NodeBlob));
afterEach(() => void vi.unstubAllGlobals());

/** A capture of an order that has its text and nothing else, in the editor. */
async function open(): Promise<Capture> {
  const known = await recordPage(db, seen(orderPage(FACTS)), { keep: true });
  const id = '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11';
  const digest = await sha256(new TextEncoder().encode(PAGE));
  const text = artifact('正文.txt', { id: `${id}/正文.txt`, role: 'text', mediaType: 'text/plain', sha256: digest });
  const stored = { ...capture('orderDetail'), id, caseId: known?.id ?? '', artifacts: [text] };
  await db.captures.put(stored);
  await db.blobs.put({ id: text.id, captureId: id, blob: new Blob([PAGE]) });
  location.hash = `#redact=${id}`;
  return stored;
}

it('covers what was found and what was typed, shows it as it was left, and takes it back', async () => {
  const stored = await open();
  const { user, container } = show(<App />);
  expect(await screen.findByRole('checkbox', { name: /13800000000/, checked: true })).toBeDefined();
  expect(screen.getByText(/不知道文字在画面上的位置/)).toBeDefined();
  await expectAccessible(container);
  await user.click(screen.getByRole('checkbox', { name: /测试三/ }));
  await user.type(screen.getByRole('textbox', { name: '还要遮盖的文字' }), '电话{Enter}');
  await user.click(screen.getByRole('button', { name: '保存遮盖' }));
  await waitFor(() => expect(location.hash).toBe(`#case=${stored.caseId}`));
  const copy = await db.blobs.get(`${stored.id}/正文_遮盖.txt`);
  expect(await copy?.blob.text()).toBe('收货人：测试三 ■指定文字■ ■手机号码■\n订单编号：9000000000000012345');
  expect((await db.log.toArray()).map(({ type, files }) => [type, files.map(({ name }) => name)])).toEqual([
    ['capture.redacted', ['正文_遮盖.txt', '遮盖说明.json']],
  ]);
  location.hash = `#redact=${stored.id}`;
  expect(await screen.findByRole('checkbox', { name: /^电话/, checked: true })).toBeDefined();
  expect(screen.getByRole('checkbox', { name: /测试三/, checked: false })).toBeDefined();
  await user.click(screen.getByRole('button', { name: '取消全部遮盖' }));
  await waitFor(() => expect(location.hash).toBe(`#case=${stored.caseId}`));
  expect(await db.captures.get(stored.id)).toMatchObject({ redaction: null, artifacts: stored.artifacts });
  expect((await db.blobs.toArray()).map(({ id }) => id)).toEqual([`${stored.id}/正文.txt`]);
});

it('changes nothing when it is left, and says why when it could not be saved', async () => {
  const stored = await open();
  const { user } = show(<App />);
  await user.click(await screen.findByRole('button', { name: '取消' }));
  await waitFor(() => expect(location.hash).toBe(`#case=${stored.caseId}`));
  expect(await db.log.count()).toBe(0);
  location.hash = `#redact=${stored.id}`;
  await screen.findByRole('checkbox', { name: /13800000000/ });
  await db.blobs.clear();
  await user.click(screen.getByRole('button', { name: '保存遮盖' }));
  expect((await screen.findByRole('alert')).textContent).toContain('浏览器打不开');
  expect([await db.log.count(), (await db.captures.get(stored.id))?.redaction]).toEqual([0, null]);
});

it.each(['zh-CN', 'en'] as const)('says that a capture is gone, in %s', async (locale) => {
  location.hash = '#redact=gone';
  const { container } = show(<App />, locale);
  expect(await screen.findByRole('alert')).toBeDefined();
  expectTranslated(container, locale);
});
