import { REDACTION_RULE_WORDS } from '../../evidence/covered.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { EvidenceItem, ItemRedaction } from '../types.ts';
import { type Inline, text } from './model.ts';

/** The row of an item's fields that says what was covered; none when nothing was. */
export function redactionRow({ redaction }: EvidenceItem): { label: string; value: Inline[] }[] {
  return redaction ? [{ label: '个人信息遮盖', value: [text(redactionWords(redaction))] }] : [];
}

/** What was covered, by which rule, and where the originals are. */
function redactionWords({ at, rules, withheld, leftOut, withOriginals }: ItemRedaction): string {
  const what = rules.map(({ rule, count }) => `${REDACTION_RULE_WORDS[rule]} ${count} 处`).join('、');
  const without = leftOut.length > 0 ? `${leftOut.join('、')} 无法遮盖，未随包提供。` : '';
  const where = withOriginals
    ? '未遮盖的原件同在原始证据文件夹中。'
    : `${withheld.length} 个原始文件由投诉人保存，采集日志记有其校验值，可出示核对。${without}`;
  return `${formatPageTime(at)} 遮盖 ${what}，详见该项文件夹中的 遮盖说明.json。${where}`;
}

/** What the catalogue adds to where the original is. */
export function redactionRemark({ redaction }: EvidenceItem): string {
  if (!redaction) return '';
  return redaction.withOriginals
    ? '\n图文中的个人信息已遮盖，原件在包内'
    : '\n个人信息已遮盖，未遮盖的原件由投诉人保存';
}
