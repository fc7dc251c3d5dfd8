import { describe, expect, it } from 'vitest';
import {
  changeCaptureSettings,
  changeReminderSettings,
  changeStampSettings,
  parseSettings,
  readSettings,
} from '../../../lib/storage/settings.ts';
import { testDb } from './database.ts';

const DEFAULTS = {
  on: false,
  since: 0,
  leads: [48, 24, 3],
  theirs: true,
  quiet: { on: false, from: '22:00', to: '08:00' },
  discreet: false,
  badge: true,
};

const STAMP_DEFAULTS = { on: false, chosen: ['sectigo'], own: [] };

describe('settings that are stored', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no section', {}],
    ['a section that is none', { reminders: 'on' }],
    ['a list', { reminders: [1, 2] }],
    [
      'only nonsense',
      { capture: { serverTime: 'yes' }, reminders: { on: 'yes', leads: [0], quiet: { from: '25:00' }, badge: null } },
    ],
  ])('as %s are the defaults', (_name, stored) => {
    expect(parseSettings(stored)).toEqual({
      reminders: DEFAULTS,
      capture: { serverTime: false },
      stamps: STAMP_DEFAULTS,
    });
  });

  it('lose no field by another that is broken', () => {
    const stored = { on: true, leads: ['soon'], quiet: { on: true, from: '7', to: '06:30' }, badge: false };
    expect(parseSettings({ reminders: stored }).reminders).toEqual({
      ...DEFAULTS,
      on: true,
      badge: false,
      quiet: { on: true, from: '22:00', to: '06:30' },
    });
  });
});

describe('changing settings', () => {
  it('changes what was changed', async () => {
    const db = testDb();
    await changeReminderSettings(db, { on: true, since: 5 });
    await changeReminderSettings(db, { leads: [] });
    await changeCaptureSettings(db, { serverTime: true });
    expect(await readSettings(db)).toEqual({
      reminders: { ...DEFAULTS, on: true, since: 5, leads: [] },
      capture: { serverTime: true },
      stamps: STAMP_DEFAULTS,
    });
  });

  it('keeps what a later version has stored', async () => {
    const db = testDb();
    await db.settings.put({ id: 'settings', theme: 'dark', reminders: { sound: 'bell' } });
    await changeReminderSettings(db, { on: true });
    expect(await db.settings.get('settings')).toEqual({
      id: 'settings',
      theme: 'dark',
      reminders: { sound: 'bell', on: true },
    });
  });

  it('keeps the services that the user has added, each with encryption, and two at a time', async () => {
    const db = testDb();
    const own = [{ id: 'own-1', name: '单位', url: 'https://tsa.example.org/tsr' }];
    await changeStampSettings(db, { on: true, own, chosen: ['own-1', 'freetsa'] });
    expect((await readSettings(db)).stamps).toEqual({ on: true, own, chosen: ['own-1', 'freetsa'] });
    const plain = [{ id: 'own-2', name: 'x', url: 'http://tsa.example.org/' }];
    await expect(changeStampSettings(db, { own: plain })).rejects.toThrow('own');
    await expect(changeStampSettings(db, { chosen: ['a', 'b', 'c'] })).rejects.toThrow('chosen');
    expect((await readSettings(db)).stamps.own).toEqual(own);
  });

  it('refuses what is no setting', async () => {
    const db = testDb();
    const change = changeReminderSettings(db, { quiet: { on: true, from: '24:00', to: '08:00' } });
    await expect(change).rejects.toThrow('quiet');
    expect(await db.settings.count()).toBe(0);
  });
});
