import { expect, it } from 'vitest';
import type { Case } from '../../../lib/cases/types.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import { handledId } from '../../../lib/reminders/identity.ts';
import { type ReminderState, reminderState } from '../../../lib/reminders/state.ts';
import type { ReminderRecord, ReminderSettings } from '../../../lib/reminders/types.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../lib/shared/time.ts';
import { caseOf, orderPage } from '../cases/pages.ts';
import { NOW, refused, settings, waiting } from './examples.ts';

const DUE = NOW + 3 * DAY_MS;

interface Look {
  known?: Case;
  records?: ReminderRecord[];
  chosen?: Partial<ReminderSettings>;
  allowed?: boolean;
  now?: Instant;
}

function stateOf({ known = refused(DUE), records = [], chosen, allowed = true, now = NOW }: Look): ReminderState {
  return reminderState(viewCase(known, now), records, settings(chosen), allowed, now);
}

it.each<[string, Look, Partial<ReminderState>]>([
  ['when the next comes', {}, { kind: 'at', at: DUE - 48 * HOUR_MS }],
  ['the one after', { now: DUE - 30 * HOUR_MS }, { kind: 'at', at: DUE - 24 * HOUR_MS }],
  ['when the time of the other side is up', { known: waiting(DUE) }, { kind: 'at', at: DUE }],
  ['that they are off', { chosen: { on: false }, allowed: false }, { kind: 'off' }],
  ['that the browser does not allow them', { allowed: false }, { kind: 'blocked' }],
  ['that none is left', { now: DUE - HOUR_MS }, { kind: 'past' }],
  ['nothing about what is over', { now: DUE + HOUR_MS }, { kind: 'none' }],
  ['nothing about what nobody wanted', { known: waiting(DUE), chosen: { theirs: false } }, { kind: 'none' }],
  ['nothing where nothing is due', { known: caseOf(orderPage()) }, { kind: 'none' }],
  ['nothing about a case that was put away', { known: { ...refused(DUE), closedAt: NOW } }, { kind: 'none' }],
])('says %s', (_name, look, expected) => {
  expect(stateOf(look)).toMatchObject(expected);
});

it('says that the user has dealt with it, even while reminders are off', () => {
  const state = stateOf({});
  if (!('ref' in state)) throw new Error(state.kind);
  const { ref } = state;
  const record: ReminderRecord = { ...ref, id: handledId(ref), lead: 0, state: 'handled', at: NOW };
  expect(stateOf({ records: [record] })).toEqual({ kind: 'handled', ref });
  expect(stateOf({ records: [record], chosen: { on: false } })).toEqual({ kind: 'handled', ref });
});
