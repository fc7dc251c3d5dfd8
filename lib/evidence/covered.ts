import type { Instant } from '../shared/time.ts';

/** Why something is covered. `word`: words the user typed. `hand`: a box the user drew. */
export const REDACTION_RULES = [
  'phone',
  'landline',
  'idNumber',
  'bankCard',
  'email',
  'account',
  'plate',
  'name',
  'nick',
  'address',
  'word',
  'hand',
] as const;
export type RedactionRule = (typeof REDACTION_RULES)[number];

/** What was covered, in the language of the bundle. */
export const REDACTION_RULE_WORDS: Readonly<Record<RedactionRule, string>> = {
  phone: '手机号码',
  landline: '固定电话',
  idNumber: '身份证号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  account: '个人账号',
  plate: '车牌号',
  name: '姓名',
  nick: '账号名',
  address: '地址',
  word: '指定文字',
  hand: '手工遮盖',
};

/** A box in pixels of a picture. */
export interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A box that the user drew on one picture of a capture. */
export interface HandBox extends PixelBox {
  /** Name of the picture. */
  picture: string;
}

/** Words that are covered wherever they stand in the capture, and by which rule they were found. */
export interface CoveredWords {
  rule: RedactionRule;
  text: string;
}

/** What the user has covered in a capture, so that it can be shown, exported and changed again. It stays on this computer. */
export interface Redaction {
  at: Instant;
  words: CoveredWords[];
  boxes: HandBox[];
  /** Names of originals and of the covered copies that stand in for them. */
  copies: { original: string; copy: string }[];
  /** Names of files that cannot be covered, such as a copy of the page. */
  leftOut: string[];
}
