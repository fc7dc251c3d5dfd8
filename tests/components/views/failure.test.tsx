import { screen } from '@testing-library/react';
import Dexie from 'dexie';
import { expect, it, vi } from 'vitest';
import { FailureBoundary } from '../../../components/ui/FailureBoundary.tsx';
import { App } from '../../../entrypoints/popup/App.tsx';
import { expectAccessible, show } from '../show.tsx';
import { db } from './extension.ts';

it('a database of a newer version is named as that, not shown as an empty page', async () => {
  vi.mocked(console.error).mockImplementation(() => undefined); // React names what was caught.
  await db.delete({ disableAutoOpen: false });
  const newer = new Dexie(db.name);
  newer.version(9).stores(Object.fromEntries(db.tables.map(({ name, schema }) => [name, schema.primKey.src])));
  await newer.open();
  newer.close();
  const onFailure = vi.fn();
  const { container } = show(
    <FailureBoundary onFailure={onFailure}>
      <App />
    </FailureBoundary>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('请更新扩展');
  await expectAccessible(container);
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'storage.newer' }));
  vi.mocked(console.error).mockClear();
  await Dexie.delete(db.name);
});
