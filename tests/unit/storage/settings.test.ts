import { describe, expect, it } from 'vitest';
import {
  changeCaptureSettings,
  changeReminderSettings,
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
    expect(parseSettings(stored)).toEqual({ reminders: DEFAULTS, capture: { serverTime: false } });
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

  it('refuses what is no setting', async () => {
    const db = testDb();
    const change = changeReminderSettings(db, { quiet: { on: true, from: '24:00', to: '08:00' } });
    await expect(change).rejects.toThrow('quiet');
    expect(await db.settings.count()).toBe(0);
  });
});
