import type { Company, Marketplace } from '../../marketplaces/types.ts';
import { type Text, text } from '../../stages/text.ts';
import { parseRegion, type Region } from './region.ts';

/** Where a complaint or report about a shop can be filed (总局令第121号 art. 13, 29, 31). */
export interface Jurisdiction {
  /** The address that the shop has published on the platform; null when no licence page was read. */
  address: string | null;
  region: Region | null;
  /** The place of the county-level authority as the address writes it; null when it names neither county nor city. */
  place: string | null;
  /** What keeps the county from being known. */
  gap: 'noLicence' | 'noAddress' | 'noCounty' | 'zone' | null;
  /** The platform's own seat; null for marketplaces whose seat was not researched. It is recalled, not verified (R). */
  seat: Text | null;
}

/** Where Taobao and Tmall have their seat; recalled and not verified (rules 2.1: R). */
const TAOBAO_SEAT = text('浙江省杭州市余杭区', 'Yuhang district, Hangzhou, Zhejiang');

/** Works out where to file about a shop from the facts of its licence page; what was not read stays open. */
export function jurisdictionOf(company: Company | undefined, marketplace: Marketplace | null): Jurisdiction {
  const seat = marketplace === 'taobao' || marketplace === 'tmall' ? TAOBAO_SEAT : null;
  const address = company?.address ?? null;
  if (address === null) {
    return { address, region: null, place: null, gap: company ? 'noAddress' : 'noLicence', seat };
  }
  const region = parseRegion(address);
  return { address, region, place: placeOf(region), gap: gapOf(region), seat };
}

function gapOf({ county, zone }: Region): Jurisdiction['gap'] {
  if (county !== null) return null;
  return zone === null ? 'noCounty' : 'zone';
}

function placeOf({ province, city, county }: Region): string | null {
  if (city === null && county === null) return null;
  return [...new Set([province, city, county])].filter((part) => part !== null).join('');
}

/**
 * The words for the form of 12315: which authority is asked, and why it is competent. Chinese, as the form is. Null when
 * neither the published address nor the platform's seat says where.
 */
export function jurisdictionText({ address, place, seat }: Jurisdiction): string | null {
  if (place !== null) {
    return `被投诉人是平台内经营者，在平台公示的地址为“${address}”。请由该地址所在地（${place}）的县级市场监督管理部门处理（${ARTICLE}）。`;
  }
  if (seat === null) return null;
  const published = address === null ? '' : `，在平台公示的地址为“${address}”`;
  return `被投诉人是平台内经营者${published}。请由平台经营者住所地（${seat.zh}）的县级市场监督管理部门处理（${ARTICLE}）。`;
}

const ARTICLE = '《市场监督管理投诉举报处理办法》第十三条';
