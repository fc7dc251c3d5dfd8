import type { Channel, Filing } from '../rules/channels.ts';
import { type Text, text } from '../text.ts';
import type { Deadline, Stage } from '../types.ts';
import { authorityReason } from './one-authority.ts';
import { DECIDING, holdOf12315, holdOfCourt } from './procedures.ts';
import type { ChannelStanding, Rung, Standing } from './types.ts';

type Answer = Pick<ChannelStanding, 'state' | 'reason'>;

const OPEN: Answer = { state: 'open', reason: null };

/** How one channel stands: noted as used, open, too early, closed, or held by another authority. */
export function channelStanding(channel: Channel, standing: Standing, ladder: readonly Rung[]): ChannelStanding {
  const filed = standing.filed.filter((one) => one.channel === channel.id);
  const answer = answerFor(channel, standing, ladder);
  const isRunning = filed.length > 0 && answer.state === 'open';
  return {
    channel,
    ...(isRunning ? { state: 'filed', reason: null } : answer),
    until: limitOf(channel.id, standing),
    filed,
    filings: filingsOf(channel, standing),
  };
}

function answerFor(channel: Channel, standing: Standing, ladder: readonly Rung[]): Answer {
  if (channel.notForRefunds) return { state: 'unsuited', reason: channel.wrong };
  const running = runningWords(channel.id, standing);
  if (running) return { state: 'filed', reason: running };
  if (channel.isAuthority && standing.role === 'buyer') {
    return authorityReason(channel.id, standing) ?? OPEN;
  }
  if (channel.id === 'CH.complain') return complainAnswer(standing);
  if (channel.id === 'CH.jury') return isDeciding(standing) ? OPEN : { state: 'notYet', reason: AFTER_INTERVENTION };
  const rung = FOLLOWS_RUNG.includes(channel.id) && ladder.find(({ channels }) => channels.includes(channel.id));
  if (!rung || rung.state === 'now' || rung.state === 'done') return OPEN;
  return { state: rung.state === 'later' ? 'notYet' : 'closed', reason: rung.reason };
}

/** Channels that open and close with their step of the ladder; the others are open at any time. */
const FOLLOWS_RUNG: readonly string[] = [
  'CH.refund',
  'CH.intervene',
  'CH.merchant',
  'SL.appeal.human',
  'SL.12315.mediate',
];

const AFTER_INTERVENTION = text('平台介入之后，页面给出这个选项时', 'once the platform has stepped in and offers it');

function isDeciding({ request, stageOf }: Standing): boolean {
  const stage = stageOf('intervention');
  return request === 'INTERVENTION' || (stage !== null && DECIDING.includes(stage));
}

function complainAnswer({ stageOf }: Standing): Answer {
  const order = stageOf('order');
  if (order === 'EXPIRED_PLATFORM') {
    return {
      state: 'closed',
      reason: text('交易成功后约15天的投诉期已过，以页面为准', 'about 15 d after success are over; the page decides'),
    };
  }
  if (order === null || order === 'UNPAID') {
    return { state: 'notYet', reason: text('付款之后', 'once it is paid') };
  }
  return OPEN;
}

/** Words for a procedure that runs where the channel leads to; null when none does. */
function runningWords(id: string, standing: Standing): Text | null {
  const { stageOf, filed, request } = standing;
  const usedHere = filed.some(({ channel, filing }) => channel === id && filing === '12315.filed');
  const complaint = stageOf('complaint');
  switch (id) {
    case 'CH.refund':
      return request !== null && WAITING.includes(request)
        ? text('申请正在处理', 'the request is being handled')
        : null;
    case 'CH.complain':
      return complaint === 'CP_WAIT_SELLER' || complaint === 'CP_PLATFORM' ? HANDLED_THERE : null;
    case 'CH.intervene':
      return isDeciding(standing) ? HANDLED_THERE : null;
    case 'CH.merchant':
    case 'SL.appeal.human':
      return stageOf('intervention') === 'APPEAL_REVIEW' ? HANDLED_THERE : null;
    case 'CH.court':
      return holdOfCourt(standing) === 'running' ? text('法院正在处理', 'the court is handling it') : null;
    default:
      return usedHere && holdOf12315(standing) === 'running' ? text('12315正在处理', '12315 is handling it') : null;
  }
}

const HANDLED_THERE = text('正在处理', 'being handled');
const WAITING: readonly Stage[] = [
  'WAIT_SELLER_AGREE',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'EX_WAIT_SELLER_AGREE',
  'EX_WAIT_BUYER_SEND',
  'EX_WAIT_SELLER_RESHIP',
  'EX_WAIT_BUYER_CONFIRM',
];

/** Which of the case's deadlines is the limit for going somewhere. */
const LIMITS: Record<string, RegExp> = {
  'CH.refund': /^TB\.ord\.(?:autoconfirm|aftersale_window)/,
  'CH.complain': /^CP\.(?:description|delivery)$/,
  'CH.intervene': /^(?:RF|RR)\.refused\.buyer$/,
  'CH.merchant': /^AP\.(?:seller|delivery)\.file$/,
  'SL.appeal.human': /^AP\.(?:seller|delivery)\.file$/,
  'CH.xiaoer': /^AP\.buyer\.file$/,
  'SL.return.proof': /^IV\.evidence\.both$/,
  'SL.12315.mediate': /^LW\.comp\.mediate$/,
};
const WITHIN_THREE_YEARS: readonly string[] = ['CH.12315.web', 'CH.12315.tel', 'CH.12315.odr', 'CH.xiehui'];

function limitOf(id: string, { status, limits, now, role }: Standing): Deadline | null {
  if (id === 'CH.court') return limits.court;
  if (WITHIN_THREE_YEARS.includes(id)) return role === 'buyer' ? limits.complaint : null;
  const limit = LIMITS[id];
  return status.deadlines.find((deadline) => limit?.test(deadline.id) && deadline.due > now) ?? null;
}

/** What can be noted there; a second report is kept without a stage of its own, since one report is followed at a time. */
function filingsOf({ id, filings }: Channel, standing: Standing): Filing[] {
  return filings.flatMap((filing): Filing[] => {
    if (filing === '12315.filed') {
      return standing.role === 'seller' || holdOf12315(standing) === 'running' ? [] : [filing];
    }
    if (filing === 'report.filed') return [hasOpenReport(standing) ? null : filing];
    if (filing === null) return [filing];
    const isAppealed = filing === 'appeal.filed' && standing.stageOf('intervention') === 'APPEAL_REVIEW';
    return isAppealed || runningWords(id, standing) ? [] : [filing];
  });
}

function hasOpenReport({ stageOf }: Standing): boolean {
  const stage = stageOf('report');
  return stage === 'REPORT_RECEIVED' || stage === 'FILED';
}
