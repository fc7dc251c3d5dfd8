import { normalizeSpace, plainText } from '../../shared/text.ts';

/** What an address says about province, city and county; null where it does not say. `zone`: a development zone, which is no county. */
export interface Region {
  province: string | null;
  city: string | null;
  county: string | null;
  zone: string | null;
}

const MUNICIPALITIES = ['北京', '天津', '上海', '重庆'] as const;
const PROVINCES =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾';
/** Autonomous regions with their full names, since many addresses leave them out. */
const REGIONS: Record<string, string> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
};

/** Words of administrative filler that stand for no place. */
const FILLER = /^(?:市辖区|县|(?:省|自治区)直辖县级行政(?:单位|区划))(?=[\u4e00-\u9fff])/u;
const CITY = /^([\u4e00-\u9fff]{1,11}?(?:自治州|地区|市|盟))/u;
const COUNTY = /^([\u4e00-\u9fff]{1,14}?(?:[县旗区]|市区|市(?!市)))/u;
const ZONE = /^([\u4e00-\u9fff]{0,12}?(?:开发区|高新区|经开区|工业园区|产业园区|保税区|示范区|管理区|度假区|新区))/u;
/** New areas that are counties of their own; all others are zones. */
const REAL_NEW_AREAS: readonly string[] = ['浦东新区', '滨海新区'];
/** Without province and city a longer name holds a city's as well (`杭州西湖区`), and nobody knows where it begins. */
const LONGEST_ALONE = 4;
/** A name with one of these inside has run past the county into streets and villages. */
const PAST_COUNTY = /街道|大道|社区|小区|校区|厂区|库区|园区|景区|片区|.[镇乡路街村弄巷号园苑](?=..)/u;
const STREET = /街道|大道|[镇乡路村号]/u;

/**
 * Reads province, city and county (区、县、县级市、旗) at the start of a Chinese address. It takes only what is written there:
 * a county that the address leaves out is null, and a street named after a district is none.
 */
export function parseRegion(address: string): Region {
  const text = normalizeSpace(plainText(address)).replace(/\s/gu, '').replace(/^中国/u, '');
  const { province, isMunicipality, rest } = takeProvince(text);
  const inner = rest.replace(FILLER, '');
  const { city, rest: afterCity } = isMunicipality ? { city: province, rest: inner } : takeCity(inner);
  const lower = takeCounty(afterCity.replace(FILLER, ''));
  const isAlone = province === null && city === null && (lower.county ?? '').length > LONGEST_ALONE;
  return { province, city, ...(isAlone ? { county: null, zone: null } : lower) };
}

function takeProvince(text: string): { province: string | null; isMunicipality: boolean; rest: string } {
  const municipality = MUNICIPALITIES.find((name) => text.startsWith(name));
  if (municipality) {
    const name = `${municipality}市`;
    return {
      province: name,
      isMunicipality: true,
      rest: text.replace(new RegExp(`^(?:${municipality}市?){1,2}`, 'u'), ''),
    };
  }
  const full = new RegExp(`^((?:${PROVINCES})省)`, 'u').exec(text)?.[1];
  if (full) return { province: full, isMunicipality: false, rest: text.slice(full.length) };
  const region = Object.entries(REGIONS).find(([short]) => text.startsWith(short));
  if (region) {
    const [short, name] = region;
    const written = text.startsWith(name) ? name : short;
    return { province: name, isMunicipality: false, rest: text.slice(written.length) };
  }
  const short = new RegExp(`^(${PROVINCES})(?=[\\u4e00-\\u9fff]{2,8}?市)(?!市|[^市]{0,8}自治)`, 'u').exec(text)?.[1];
  if (short) return { province: `${short}省`, isMunicipality: false, rest: text.slice(short.length) };
  return { province: null, isMunicipality: false, rest: text };
}

function takeCity(text: string): { city: string | null; rest: string } {
  const name = CITY.exec(text)?.[1];
  if (!name || PAST_COUNTY.test(name)) return { city: null, rest: text };
  return { city: name, rest: text.slice(name.length) };
}

function takeCounty(text: string): Pick<Region, 'county' | 'zone'> {
  const zone = ZONE.exec(text)?.[1];
  if (zone && !REAL_NEW_AREAS.includes(zone)) return { county: null, zone: STREET.test(zone) ? null : zone };
  const county = COUNTY.exec(text)?.[1];
  return { county: county && !PAST_COUNTY.test(county) ? county : null, zone: null };
}
