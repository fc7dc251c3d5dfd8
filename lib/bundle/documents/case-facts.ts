import { utf8 } from '../../shared/bytes.ts';
import { formatIso } from '../../shared/time.ts';
import type { BundleData } from '../types.ts';

export const CASE_FACTS = '06_案件信息.json';

const NOTE =
  'source 为 page 的取自所列证据的页面；为 user 的由投诉人更正，page 为页面所示。corrections 为历次更正和撤销，' +
  'sha256 为该条 id、caseId、fact、type、at、value、read、picked 的规范化 JSON（RFC 8785）的摘要，见采集日志中 subject 相同的一条。' +
  'statements 由投诉人自述，没有证据页面；acts 为各条自述的历次记录和修改，' +
  'sha256 为该条 id、caseId、at、what 的规范化 JSON 的摘要，日志同上。visits 为每次看到页面时读取的状态（本机时钟），未必采集。' +
  'rules 为推算期限所用的规则版本及各自的起用时间。';

/**
 * The facts of the case as data: each with its source and evidence, corrected ones beside what the page says, and the history
 * of corrections; what the complainant states, what the pages said at each look, and the rules that were used. The readings of the pages themselves are in the evidence, unchanged.
 */
export function caseFactsFile(
  data: BundleData,
  corrections: readonly object[],
  acts: readonly object[],
): Uint8Array<ArrayBuffer> {
  const facts = (data.facts ?? []).map(({ fact, correctedAt, evidence, ...rest }) => ({
    fact,
    ...rest,
    ...(correctedAt !== undefined && { correctedAt: formatIso(correctedAt) }),
    evidence: evidence.map(({ no }) => no),
  }));
  const file = {
    format: 'case-facts/1',
    bundleNo: data.bundleNo,
    note: NOTE,
    rulesVersion: data.rulesVersion,
    rules: (data.rules ?? []).map(({ version, since }) => ({ version, since: formatIso(since) })),
    facts,
    corrections,
    statements: (data.entries ?? []).map(({ enteredAt, ...entry }) => ({ ...entry, enteredAt: formatIso(enteredAt) })),
    acts,
    visits: (data.visits ?? []).map(({ firstSeenAt, lastSeenAt, ...visit }) => ({
      ...visit,
      firstSeenAt: formatIso(firstSeenAt),
      lastSeenAt: formatIso(lastSeenAt),
    })),
  };
  return utf8(`${JSON.stringify(file, null, 2)}\n`);
}
