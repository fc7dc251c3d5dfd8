export { COMMON_CORE } from './core.ts';
export { NEEDS, type NeedId } from './needs.ts';
export { disputeTypesOf } from './reasons.ts';
export { EVIDENCE_ROWS, evidenceRow } from './rows.ts';
export {
  DISPUTE_TYPES,
  type DisputeType,
  type EvidenceLimit,
  type EvidenceRow,
  GOODS_KINDS,
  type GoodsKind,
} from './types.ts';
