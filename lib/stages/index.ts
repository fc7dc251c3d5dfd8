export { computeStatus } from './compute.ts';
export { fitsNow, unplacedEvents } from './fits.ts';
export { RULES_VERSION } from './rules/define.ts';
export type { Text } from './text.ts';
export { toJson } from './to-json.ts';
export type {
  CaseEvent,
  CaseInput,
  Deadline,
  Delivery,
  EventType,
  Goods,
  Machine,
  Note,
  Owner,
  PageView,
  Stage,
  Status,
} from './types.ts';
export { EVENT_TYPES } from './types.ts';
