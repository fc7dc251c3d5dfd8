import { type Text, text } from '../text.ts';
import { courtRung } from './legal-rungs.ts';
import { DECIDED, DECIDING, PAID_BACK } from './procedures.ts';
import type { Rung, RungState, Standing } from './types.ts';

type Place = [state: RungState, reason: Text];

/** The seller's ladder (rules 4): answer in time, prove, appeal with a human decision, report the platform, the court. */
export function sellersLadder(standing: Standing): Rung[] {
  const rung = (id: Rung['id'], title: Text, channels: string[], [state, reason]: Place): Rung => ({
    id,
    title,
    state,
    reason,
    channels,
  });
  return [
    rung('answer', text('按时答复买家', 'answer the buyer in time'), ['SL.malicious'], answer(standing)),
    rung(
      'intervention',
      text('平台介入时交齐凭证', 'prove your side to the platform'),
      ['CH.intervene', 'SL.return.proof'],
      prove(standing),
    ),
    rung(
      'appeal',
      text('申诉，要求人工判定', 'appeal and ask for a human decision'),
      ['CH.merchant', 'SL.appeal.human', 'CH.xiaoer'],
      appeal(standing),
    ),
    rung('platform', text('举报平台', 'report the platform'), ['CH.platformlaw'], report(standing)),
    ...(standing.stageOf('12315') === null ? [] : [mediation(standing)]),
    courtRung(standing),
  ];
}

function answer({ request }: Standing): Place {
  if (request === null) return ['later', text('买家还没有申请', 'the buyer has not asked for anything')];
  if (PAID_BACK.includes(request)) return ['done', text('申请已完成', 'the request is finished')];
  if (request === 'CLOSED') return ['done', text('申请已关闭', 'the request is closed')];
  if (request === 'SELLER_REFUSE_BUYER' || request === 'INTERVENTION') {
    return ['done', text('已经答复，现在轮到买家或平台', 'answered; it is up to the buyer or the platform')];
  }
  return [
    'now',
    text(
      '在页面的期限内同意或拒绝；拒绝写明理由并附凭证',
      'agree or refuse in the page’s time; a refusal with reasons and proof',
    ),
  ];
}

function prove({ request, stageOf }: Standing): Place {
  const stage = stageOf('intervention');
  if (request === 'INTERVENTION' || (stage !== null && DECIDING.includes(stage))) {
    return ['now', text('平台正在处理：凭证一次交齐', 'the platform is handling it: hand in all proof at once')];
  }
  if (stage !== null && stage !== 'WITHDRAWN') return ['done', text('平台已有结果', 'the platform has a result')];
  if (request === 'SELLER_REFUSE_BUYER') {
    return [
      'later',
      text('买家可能要求介入，现在就备齐凭证', 'the buyer may go to the platform: prepare your proof now'),
    ];
  }
  return ['later', text('平台介入之后', 'once the platform steps in')];
}

function appeal({ stageOf }: Standing): Place {
  const stage = stageOf('intervention');
  if (stage === 'APPEAL_REVIEW' || stageOf('complaint') === 'AP_SELLER') {
    return ['now', text('申诉正在处理', 'the appeal is being handled')];
  }
  if (
    stage === 'SUPPORT_BUYER' ||
    stage === 'DONE' ||
    stage === 'APPEAL_OPEN' ||
    stageOf('complaint') === 'CP_UPHELD'
  ) {
    return [
      'now',
      text('不服处理结果的，在系统显示的期限内申诉', 'if you do not accept the decision, appeal in the time shown'),
    ];
  }
  if (stage === 'SUPPORT_SELLER') return ['unneeded', text('平台支持你', 'the platform supports you')];
  if (stage !== null && DECIDED.includes(stage)) return ['done', text('申诉已有结果', 'the appeal has a result')];
  return ['later', text('平台作出决定之后', 'after the platform has decided')];
}

function report({ stageOf, filed }: Standing): Place {
  if (filed.some(({ channel }) => channel === 'CH.platformlaw'))
    return ['done', text('你记录过已举报', 'you noted a report')];
  const stage = stageOf('intervention');
  const hasDecision = stage !== null && DECIDED.includes(stage) && stage !== 'SUPPORT_SELLER';
  if (!hasDecision)
    return [
      'later',
      text('平台不说明理由、不给申诉、强制仅退款时', 'if it gives no reasons or appeal, or forces a refund'),
    ];
  return [
    'now',
    text(
      '平台没有说明理由和依据、不给申诉或强制退款不退货的，可以举报；举报不解决自己的钱',
      'if it gave no reasons, no appeal, or forced a refund without return, you can report it; that does not bring your money',
    ),
  ];
}

function mediation({ stageOf }: Standing): Rung {
  const stage = stageOf('12315');
  const isOver = stage === 'REFUSED' || stage === 'AGREEMENT' || stage === 'TERMINATED' || stage === 'CLOSED_SETTLED';
  return {
    id: 'authority',
    title: text('答复12315', 'answer 12315'),
    state: isOver ? 'done' : 'now',
    reason: isOver
      ? text('12315已有结果', '12315 has a result')
      : text(
          '说明是否同意调解；不同意的，调解终止（总局令第121号第18、23条）',
          'say whether you agree; if not, mediation ends (Order 121 art. 18, 23)',
        ),
    channels: ['SL.12315.mediate'],
  };
}
