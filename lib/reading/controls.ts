/** Words of buttons and links that pages print inside or behind a value. */
const WORDS =
  '已?复制(?:成功|单号|订单号|订单编号|编号|链接|地址)?|查看(?:详情|物流|更多|全部|明细|快照)?|修改(?:备注)?|编辑|展开(?:全部|更多)?|收起|详情|明细|更多|(?:和我)?联系(?:卖家|商家|买家|客服)?|进入?店铺?|收藏(?:店铺|本店)?|旺旺(?:在线|离线)|给我留言';
const CONTROL = new RegExp(`^[[(【]?(?:${WORDS}|[?!>›»ⓘi])[\\])】]?[>›»]?$`, 'u');
const TRAILING = new RegExp(`(?:\\s+[[(【]?(?:${WORDS}|[>›»ⓘ])[\\])】]?[>›»]?)+$`, 'u');

/** True for text that is nothing but a button, such as `复制`, `[查看]`, `?`. */
export function isControl(text: string): boolean {
  return text.length <= 12 && CONTROL.test(text);
}

/** Cuts buttons off the end of a value: `中通快递 查看物流` → `中通快递`. They must stand apart by a space. */
export function withoutControls(text: string): string {
  return text.replace(TRAILING, '');
}
