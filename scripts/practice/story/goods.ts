import type { Goods, Shop } from './types.ts';

export const shop: Shop = { site: 'taobao', name: '山野小铺', nick: '测试卖家01', userId: '9000000001' };
export const tmallShop: Shop = { site: 'tmall', name: '竹里示例旗舰店', nick: '测试旗舰店02', userId: '9000000002' };
const teaShop: Shop = { site: 'taobao', name: '半坡茶舍', nick: '测试卖家03', userId: '9000000003' };
const grainShop: Shop = { site: 'taobao', name: '五谷小院', nick: '测试卖家04', userId: '9000000004' };

function goods(
  itemId: string,
  from: Shop,
  title: string,
  sku: [name: string, value: string],
  cents: number,
  picture: string,
): Goods {
  return { itemId, shop: from, title, sku: { name: sku[0], value: sku[1] }, cents, picture };
}

export const mushroom = goods(
  '900000000001',
  shop,
  '野生干香菇 250g 深山自采 无硫熏干货',
  ['规格', '250g/袋'],
  1760,
  'mushroom',
);
export const noodles = goods('900000000002', shop, '手工红薯粉条 500g 农家自制', ['规格', '500g/把'], 2940, 'noodles');
export const basket = goods(
  '900000000003',
  tmallShop,
  '竹编收纳筐 两件套 手工细篾',
  ['颜色分类', '原竹色'],
  5800,
  'basket',
);

/** What the other orders of the list are made of. */
export const otherGoods: Goods[] = [
  goods('900000000004', teaShop, '高山云雾绿茶 125g 春茶罐装', ['包装', '罐装'], 4680, 'tea'),
  goods('900000000005', grainShop, '新米 5kg 一年一季', ['净含量', '5kg'], 5290, 'rice'),
  goods('900000000006', shop, '土蜂蜜 500g 百花蜜', ['规格', '500g/瓶'], 3850, 'honey'),
  goods('900000000007', grainShop, '薄皮核桃 1kg 当季新货', ['净含量', '1kg'], 3260, 'walnut'),
  goods('900000000008', grainShop, '灰枣 500g 肉厚核小', ['净含量', '500g'], 1990, 'jujube'),
  goods('900000000009', tmallShop, '榉木长柄汤勺', ['款式', '长柄'], 1580, 'spoon'),
];
