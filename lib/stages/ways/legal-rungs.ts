import { type Text, text } from '../text.ts';
import { holdOf12315, holdOfCourt, isPlatformDone, PAID_BACK } from './procedures.ts';
import type { Rung, RungState, Standing } from './types.ts';

type Place = [state: RungState, reason: Text];

/** The authority's place on the buyer's ladder: one filing with one authority, complaint and report as two texts. */
export function authorityRung(standing: Standing): Rung {
  const [state, reason] = complaintPlace(standing);
  return {
    id: 'authority',
    title: text('12315（投诉、举报写成两份）', '12315 (complaint and report as two texts)'),
    state,
    reason,
    channels: ['CH.12315.web', 'CH.12315.tel', 'CH.12315.odr'],
  };
}

/** The last step, for both sides. */
export function courtRung(standing: Standing): Rung {
  const [state, reason] = courtPlace(standing);
  return { id: 'court', title: text('法院', 'the court'), state, reason, channels: ['CH.court', 'CH.lawyer'] };
}

function complaintPlace(standing: Standing): Place {
  const { stageOf, request, limits, now, filed } = standing;
  const hold = holdOf12315(standing);
  if (hold === 'running') return ['now', text('12315正在处理', '12315 is handling it')];
  if (hold === 'handled') {
    return [
      'done',
      text(
        '12315已处理过，同一争议不再受理（总局令第121号第16条第2项）',
        '12315 has handled it and takes it no more (Order 121 art. 16(2))',
      ),
    ];
  }
  if (holdOfCourt(standing) !== 'none') {
    return [
      'closed',
      text('法院已受理同一争议（总局令第121号第16条第2项）', 'the court has the same dispute (Order 121 art. 16(2))'),
    ];
  }
  const other = filed.find(({ channel }) => OTHER_AUTHORITIES.includes(channel));
  if (other) {
    return [
      'closed',
      text(
        '同一争议你已交给另一处：那里受理了，12315不予受理（总局令第121号第16条第2项）',
        'you filed the dispute elsewhere: once accepted there, 12315 refuses it (Order 121 art. 16(2))',
      ),
    ];
  }
  if (limits.complaint && limits.complaint.due <= now) {
    return [
      'closed',
      text(
        '知道权益受损已超过3年（总局令第121号第16条第4项）',
        'more than 3 years since you knew (Order 121 art. 16(4))',
      ),
    ];
  }
  if (stageOf('12315') === 'REFUSED') {
    return [
      'now',
      text('没有受理：按理由补正后可以再投诉', 'it was refused: correct what the reasons name and file again'),
    ];
  }
  if (
    isPlatformDone(standing) ||
    stageOf('complaint') === 'CP_REJECTED' ||
    stageOf('intervention') === 'SUPPORT_SELLER'
  ) {
    return [
      'now',
      text('平台没有解决：可以投诉了，选一处交一次', 'the platform did not solve it: file once, in one place'),
    ];
  }
  if (request !== null && PAID_BACK.includes(request)) {
    return [
      'unneeded',
      text('申请已成功；还要主张法定赔偿的，可以投诉', 'the request succeeded; only for statutory damages'),
    ];
  }
  return [
    'later',
    text(
      '法律没有要求先走完平台（《消费者权益保护法》第39条）；平台的期限短，投诉有3年，所以排在后面',
      'no law requires the platform first (Consumer Protection Law art. 39); its times are short and a complaint has 3 years',
    ),
  ];
}

function courtPlace(standing: Standing): Place {
  const { stageOf, limits, now, request } = standing;
  const hold = holdOfCourt(standing);
  if (hold === 'running') return ['now', text('法院正在处理', 'the court is handling it')];
  if (hold === 'handled') return ['done', text('法院已有结果', 'the court has a result')];
  if (limits.court && limits.court.due <= now) {
    return [
      'closed',
      text(
        '诉讼时效的3年按记录已过（书面要求、起诉等会使它重新计算，《民法典》第195条）',
        'by what is on record the 3 years are over (a demand or suit starts them anew, Civil Code art. 195)',
      ),
    ];
  }
  if (stageOf('court') === 'REFUSED') {
    return [
      'now',
      text(
        '没有立案：补正后再起诉，或者10日内对裁定上诉（《民事诉讼法》第171条）',
        'it was refused: correct it, or appeal the ruling within 10 days (Civil Procedure Law art. 171)',
      ),
    ];
  }
  if (stageOf('12315') === 'AGREEMENT') {
    return ['now', text('对方不履行调解协议的，可以起诉', 'you can sue if the agreement is not performed')];
  }
  if (stageOf('12315') === 'TERMINATED')
    return ['now', text('调解已终止，可以起诉', 'mediation has ended; you can sue')];
  if (holdOf12315(standing) === 'running') {
    return ['later', text('12315处理期间起诉，调解会终止', 'suing while 12315 handles it ends the mediation')];
  }
  if (standing.role === 'buyer' && request !== null && PAID_BACK.includes(request)) {
    return [
      'unneeded',
      text('申请已成功；还要主张法定赔偿的，可以起诉', 'the request succeeded; only for statutory damages'),
    ];
  }
  if (standing.role === 'seller' && isPlatformDone(standing)) {
    return ['now', text('平台程序已结束，可以起诉', 'the platform’s procedure is over; you can sue')];
  }
  return [
    'later',
    text(
      '不必等前面走完；诉讼时效3年（《民法典》第188条）',
      'it need not wait for the others; 3 years of limitation (Civil Code art. 188)',
    ),
  ];
}

/** Those that art. 16(2) names besides courts, whose progress no machine follows. */
export const OTHER_AUTHORITIES: readonly string[] = ['CH.12345', 'CH.xiehui', 'CH.arbitration'];
