import type { MessageKind, Party } from '../../marketplaces/types.ts';
import type { PictureGap } from './types.ts';

/** Words of the files that go with a conversation, which are Chinese like all that goes into a bundle. */
export const PARTY_WORDS: Record<Party, string> = {
  buyer: '买家',
  seller: '卖家',
  platform: '平台',
  unknown: '身份未识别',
};

export const MESSAGE_KIND_WORDS: Record<MessageKind, string> = {
  text: '',
  image: '［图片］',
  file: '［文件］',
  item: '［商品链接］',
  order: '［订单链接］',
  system: '［系统消息］',
  recalled: '［撤回提示］',
};

export const PICTURE_GAP_WORDS: Record<PictureGap, string> = {
  notLoaded: '页面当时没有加载出来',
  notReadable: '图片所在网站不允许另存，见画面',
  tooLarge: '文件过大，见画面',
};

/** Between two messages that no look at the page has shown next to each other. */
export const GAP_LINE = '此处前后衔接中断，中间可能有未采集的消息';
