import { formatTime } from '../china-time.ts';
import { descriptionOf } from '../story/descriptions.ts';
import { price, yuan } from '../story/money.ts';
import type { Goods, Order, OrderItem, Story } from '../story/types.ts';
import { links } from './links.ts';
import { pictureUrl } from './pictures.ts';

/** Every item sold in the story, by its id. */
export function findGoods(story: Story, itemId: string): Goods | undefined {
  return story.orders.flatMap(({ items }) => items).find(({ goods }) => goods.itemId === itemId)?.goods;
}

/** The context object of the product page: `loaderData.home.data.res`, as the new product pages carry it. */
export function productContext(story: Story, goods: Goods, edited: boolean): Record<string, unknown> {
  const description = descriptionOf(goods, edited);
  const skuId = `${goods.itemId.slice(0, -1)}7`;
  const res = {
    item: { itemId: goods.itemId, title: goods.title, images: pictures(goods), vagueSellCount: '200+' },
    seller: {
      sellerNick: goods.shop.nick,
      shopName: goods.shop.name,
      userId: goods.shop.userId,
      shopUrl: links.shop(goods.shop.userId),
      chatUrl: links.chat(goods.shop.nick),
      licenceUrl: links.licence(story.company.licenceId),
    },
    skuBase: {
      props: [{ pid: '1', name: goods.sku.name, values: [{ vid: '1', name: goods.sku.value }] }],
      skus: [{ propPath: '1:1', skuId }],
    },
    skuCore: { sku2info: { [skuId]: { price: { priceText: yuan(goods.cents) }, quantity: '186' } } },
    priceText: price(goods.cents),
    parameters: description.parameters,
    sections: numbered(description.sections),
    reviews: description.reviews,
  };
  return { loaderData: { home: { data: { res } } } };
}

function pictures(goods: Goods): string[] {
  return [0, 1, 2, 3].map((copy) => pictureUrl(goods.picture, copy));
}

/** Gives every picture of the long page an address of its own, so that each arrives for itself. */
function numbered(sections: ReturnType<typeof descriptionOf>['sections']): Record<string, unknown>[] {
  let copy = 10;
  return sections.map((section) => ({
    ...section,
    pictures: section.pictures.map((name) => {
      copy += 1;
      return pictureUrl(name, copy);
    }),
  }));
}

/** The data of a trade snapshot: the item as it was when it was bought. */
export function snapshotData(order: Order, item: OrderItem): Record<string, unknown> {
  const { goods } = item;
  const description = descriptionOf(goods, false);
  return {
    itemId: goods.itemId,
    tradeId: item.subOrderNo,
    snapTime: formatTime(order.createdAt),
    title: goods.title,
    price: price(goods.cents),
    sku: `${goods.sku.name}：${goods.sku.value}`,
    quantity: item.quantity,
    seller: { nick: goods.shop.nick, shopName: goods.shop.name, shopUrl: links.shop(goods.shop.userId) },
    itemUrl: links.item(goods.itemId, order.site),
    baseSnapDO: {
      itemSnapDO: {
        itemId: goods.itemId,
        picSnapInfo: { skuPic: pictureUrl(goods.picture), masterMap: pictures(goods) },
      },
    },
    parameters: description.parameters,
    sections: numbered(description.sections),
  };
}
