import { DAY_MS } from '../../shared/time.ts';
import { hasPlatformRules } from '../deadlines/rule-deadline.ts';
import { lastOf } from '../facts.ts';
import { isOpen, stageSpec } from '../machines/run.ts';
import type { Picture } from '../picture.ts';
import { text } from '../text.ts';
import type { Note } from '../types.ts';

/** The rules between machines (rules 7.9), as warnings; those of the platform only where its rules hold. */
export function crossRuleNotes(picture: Picture): Note[] {
  return [
    ...(hasTwoAuthorities(picture) ? [ONE_AUTHORITY] : []),
    ...(hasPlatformRules(picture.facts) ? platformNotes(picture) : []),
  ];
}

function platformNotes(picture: Picture): Note[] {
  const forBuyer = picture.facts.role !== 'seller';
  return [
    ...(forBuyer && isRequestPastWindow(picture) ? [WITHDRAW_LATE] : []),
    ...(forBuyer ? returnDueNotes(picture) : []),
    ...(lastOf(picture.facts.events, 'settled') ? [SETTLEMENT_DONE] : []),
    ...(forBuyer && mayBeOfferedLess(picture) ? [SETTLEMENT_FINAL] : []),
    ...(forBuyer && isBeforePlatform(picture) ? [NO_DAMAGES] : []),
    ...(forBuyer && isPlatformExpired(picture) ? [PLATFORM_EXPIRED] : []),
    ...(isSuedWhileDeciding(picture) ? [TELL_PLATFORM] : []),
  ];
}

/** Rule 1: a second filing while an authority or court has the case. */
function hasTwoAuthorities({ runs }: Picture): boolean {
  if (runs.unplaced.some(({ type }) => type === '12315.filed')) return true;
  const { '12315': authority, court } = runs.single;
  const isAtAuthority = authority !== undefined && isOpen(authority) && authority.stage !== 'REFUSED';
  return isAtAuthority && court !== undefined && stageSpec(court).kind !== 'over';
}

/** Rule 2: withdrawing now could not be followed by a new request. */
function isRequestPastWindow({ order, request }: Picture): boolean {
  return order?.stage === 'EXPIRED_PLATFORM' && request !== null && isOpen(request);
}

/** Rule 3: 48 and 24 hours before the goods must be on their way. */
function returnDueNotes({ request, clocks, facts }: Picture): Note[] {
  if (request?.stage !== 'WAIT_BUYER_RETURN_GOODS' && request?.stage !== 'EX_WAIT_BUYER_SEND') return [];
  const left = (clocks.get(request)?.due ?? facts.now) - facts.now;
  if (left <= 0 || left > 2 * DAY_MS) return [];
  return [left <= DAY_MS ? RETURN_24H : RETURN_48H];
}

/** Rule 4: a part of the money is asked for or likely to be offered. */
function mayBeOfferedLess({ request, intervention, facts }: Picture): boolean {
  if (intervention && isOpen(intervention)) return true;
  if (!request || !isOpen(request)) return false;
  return request.stage === 'SELLER_REFUSE_BUYER' || facts.isFullRefund === false;
}

/** Rule 5: whoever goes to the platform should know what it does not decide. */
function isBeforePlatform({ intervention }: Picture): boolean {
  return intervention !== null && stageSpec(intervention).kind !== 'over' && intervention.stage !== 'SETTLED';
}

/** Rule 6: the platform's window is over and no request is open. */
function isPlatformExpired({ order, request, intervention }: Picture): boolean {
  if (order?.stage !== 'EXPIRED_PLATFORM') return false;
  return [request, intervention].every((run) => run === null || !isOpen(run));
}

/** T1 art. 83(2): the platform suspends a case only when it is shown that the court has accepted it. */
function isSuedWhileDeciding({ intervention, runs }: Picture): boolean {
  return intervention !== null && isOpen(intervention) && runs.single.court !== undefined && isOpen(runs.single.court);
}

const ONE_AUTHORITY: Note = {
  id: 'authority.duplicate',
  text: text(
    '同一争议提交了两处：法院、仲裁机构、其他行政机关或消协已受理或处理过的，12315不予受理（总局令第121号第16条第2项），受理后发现的终止调解（第23条）。',
    'The same dispute is filed in two places: 12315 refuses what a court, arbitration, another authority or 消协 has accepted or handled (Order 121 art. 16(2)) and ends its mediation when it finds out (art. 23).',
  ),
};
const WITHDRAW_LATE: Note = {
  id: 'withdraw.afterWindow',
  text: text(
    '售后期已过：现在撤销申请，很可能不能再申请（推断，规则没有明写）。',
    'The after-sales window is over: if you withdraw now you can probably not apply again (inferred; the rules do not say so).',
  ),
};
const RETURN_48H: Note = {
  id: 'return.due48h',
  text: text(
    '离寄回期限不到48小时。逾期申请关闭，以同样的问题再申请要卖家同意（《淘宝平台争议处理规则》第43条）。',
    'Less than 48 hours to send the goods back. Afterwards the request is closed and a second one for the same problem needs the seller’s consent (Taobao dispute rules art. 43).',
  ),
};
const RETURN_24H: Note = {
  id: 'return.due24h',
  text: text(
    '离寄回期限不到24小时，今天就寄出并填好运单号。逾期申请关闭，再申请要卖家同意（《淘宝平台争议处理规则》第43条）。',
    'Less than 24 hours to send the goods back: send them and enter the tracking number today. Afterwards a new request needs the seller’s consent (Taobao dispute rules art. 43).',
  ),
};
const SETTLEMENT_DONE: Note = {
  id: 'settlement.performed',
  text: text(
    '和解已经履行的，平台不再受理同一纠纷（《淘宝平台争议处理规则》第6条）；对方没履行的，保留证据并及时提出。',
    'Once a settlement is performed the platform takes no new case (Taobao dispute rules art. 6); if it is not performed keep the proof and say so in time.',
  ),
};
const SETTLEMENT_FINAL: Note = {
  id: 'settlement.final',
  text: text(
    '接受部分退款前想清楚：和解一旦履行，平台不再受理同一纠纷（《淘宝平台争议处理规则》第6条）。',
    'Think before you accept a part: once a settlement is performed the platform takes no new case (Taobao dispute rules art. 6).',
  ),
};
const NO_DAMAGES: Note = {
  id: 'damages.notPlatform',
  text: text(
    '平台不处理退一赔三、退一赔十等法定赔偿（《淘宝平台争议处理规则》第6条）；要主张的，可以在12315调解中提出，或者起诉。',
    'The platform does not decide statutory damages such as three or ten times the price (Taobao dispute rules art. 6); they can be claimed in the mediation of 12315 or in court.',
  ),
};
const PLATFORM_EXPIRED: Note = {
  id: 'platform.expired',
  text: text(
    '平台期已过，12315/法院仍可：投诉是知道权益受损起3年内（总局令第121号第16条第4项），诉讼时效也是3年（《民法典》第188条）。',
    'The platform’s window is over; 12315 and the court remain open: complaints within 3 years of knowing (Order 121 art. 16(4)), limitation 3 years as well (Civil Code art. 188).',
  ),
};
const TELL_PLATFORM: Note = {
  id: 'intervention.courtFiled',
  text: text(
    '已起诉而平台介入还在进行：要让平台中止处理，须在声明后7个工作日内提交受理凭证（《淘宝平台争议处理规则》第83条）；在此之前举证期照常进行。',
    'You sued while the platform is deciding: to suspend its case hand in the acceptance document within 7 working days of announcing it (Taobao dispute rules art. 83); until then the evidence period goes on.',
  ),
};
