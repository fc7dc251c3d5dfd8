import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jurisdictionOf, jurisdictionText } from '../../../lib/cases/ways/jurisdiction.ts';
import { parseRegion } from '../../../lib/cases/ways/region.ts';

/** Address, then province, city, county as they are read; `-` is not said. */
const ADDRESSES: [address: string, expected: string][] = [
  ['浙江省杭州市余杭区五常街道文一西路969号', '浙江省 杭州市 余杭区'],
  ['浙江省 杭州市 西湖区 转塘街道', '浙江省 杭州市 西湖区'],
  ['中国浙江省宁波市镇海区招宝山街道', '浙江省 宁波市 镇海区'],
  ['江苏省苏州市昆山市玉山镇前进路1号', '江苏省 苏州市 昆山市'],
  ['浙江省金华市义乌市稠城街道', '浙江省 金华市 义乌市'],
  ['浙江省义乌市北苑街道城北路1号', '浙江省 义乌市 -'],
  ['浙江省义乌市北苑街道城北区2号', '浙江省 义乌市 -'],
  ['广东省东莞市虎门镇怀德社区', '广东省 东莞市 -'],
  ['北京市朝阳区建国路88号', '北京市 北京市 朝阳区'],
  ['北京市市辖区朝阳区建国路88号', '北京市 北京市 朝阳区'],
  ['北京朝阳区建国路88号', '北京市 北京市 朝阳区'],
  ['上海市上海市浦东新区张江路', '上海市 上海市 浦东新区'],
  ['重庆市县云阳县双江街道', '重庆市 重庆市 云阳县'],
  ['天津市滨海新区第三大街', '天津市 天津市 滨海新区'],
  ['内蒙古自治区呼和浩特市新城区', '内蒙古自治区 呼和浩特市 新城区'],
  ['内蒙古呼伦贝尔市鄂温克族自治旗巴彦托海镇', '内蒙古自治区 呼伦贝尔市 鄂温克族自治旗'],
  ['内蒙古锡林郭勒盟锡林浩特市', '内蒙古自治区 锡林郭勒盟 锡林浩特市'],
  ['新疆维吾尔自治区喀什地区喀什市', '新疆维吾尔自治区 喀什地区 喀什市'],
  ['新疆乌鲁木齐市新市区', '新疆维吾尔自治区 乌鲁木齐市 新市区'],
  ['湖北省恩施土家族苗族自治州恩施市', '湖北省 恩施土家族苗族自治州 恩施市'],
  ['青海省海南藏族自治州共和县', '青海省 海南藏族自治州 共和县'],
  ['湖北省神农架林区松柏镇', '湖北省 - 神农架林区'],
  ['海南省省直辖县级行政单位文昌市', '海南省 文昌市 -'],
  ['贵州省六盘水市六枝特区', '贵州省 六盘水市 六枝特区'],
  ['山东省济南市市中区', '山东省 济南市 市中区'],
  ['湖北省荆州市沙市区', '湖北省 荆州市 沙市区'],
  ['湖南省常德市津市市', '湖南省 常德市 津市市'],
  ['山西省晋城市城区', '山西省 晋城市 城区'],
  ['江苏省南京市鼓楼区', '江苏省 南京市 鼓楼区'],
  ['黑龙江省哈尔滨市道里区', '黑龙江省 哈尔滨市 道里区'],
  ['浙江省台州市路桥区', '浙江省 台州市 路桥区'],
  ['江西省景德镇市珠山区', '江西省 景德镇市 珠山区'],
  ['吉林省吉林市昌邑区', '吉林省 吉林市 昌邑区'],
  ['吉林市昌邑区', '- 吉林市 昌邑区'],
  ['杭州市余杭区', '- 杭州市 余杭区'],
  ['余杭区五常街道', '- - 余杭区'],
  ['广东深圳市南山区', '广东省 深圳市 南山区'],
  ['广东深圳南山区', '- - -'],
  ['文一西路969号', '- - -'],
  ['', '- - -'],
  ['Room 1, No. 2', '- - -'],
];

describe('the region of an address', () => {
  it.each(ADDRESSES)('%s', (address, expected) => {
    const { province, city, county } = parseRegion(address);
    expect([province, city, county].map((part) => part ?? '-').join(' ')).toBe(expected);
  });

  it.each([
    ['四川省成都市高新区天府大道', '高新区'],
    ['陕西省西安市高新技术产业开发区', '高新技术产业开发区'],
    ['江苏省苏州市苏州工业园区星湖街', '苏州工业园区'],
    ['河南省郑州市郑东新区', '郑东新区'],
  ])('%s: a zone is no county', (address, zone) => {
    expect(parseRegion(address)).toMatchObject({ county: null, zone });
  });

  it('takes nothing that the address does not say, whatever comes', () => {
    const pieces = fc.constantFrom(
      '浙江',
      '省',
      '杭州',
      '市',
      '余杭',
      '区',
      '县',
      '街道',
      '镇',
      '路',
      '1号',
      '北京',
      '新',
      '开发',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
        (address) => {
          const { city, county, zone } = parseRegion(address);
          const squeezed = address.replace(/\s/gu, '');
          for (const part of [county, zone]) expect(part === null || squeezed.includes(part)).toBe(true);
          expect(city === null || squeezed.includes(city) || city === '北京市').toBe(true);
        },
      ),
    );
  });
});

describe('where to file', () => {
  const address = '浙江省金华市义乌市稠城街道1号';

  it('is the county of the published address, or the platform’s seat', () => {
    const found = jurisdictionOf({ name: '测试公司', address }, 'taobao');
    expect(found).toMatchObject({ place: '浙江省金华市义乌市', gap: null, seat: { zh: '浙江省杭州市余杭区' } });
    expect(jurisdictionText(found)).toContain(
      `“${address}”。请由该地址所在地（浙江省金华市义乌市）的县级市场监督管理部门处理`,
    );
    expect(jurisdictionText(found)).toContain('第十三条');
  });

  it('names a municipality once', () => {
    expect(jurisdictionOf({ address: '上海市浦东新区张江路' }, 'tmall').place).toBe('上海市浦东新区');
  });

  it.each([
    [undefined, 'noLicence', null],
    [{ name: '测试公司' }, 'noAddress', null],
    [{ address: '广东省东莞市虎门镇' }, 'noCounty', '广东省东莞市'],
    [{ address: '四川省成都市高新区' }, 'zone', '四川省成都市'],
    [{ address: '测试路1号' }, 'noCounty', null],
  ])('%j: %s', (company, gap, place) => {
    expect(jurisdictionOf(company, 'taobao')).toMatchObject({ gap, place });
  });

  it('falls back on the platform’s seat in the text, and knows none for other marketplaces', () => {
    // Whether the shop has published an address is not claimed while no licence page was read.
    expect(jurisdictionText(jurisdictionOf(undefined, 'taobao'))).toBe(
      '被投诉人是平台内经营者。请由平台经营者住所地（浙江省杭州市余杭区）的县级市场监督管理部门处理（《市场监督管理投诉举报处理办法》第十三条）。',
    );
    expect(jurisdictionText(jurisdictionOf({ address: '测试路1号' }, 'tmall'))).toContain('公示的地址为“测试路1号”');
    for (const marketplace of ['1688', 'jd', 'pdd', 'xianyu', null] as const) {
      const unknown = jurisdictionOf(undefined, marketplace);
      expect(unknown.seat).toBeNull();
      expect(jurisdictionText(unknown)).toBeNull();
    }
  });
});
