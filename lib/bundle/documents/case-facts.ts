import { utf8 } from '../../shared/bytes.ts';
import { formatIso } from '../../shared/time.ts';
import type { BundleData } from '../types.ts';

export const CASE_FACTS = '06_案件信息.json';

const NOTE =
  'source 为 page 的取自所列证据的页面；为 user 的由投诉人更正，page 为页面所示。corrections 为历次更正和撤销，' +
  'sha256 为该条 id、caseId、fact、type、at、value、read、picked 的规范化 JSON（RFC 8785）的摘要，见采集日志中 subject 相同的一条。';

/**
 * The facts of the case as data: each with its source and evidence, corrected ones beside what the page says, and the history
 * of corrections. The readings of the pages themselves are in the evidence, unchanged.
 */
export function caseFactsFile(data: BundleData, corrections: readonly object[]): Uint8Array<ArrayBuffer> {
  const facts = (data.facts ?? []).map(({ fact, correctedAt, evidence, ...rest }) => ({
    fact,
    ...rest,
    ...(correctedAt !== undefined && { correctedAt: formatIso(correctedAt) }),
    evidence: evidence.map(({ no }) => no),
  }));
  const file = { format: 'case-facts/1', bundleNo: data.bundleNo, note: NOTE, facts, corrections };
  return utf8(`${JSON.stringify(file, null, 2)}\n`);
}
