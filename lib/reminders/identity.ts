import type { Machine } from '../stages/index.ts';
import type { DeadlineRef } from './types.ts';

/** The name of a reminder: as the key of its record, and as the browser's name for the notification. */
export function reminderId({ caseId, machine, rule, due }: DeadlineRef, lead: number): string {
  return ['reminder', caseId, machine, rule, due, lead].join('|');
}

/** The key under which it is kept that the user has dealt with a deadline. */
export function handledId({ caseId, machine, rule, due }: DeadlineRef): string {
  return ['handled', caseId, machine, rule, due].join('|');
}

const REMINDER_ID = /^reminder\|([^|]+)\|([^|]+)\|([^|]+)\|(\d+)\|(\d+)$/;

/** The deadline that a notification was about; null when it was not about a single one. */
export function parseReminderId(id: string): DeadlineRef | null {
  const [, caseId, machine, rule, due] = REMINDER_ID.exec(id) ?? [];
  if (!caseId || !machine || !rule) return null;
  return { caseId, machine: machine as Machine, rule, due: Number(due) };
}
