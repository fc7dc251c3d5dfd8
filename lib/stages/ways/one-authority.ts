import { CHANNEL_NAMES, type ChannelId } from '../rules/channels/names.ts';
import { joinTexts, type Text, text } from '../text.ts';
import type { Note } from '../types.ts';
import { OTHER_AUTHORITIES } from './legal-rungs.ts';
import { holdOf12315, holdOfCourt } from './procedures.ts';
import type { ChannelStanding, Standing } from './types.ts';

type Answer = Pick<ChannelStanding, 'state' | 'reason'>;

/**
 * Why a buyer may not be able to go to an authority or court with this dispute, or would lose another procedure by it
 * (总局令第121号 art. 16(2) to (4), 23); null when nothing on record speaks against it.
 */
export function authorityReason(id: string, standing: Standing): Answer | null {
  if (id === 'CH.court') return courtReason(standing);
  return OTHER_AUTHORITIES.includes(id) ? otherReason(standing) : complaintReason(standing);
}

function complaintReason(standing: Standing): Answer | null {
  const { limits, now, filed } = standing;
  const hold = holdOf12315(standing);
  if (hold === 'handled')
    return closed('12315已处理过同一争议，不再受理', '12315 has handled this dispute and takes it no more');
  if (limits.complaint && limits.complaint.due <= now) {
    return closed(
      '知道权益受损已超过3年，不予受理（总局令第121号第16条第4项）',
      'refused: more than 3 years since you knew (Order 121 art. 16(4))',
    );
  }
  if (hold === 'running') return blocked('12315已在处理同一争议，不要再交一次', '12315 has this dispute already');
  if (holdOfCourt(standing) !== 'none') {
    return blocked('法院已受理同一争议，12315不予受理', 'a court has this dispute: 12315 refuses it');
  }
  const other = filed.find(({ channel }) => OTHER_AUTHORITIES.includes(channel));
  return other
    ? blocked(
        '同一争议已交给另一处：那里受理了，这里不予受理',
        'filed elsewhere: once accepted there it is refused here',
      )
    : null;
}

function otherReason(standing: Standing): Answer | null {
  if (holdOf12315(standing) === 'running') {
    return blocked(
      '12315正在处理同一争议：这里再受理，12315可能终止调解',
      '12315 has this dispute: once accepted here as well, its mediation may end',
    );
  }
  if (holdOfCourt(standing) === 'running') return blocked('法院正在处理同一争议', 'a court has this dispute');
  return null;
}

function courtReason(standing: Standing): Answer | null {
  const { limits, now } = standing;
  if (holdOfCourt(standing) === 'handled') return closed('法院已有结果', 'the court has a result');
  if (limits.court && limits.court.due <= now) {
    return closed('诉讼时效的3年按记录已过', 'by what is on record the 3 years of limitation are over');
  }
  if (holdOf12315(standing) === 'running') {
    return blocked('12315正在处理：起诉后调解终止', '12315 is handling it: suing ends its mediation');
  }
  return null;
}

function closed(zh: string, en: string): Answer {
  return { state: 'closed', reason: text(zh, en) };
}

function blocked(zh: string, en: string): Answer {
  return { state: 'blocked', reason: text(zh, en) };
}

/** Who has the dispute, or was handed it, of those that art. 16(2) names. */
export function duplicateHolders(standing: Standing): Text[] {
  const others = OTHER_AUTHORITIES.filter((id) => standing.filed.some(({ channel }) => channel === id));
  return [
    ...(holdOf12315(standing) === 'none' ? [] : [text('12315', '12315')]),
    ...(holdOfCourt(standing) === 'none' ? [] : [text('法院', 'a court')]),
    ...others.map((id) => CHANNEL_NAMES[id as ChannelId].name),
  ];
}

/** A warning when the same dispute is on record with more than one authority or court; it names them. */
export function duplicateNotes(standing: Standing): Note[] {
  const holders = duplicateHolders(standing);
  const isOneAfterTheOther = holdOf12315(standing) === 'handled' && holders.length === 2;
  if (standing.role === 'seller' || holders.length < 2 || isOneAfterTheOther) return [];
  const names = joinTexts(holders, text('、', ', '));
  return [
    {
      id: 'ways.duplicate',
      text: text(
        `同一争议交给了几处（${names.zh}）：一处受理或处理过的，12315不予受理，受理后发现的终止调解（总局令第121号第16条第2项、第23条）。`,
        `The same dispute is in several places (${names.en}): once one has accepted or handled it, 12315 refuses it or ends its mediation (Order 121 art. 16(2), 23).`,
      ),
    },
  ];
}
