import { type PixelBox, REDACTION_RULE_WORDS, type RedactionRule } from '../../evidence/covered.ts';
import type { Artifact } from '../../evidence/types.ts';
import { formatIso, type Instant } from '../../shared/time.ts';
import type { Tool } from '../record.ts';

/** A covered copy before it is described. */
export interface CoveredPart {
  original: Artifact;
  copy: string;
  boxes: readonly (PixelBox & { rule: RedactionRule })[];
  counts: Partial<Record<RedactionRule, number>>;
}

const NOTE = [
  '本说明所列文件是原始文件的派生副本，仅遮盖了个人信息，其余内容未改动。',
  '原始文件由当事人保存，未随证据包提供；采集日志记有其 SHA-256，可要求当事人出示原始文件核对。',
  '图片中的遮盖为不透明色块，被遮盖的内容不在副本中；文字中以“■规则名称■”代替。',
];

/** 遮盖说明.json: what was covered where, by which rule, when and with what. It never says what was below. */
export function explanation(
  captureId: string,
  parts: readonly CoveredPart[],
  leftOut: readonly Artifact[],
  at: Instant,
  tool: Tool,
): object {
  return {
    format: 'redaction/1',
    captureId,
    coveredAt: formatIso(at),
    tool,
    note: NOTE,
    rules: REDACTION_RULE_WORDS,
    files: parts.map(({ original, copy, boxes, counts }) => ({
      file: copy,
      original: { name: original.name, bytes: original.bytes, sha256: original.sha256 },
      boxes,
      texts: counts,
    })),
    leftOut: leftOut.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256, reason: '无法遮盖，未随证据包提供' })),
  };
}
