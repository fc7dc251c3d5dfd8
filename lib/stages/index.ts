export { addWorkingDays, type CountedDate, isWorkingDay } from './calendar/working-days.ts';
export { computeStatus } from './compute.ts';
export { CHANNELS, type Channel } from './rules/channels.ts';
export { RULES_VERSION } from './rules/define.ts';
export type { Language, Text } from './text.ts';
export { type DeadlineJson, type NoteJson, type StatusJson, toJson } from './to-json.ts';
export type {
  Basis,
  CaseEvent,
  CaseInput,
  Deadline,
  Delivery,
  EventType,
  Goods,
  Machine,
  MachineStatus,
  Note,
  Outcome,
  Owner,
  PageView,
  Procedure,
  Stage,
  Status,
} from './types.ts';
export { EVENT_TYPES, MACHINES, OWNERS, STAGES } from './types.ts';
