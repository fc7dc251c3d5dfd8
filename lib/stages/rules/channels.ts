import { AUTHORITY_DETAILS } from './channels/authorities.ts';
import { COURT_DETAILS } from './channels/courts.ts';
import { CHANNEL_NAMES, type ChannelId, channelWords } from './channels/names.ts';
import { OTHER_DETAILS } from './channels/others.ts';
import { PLATFORM_DETAILS } from './channels/platform.ts';
import { SELLERS_WAYS } from './channels/seller.ts';
import type { Channel, ChannelDetails } from './channels/types.ts';

export type { Channel, ChannelRole, Filing } from './channels/types.ts';

type Details = ChannelDetails & Pick<Channel, 'group'>;

const DETAILS: Record<ChannelId, Details> = {
  ...grouped('platform', PLATFORM_DETAILS),
  ...grouped('authority', AUTHORITY_DETAILS),
  ...grouped('court', COURT_DETAILS),
  ...grouped('other', OTHER_DETAILS),
};

function grouped<Id extends ChannelId>(group: Channel['group'], details: Record<Id, ChannelDetails>) {
  const entries = Object.entries<ChannelDetails>(details).map(([id, one]) => [id, { ...one, group }]);
  return Object.fromEntries(entries) as Record<Id, Details>;
}

/** All channels of rules 5, in its order, as they stand on Taobao and Tmall. */
export const CHANNELS: readonly Channel[] = rulesChannels(true);

/**
 * Every way out on a marketplace: the channels of rules 5, then what only sellers have. `isTaobao` is false on marketplaces
 * other than Taobao and Tmall: nothing of their pages, times and telephones is said there.
 */
export function channelsOn(isTaobao: boolean): Channel[] {
  return [
    ...rulesChannels(isTaobao),
    ...SELLERS_WAYS.map((way) => onMarketplace({ ...way, group: 'seller' }, isTaobao)),
  ];
}

function rulesChannels(isTaobao: boolean): Channel[] {
  return (Object.keys(CHANNEL_NAMES) as ChannelId[]).flatMap((id) => {
    const words = channelWords(id, isTaobao);
    return words ? [onMarketplace({ id, name: words.name, use: words.use, ...DETAILS[id] }, isTaobao)] : [];
  });
}

function onMarketplace(
  { elsewhere, ...channel }: Channel & Pick<ChannelDetails, 'elsewhere'>,
  isTaobao: boolean,
): Channel {
  return isTaobao ? channel : { ...channel, ...elsewhere };
}
