import { isControl } from '../../reading/controls.ts';
import type { Line } from '../../reading/lines.ts';
import { readInstant, readTrackingNo } from '../../reading/values.ts';
import { plainText } from '../../shared/text.ts';
import type { FactCollector } from '../collector.ts';
import { readCarrier } from './label-specs.ts';

const CODE = '\\s*[:(]?\\s*([A-Za-z]{0,6}\\d[\\dA-Za-z-]{7,})(?![^\\s)])';
/** `退货物流信息：中通快递 900000000000001 已签收`: the words before the colon say whose parcel it is. */
const NAMED = new RegExp(`^((?:退货|寄回|发货)?物流(?:信息)?)\\s*:\\s*([\\p{Script=Han}A-Za-z]{2,12})${CODE}`, 'u');
/** `包裹1 圆通速递 YT9000000000001`: without such words the carrier must sound like one. */
const BARE = new RegExp(
  `^(?:包裹\\s*\\d*\\s*:?\\s*)?([\\p{Script=Han}]{2,10}(?:快递|速递|速运|物流|快运|邮政|速配)|EMS|中国邮政)${CODE}`,
  'u',
);

/** Offers the parcels that a page shows in one line each. */
export function takeParcelLines(lines: readonly Line[], facts: FactCollector): void {
  for (const { segments } of lines) {
    const words = segments.map(({ text }) => text).filter((text) => !isControl(text));
    const text = plainText(words.join(' '));
    const [, whose = '', carrier, code] = NAMED.exec(text) ?? [];
    const [, bareCarrier = null, bareCode = null] = BARE.exec(text) ?? [];
    const isReturn = /^(?:退货|寄回)/u.test(whose);
    facts.take(isReturn ? 'returnCarrier' : 'carrier', carrier ?? bareCarrier, readCarrier, 'sentence');
    facts.take(isReturn ? 'returnTrackingNo' : 'trackingNo', code ?? bareCode, readTrackingNo, 'sentence');
  }
}

const SIGNED = /(?<![未拒代待])(?:已签收|签收成功)/u;

/** True for a step of a parcel's way that says it has arrived with the buyer. */
export function isSigned(text: string): boolean {
  return SIGNED.test(text) && !/拒签|退回|失败|异常/u.test(text);
}

/** Offers when the parcel was signed for: the time before those words, in their line or in the one above. */
export function takeShownSigning(lines: readonly Line[], facts: FactCollector): void {
  for (const [index, { text }] of lines.entries()) {
    if (!isSigned(text)) continue;
    const above = lines[index - 1]?.text ?? '';
    facts.offer('signedAt', readInstant(text) ?? readInstant(above), 'sentence', text);
  }
}

/** Each of several parcels has a number and a day; one of them alone would pass for the whole. */
export function dropSeveralParcels(facts: FactCollector): void {
  if (facts.values('trackingNo').length < 2) return;
  facts.keep('trackingNo', () => false);
  facts.keep('signedAt', () => false);
  if (facts.values('carrier').length > 1) facts.keep('carrier', () => false);
}
