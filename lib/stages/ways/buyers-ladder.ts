import { type Text, text } from '../text.ts';
import type { Stage } from '../types.ts';
import { authorityRung, courtRung } from './legal-rungs.ts';
import { DECIDED, DECIDING, PAID_BACK } from './procedures.ts';
import type { Rung, RungState, Standing } from './types.ts';

type Place = [state: RungState, reason: Text];

/** The buyer's ladder (rules 5): shop, request, intervention, appeal, then one authority, then the court. */
export function buyersLadder(standing: Standing): Rung[] {
  const rung = (id: Rung['id'], title: Text, channels: string[], [state, reason]: Place): Rung => ({
    id,
    title,
    state,
    reason,
    channels: channels.filter((channel) => standing.isTaobao || channel !== 'CH.complain'),
  });
  return [
    rung('talk', text('找卖家协商', 'talk to the seller'), ['CH.seller'], talk(standing)),
    rung('refund', text('在订单上申请售后', 'ask for it on the order'), ['CH.refund', 'CH.complain'], refund(standing)),
    rung('intervention', text('要求平台介入', 'have the platform step in'), ['CH.intervene'], intervention(standing)),
    rung('appeal', text('申诉，要求说明理由', 'appeal and ask for reasons'), ['CH.xiaoer'], appeal(standing)),
    authorityRung(standing),
    courtRung(standing),
  ];
}

function talk({ request, filed }: Standing): Place {
  if (filed.some(({ channel }) => channel === 'CH.seller')) {
    return ['done', text('你记录过已向卖家提出', 'you noted that you asked the seller')];
  }
  if (request !== null) return ['done', text('已经在售后申请里向卖家提出', 'the request put it to the seller')];
  return [
    'now',
    text(
      '先写清要求和期限：书面要求履行的，诉讼时效从那时起重新计算（《民法典》第195条）',
      'put your demand and a date in writing: that starts the limitation period anew (Civil Code art. 195)',
    ),
  ];
}

function refund({ request, stageOf }: Standing): Place {
  const order = stageOf('order');
  if (request !== null && PAID_BACK.includes(request)) return ['done', text('申请已成功', 'the request succeeded')];
  if (request === 'INTERVENTION') return ['done', text('申请已交给平台处理', 'the platform has the request')];
  if (request === 'CLOSED' && isDecided(stageOf('intervention'))) {
    return ['done', text('平台已对申请作出决定', 'the platform has decided on the request')];
  }
  if (request === 'SELLER_REFUSE_BUYER') {
    return ['done', text('卖家已拒绝：可以修改申请，或走下一步', 'the seller refused: change the request, or go on')];
  }
  if (request !== null && request !== 'CLOSED') return ['now', text('申请正在处理', 'the request is being handled')];
  if (order === 'EXPIRED_PLATFORM') return ['closed', text('售后期已过', 'the after-sales window is over')];
  if (order === 'CLOSED') return ['closed', text('交易已关闭', 'the trade is closed')];
  if (order === 'UNPAID' || order === null) return ['later', text('付款之后才能申请', 'possible once it is paid')];
  if (request === 'CLOSED') {
    return [
      'now',
      text(
        '上一个申请已关闭；售后期内看页面能不能再申请，退货逾期未寄的要卖家同意',
        'the last request is closed; see whether the page takes another one; after a missed return the seller has to agree',
      ),
    ];
  }
  return [
    'now',
    text('还没有申请；平台的期限最短，先用', 'nothing asked for yet; the platform’s time is the shortest'),
  ];
}

function isDecided(stage: Stage | null): boolean {
  return stage !== null && (DECIDED.includes(stage) || stage === 'APPEAL_REVIEW');
}

function intervention(standing: Standing): Place {
  const { request, stageOf, status } = standing;
  const stage = stageOf('intervention');
  if (stage !== null && DECIDING.includes(stage)) return ['now', text('平台正在处理', 'the platform is handling it')];
  if (isDecided(stage) || stage === 'SETTLED') {
    return ['done', text('平台已有结果', 'the platform has a result')];
  }
  if (request !== null && PAID_BACK.includes(request)) return UNNEEDED;
  if (request === 'INTERVENTION') return ['now', text('平台正在处理', 'the platform is handling it')];
  if (request === 'SELLER_REFUSE_BUYER') {
    return ['now', text('卖家已拒绝，申请还开着', 'the seller refused and the request is still open')];
  }
  const isSilent = status.deadlines.some(({ owner, overdue, primary }) => primary && overdue && owner === 'seller');
  if (isSilent) return ['now', text('卖家答复期已过，还没有结果', 'the seller’s time is over without a result')];
  if (request === null && stageOf('order') === 'EXPIRED_PLATFORM') {
    return ['closed', text('售后期已过，没有可以介入的申请', 'the window is over and no request is open')];
  }
  return ['later', text('卖家拒绝或超时之后', 'after a refusal or time-out')];
}

function appeal({ request, stageOf }: Standing): Place {
  const stage = stageOf('intervention');
  switch (stage) {
    case 'SUPPORT_SELLER':
    case 'APPEAL_OPEN':
    case 'DONE':
      return [
        'now',
        text(
          '平台已有结果：页面开放申诉的，在页面的期限内提出',
          'the platform has decided: where the page allows an appeal, file it in its time',
        ),
      ];
    case 'SUPPORT_BUYER':
      return ['unneeded', text('平台支持你', 'the platform supports you')];
    case 'APPEAL_REVIEW':
      return ['now', text('申诉正在处理', 'the appeal is being handled')];
    case 'CHANGED':
    case 'CONFIRMED':
    case 'PLATFORM_FINAL':
      return ['done', text('申诉已有结果', 'the appeal has a result')];
    default:
  }
  if (request !== null && PAID_BACK.includes(request)) return UNNEEDED;
  if (stageOf('order') === 'EXPIRED_PLATFORM' && stage === null) {
    return ['closed', text('没有可以申诉的平台决定', 'there is no decision to appeal')];
  }
  return ['later', text('平台作出决定之后', 'after the platform has decided')];
}

const UNNEEDED: Place = ['unneeded', text('申请已成功', 'the request succeeded')];
