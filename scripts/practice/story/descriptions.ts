import type { Goods } from './types.ts';

export interface Description {
  parameters: [name: string, value: string][];
  /** Sections of the picture-and-text part. */
  sections: { title: string; text: string; pictures: string[] }[];
  reviews: { nick: string; time: string; sku: string; text: string }[];
}

const MUSHROOM: Description = {
  parameters: [
    ['品牌', '山野小铺'],
    ['产地', '示例省示例市'],
    ['生长方式', '野生'],
    ['是否有机', '否'],
    ['干制方式', '炭火烘干'],
    ['是否熏硫', '无硫熏'],
    ['净含量', '250g'],
    ['保质期', '365天'],
    ['储藏方法', '阴凉干燥处'],
    ['厂名', '示例市山野小铺食品有限公司'],
  ],
  sections: [
    {
      title: '深山野生，清晨采摘',
      text: '海拔千米以上的阔叶林下自然生长，不施肥、不打药，每年只采两季。',
      pictures: ['forest', 'mushroom'],
    },
    {
      title: '炭火慢烘，无硫熏',
      text: '当天采、当天烘，十六小时低温炭火，颜色自然，闻得到菇香。',
      pictures: ['drying', 'stock'],
    },
    {
      title: '无霉变、无虫眼，逐朵挑选',
      text: '四道人工挑选，霉变、虫眼、碎片一律剔除。收到有任何质量问题，包退包换。',
      pictures: ['sorting', 'mushroom', 'bag'],
    },
    {
      title: '温水泡发，肉厚不碎',
      text: '40℃温水泡发两小时，菌盖舒展，汤色清亮，留下泡菇水一起炖汤更鲜。',
      pictures: ['soaked-clear', 'soup'],
    },
    {
      title: '包装与储存',
      text: '食品级自封袋，开袋后请密封冷藏。',
      pictures: ['bag', 'parcel'],
    },
    {
      title: '检验报告',
      text: '每批送检，报告可联系客服索取。',
      pictures: ['report'],
    },
    {
      title: '购买须知',
      text: '付款后48小时内发货，默认圆通速递。支持7天无理由退货（未开袋）。质量问题请在签收后联系客服。',
      pictures: ['parcel', 'mushroom'],
    },
  ],
  reviews: [
    { nick: '测***02', time: '2026-10-19', sku: '规格：250g/袋', text: '闻着挺香，泡开肉厚，炖鸡好吃。' },
    { nick: '测***03', time: '2026-10-02', sku: '规格：250g/袋', text: '个头大小不太均匀，味道可以。' },
    {
      nick: '测***04',
      time: '2026-09-27',
      sku: '规格：250g/袋',
      text: '打开有点霉味，联系客服说是正常的，不会再买了。',
    },
    { nick: '测***05', time: '2026-09-11', sku: '规格：250g/袋', text: '发货快，包装简单。' },
  ],
};

/** The mushrooms have a long page of their own; everything else gets a plain one. `edited` is the page after the seller took the claims back. */
export function descriptionOf(goods: Goods, edited: boolean): Description {
  if (goods.picture !== 'mushroom') return plain(goods);
  return edited ? withoutClaims(MUSHROOM) : MUSHROOM;
}

function withoutClaims(description: Description): Description {
  const changed = new Map([
    ['生长方式', '人工种植'],
    ['是否熏硫', '以实物为准'],
  ]);
  return {
    ...description,
    parameters: description.parameters.map(([name, value]) => [name, changed.get(name) ?? value]),
    sections: description.sections.filter(({ title }) => !title.includes('无霉变') && !title.includes('野生')),
  };
}

function plain(goods: Goods): Description {
  const pictures = [goods.picture, 'parcel'];
  return {
    parameters: [
      ['产地', '示例省示例市'],
      [goods.sku.name, goods.sku.value],
    ],
    sections: ['商品展示', '细节', '尺寸与规格', '包装', '购买须知'].map((title) => ({
      title,
      text: `${goods.title}。图片为示意，请以实物为准。`,
      pictures,
    })),
    reviews: [
      {
        nick: '测***06',
        time: '2026-10-08',
        sku: `${goods.sku.name}：${goods.sku.value}`,
        text: '和图片差不多，满意。',
      },
    ],
  };
}
