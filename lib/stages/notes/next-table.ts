import type { Stage } from '../types.ts';
import type { StepId } from './steps.ts';

/** What each side can sensibly do in a stage, most useful first. */
interface Steps {
  buyer: readonly StepId[];
  seller: readonly StepId[];
}
export type StepTable = Partial<Record<Stage, Steps>>;

const NOTHING_LEFT: Steps = { buyer: ['capture.page'], seller: ['capture.page'] };

export const ORDER_STEPS: StepTable = {
  UNPAID: { buyer: ['capture.page'], seller: [] },
  PAID: {
    buyer: ['capture.page', 'order.remind', 'order.refundUnshipped', 'CH.complain'],
    seller: ['order.ship', 'order.askConsent'],
  },
  SHIPPED: {
    buyer: ['order.inspect', 'order.extend', 'order.applyBeforeConfirm', 'capture.page'],
    seller: ['order.keepSigned'],
  },
  SUCCESS: { buyer: ['order.aftersales', 'capture.page', 'CH.complain'], seller: ['order.keepSigned'] },
  EXPIRED_PLATFORM: {
    buyer: ['order.exception', 'CH.12315.web', 'CH.court', 'CH.seller'],
    seller: ['order.keepSigned'],
  },
  CLOSED: NOTHING_LEFT,
};

const REFUSED: Steps = {
  buyer: ['capture.page', 'request.modify', 'CH.intervene', 'request.doNotConfirm'],
  seller: ['request.prepareProof', 'request.talkToBuyer'],
};
const ASKED: Steps = {
  buyer: ['request.waitSeller', 'request.doNotConfirm', 'capture.page'],
  seller: ['request.answer', 'request.intercept', 'request.checkAddress', 'capture.page'],
};
const SEND_BACK: Steps = {
  buyer: ['return.pack', 'return.sendAndEnter', 'request.doNotConfirm'],
  seller: ['return.inspect'],
};

export const REQUEST_STEPS: StepTable = {
  WAIT_SELLER_AGREE: ASKED,
  EX_WAIT_SELLER_AGREE: ASKED,
  SELLER_REFUSE_BUYER: REFUSED,
  WAIT_BUYER_RETURN_GOODS: SEND_BACK,
  EX_WAIT_BUYER_SEND: SEND_BACK,
  WAIT_SELLER_CONFIRM_GOODS: {
    buyer: ['return.follow', 'capture.page'],
    seller: ['return.inspect', 'return.answer'],
  },
  EX_WAIT_SELLER_RESHIP: { buyer: ['return.follow', 'capture.page'], seller: ['return.inspect', 'exchange.reship'] },
  EX_WAIT_BUYER_CONFIRM: { buyer: ['exchange.checkNew', 'capture.page'], seller: ['order.keepSigned'] },
  INTERVENTION: { buyer: ['platform.uploadProof', 'capture.page'], seller: ['platform.uploadProof', 'capture.page'] },
  SUCCESS: { buyer: ['platform.checkPayout'], seller: ['seller.malicious', 'seller.ownWays'] },
  CLOSED: { buyer: ['capture.page', 'CH.12315.web', 'CH.court'], seller: ['capture.page'] },
  EX_DONE: NOTHING_LEFT,
};

const LOST: Steps = {
  buyer: ['platform.saveDecision', 'platform.appeal', 'CH.xiaoer', 'CH.12315.web', 'CH.platformlaw', 'CH.court'],
  seller: ['platform.saveDecision', 'platform.appeal', 'CH.merchant', 'CH.platformlaw', 'CH.court', 'seller.ownWays'],
};
const WON: Steps = {
  buyer: ['platform.saveDecision', 'platform.checkPayout'],
  seller: ['platform.saveDecision', 'request.prepareProof'],
};
const FINAL: Steps = {
  buyer: ['platform.saveDecision', 'CH.12315.web', 'CH.platformlaw', 'CH.court', 'CH.lawyer'],
  seller: ['platform.saveDecision', 'CH.platformlaw', 'CH.court', 'CH.lawyer', 'seller.ownWays'],
};
const PROVE: Steps = {
  buyer: ['platform.uploadProof', 'capture.page', 'platform.waitDecision'],
  seller: ['platform.uploadProof', 'platform.answerProof', 'seller.malicious'],
};
const WAIT_PLATFORM: Steps = {
  buyer: ['platform.waitDecision', 'capture.page'],
  seller: ['platform.waitDecision', 'capture.page'],
};

export const INTERVENTION_STEPS: StepTable = {
  INTERVENTION: PROVE,
  EVIDENCE: PROVE,
  REVIEW: WAIT_PLATFORM,
  SUPPORT_BUYER: { buyer: WON.buyer, seller: LOST.seller },
  SUPPORT_SELLER: { buyer: LOST.buyer, seller: WON.seller },
  SETTLED: WON,
  WITHDRAWN: NOTHING_LEFT,
  DONE: LOST,
  APPEAL_REVIEW: WAIT_PLATFORM,
  CHANGED: FINAL,
  CONFIRMED: FINAL,
  PLATFORM_FINAL: FINAL,
};

const WAIT_COMPLAINT: Steps = { buyer: ['complaint.wait', 'capture.page'], seller: ['complaint.answer'] };

export const COMPLAINT_STEPS: StepTable = {
  CP_WAIT_SELLER: WAIT_COMPLAINT,
  CP_PLATFORM: WAIT_COMPLAINT,
  CP_UPHELD: { buyer: ['platform.checkPayout'], seller: ['platform.appeal', 'CH.merchant'] },
  CP_REJECTED: { buyer: ['CH.refund', 'CH.12315.web', 'CH.court'], seller: [] },
  CP_WITHDRAWN: NOTHING_LEFT,
  AP_SELLER: WAIT_PLATFORM,
};

const WAIT_AUTHORITY: Steps = {
  buyer: ['authority.followUp', 'authority.oneOnly'],
  seller: ['authority.answerMediation'],
};
const MEDIATE: Steps = {
  buyer: ['authority.agreeToMediate', 'authority.followUp', 'authority.oneOnly'],
  seller: ['authority.answerMediation', 'seller.malicious'],
};

export const AUTHORITY_STEPS: StepTable = {
  ODR: { buyer: ['authority.agreeToMediate', 'authority.followUp'], seller: ['authority.answerMediation'] },
  RECEIVED: WAIT_AUTHORITY,
  FORWARDED: WAIT_AUTHORITY,
  ACCEPTED: MEDIATE,
  MEDIATION: MEDIATE,
  REFUSED: { buyer: ['authority.refile', 'authority.reconsider', 'CH.court'], seller: [] },
  AGREEMENT: { buyer: ['authority.enforceAgreement', 'CH.court'], seller: ['authority.answerMediation'] },
  TERMINATED: {
    buyer: ['authority.keepNotice', 'CH.court', 'CH.lawyer'],
    seller: ['request.prepareProof', 'CH.lawyer'],
  },
  CLOSED_SETTLED: NOTHING_LEFT,
};

const WAIT_REPORT: Steps = { buyer: ['report.followUp', 'CH.12315.web', 'CH.court'], seller: ['report.followUp'] };

export const REPORT_STEPS: StepTable = {
  REPORT_RECEIVED: WAIT_REPORT,
  FILED: WAIT_REPORT,
  NOT_FILED: WAIT_REPORT,
  WITHDRAWN: NOTHING_LEFT,
};

const WAIT_COURT: Steps = { buyer: ['court.wait', 'CH.lawyer'], seller: ['court.wait', 'CH.lawyer'] };

export const COURT_STEPS: StepTable = {
  FILED: WAIT_COURT,
  REGISTERED: WAIT_COURT,
  MEDIATION_BEFORE_FILING: WAIT_COURT,
  REFUSED: { buyer: ['court.appeal', 'CH.lawyer'], seller: ['court.appeal', 'CH.lawyer'] },
  JUDGMENT: { buyer: ['court.appeal', 'CH.lawyer'], seller: ['court.appeal', 'CH.lawyer'] },
  FINAL: { buyer: ['court.enforce'], seller: ['court.enforce'] },
  SETTLED: NOTHING_LEFT,
  WITHDRAWN: NOTHING_LEFT,
};
