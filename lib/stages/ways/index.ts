import { channelsOn } from '../rules/channels.ts';
import { channelStanding } from './channel-standing.ts';
import { ladderFor } from './ladder.ts';
import { duplicateNotes } from './one-authority.ts';
import { standingOf } from './standing.ts';
import type { WaysInput, WaysOut } from './types.ts';

export type { WaysOut } from './types.ts';

/**
 * Every way out of a case at `now`: the ladder, how each channel stands, and filings that get in each other's way. Pure; an
 * unknown role is treated as the buyer's, and on marketplaces other than Taobao and Tmall nothing of theirs is named.
 */
export function waysOut(ways: WaysInput): WaysOut {
  const standing = standingOf(ways);
  const ladder = ladderFor(standing);
  return {
    ladder,
    channels: channelsOn(standing.isTaobao)
      .filter(({ roles }) => roles.includes(standing.role))
      .map((channel) => channelStanding(channel, standing, ladder)),
    warnings: duplicateNotes(standing),
  };
}
