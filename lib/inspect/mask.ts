import { normalizeSpace } from '../shared/text.ts';
import { parseUrl } from '../shared/url.ts';
import { isKnownWord } from './known-words.ts';

const MAX_TEXT = 60;
const MAX_NAME = 60;
const RUN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]/gu;
/** What a cut leaves of a word is no word. */
const LAST_WORD = /\p{Script=Han}+$/u;
/** Marks that say nothing about anybody. Everything else that is neither letter nor digit may be an emoji in a name. */
const OTHER = /[^\p{L}\p{M}\p{N}\s!-/:-@[-`{-~：，。、；！？（）【】《》“”‘’「」￥¥…—·～×]/gu;

/**
 * A text with its shape only: words of our own table stay, of everything else each character becomes one of its class
 * (汉 → 字, letter → x, digit → 0, sign → *).
 */
export function maskText(text: string): string {
  const words = normalizeSpace(text);
  const masked = words
    .replace(OTHER, '*')
    .replace(RUN, (run) => (isKnownWord(run) ? run : run.replace(/./gu, maskCharacter)));
  const points = Array.from(masked);
  return points.length > MAX_TEXT ? `${points.slice(0, MAX_TEXT).join('').replace(LAST_WORD, shapeOf)}…` : masked;
}

function shapeOf(run: string): string {
  return isKnownWord(run) ? run : run.replace(/./gu, maskCharacter);
}

function maskCharacter(character: string): string {
  if (/\p{N}/u.test(character)) return '0';
  return /\p{Script=Han}/u.test(character) ? '字' : 'x';
}

/** The name of an element, class, id, attribute or key: names are code and stay, without their digits and all that is not ASCII. */
export function maskName(name: string): string {
  const masked = name.replace(/[^!-~]/gu, (character) => (/\s/u.test(character) ? '_' : maskCharacter(character)));
  return masked.replace(/\d/g, '0').slice(0, MAX_NAME);
}

/** Parts of host names that belong to the platform; the others can be the name of a shop. */
const HOST_PARTS = new Set(
  'www com cn net hk org taobao tmall alicdn alipay aliyun alibaba jd xianyu goofish yangkeduo pinduoduo trade buyertrade refund refund2 item detail market m h5 s g i img gw gtms login passport rate list shop store world click qianniu myseller sell seller consumerservice service complaint jubao rule chat im amos wangwang logistics wuliu logisticsdetail a1 pages web-desktop guarantee tousu zhongcai'.split(
    ' ',
  ),
);

/** An address as a pattern: where it leads and what it asks for by name, no number and no value. */
export function maskUrl(address: string, base: string): string {
  const url = parseUrl(address, base);
  if (!url) return '?';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${maskName(url.protocol)}…`;
  const parts = url.hostname.split('.');
  const host = parts.map((part) => (HOST_PARTS.has(part) ? part : part.replace(/[a-z]/g, 'x'))).join('.');
  const isOfPlatform = parts.slice(-2).every((part) => HOST_PARTS.has(part));
  const path = isOfPlatform ? url.pathname.split('/').map(maskPathPart).join('/') : '/…';
  return `${host.replace(/\d/g, '0')}${path}${queryNames(url)}`;
}

/** A query without `=` is a value that has no name. */
function queryNames({ searchParams }: URL): string {
  const names = [...searchParams].map(([name, value]) => (value === '' ? 'x' : maskQueryName(name)));
  return names.length > 0 ? `?${[...new Set(names)].join('&')}` : '';
}

/** Words of a path stay; what is escaped or has digits is a name or a number of somebody. */
function maskPathPart(part: string): string {
  return /^[a-z_.-]{0,40}$/i.test(part)
    ? part
    : part
        .replace(/%[\da-f]{2}/gi, 'x')
        .replace(/\d/g, '0')
        .slice(0, MAX_NAME);
}

function maskQueryName(name: string): string {
  return /^[a-z_][\w.-]{0,30}$/i.test(name) ? maskName(name) : 'x';
}
