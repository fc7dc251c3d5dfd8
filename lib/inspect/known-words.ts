import { LABEL_TABLES } from '../marketplaces/label-tables.ts';

/**
 * Words that pages of marketplaces print for everybody: headings, buttons, states. With the labels that pages are read by they are
 * the only words of a page that a report repeats; nothing that a person wrote is among them.
 */
const WORDS = new Set(
  (
    '我的淘宝 我的订单 已买到的宝贝 已卖出的宝贝 订单详情 退款详情 售后详情 投诉详情 退款管理 售后管理 交易快照 物流详情 物流跟踪 协商历史 协商记录 留言 凭证 ' +
    '买家 卖家 商家 供应商 货品 平台 客服 小二 淘宝 天猫 店铺 宝贝 商品 订单 退款 退货 换货 维修 补寄 投诉 评价 物流 快递 ' +
    '申请退款 申请售后 修改申请 撤销申请 申请客服介入 要求客服介入 客服介入 上传凭证 举证 填写物流 确认收货 查看详情 查看物流 联系卖家 联系买家 联系客服 和我联系 复制 展开 收起 更多 全部 ' +
    '仅退款 退货退款 我要退款 等待买家付款 等待卖家发货 买家已付款 卖家已发货 商家已发货 交易成功 交易关闭 等待买家确认收货 ' +
    '等待商家处理 等待卖家处理 卖家拒绝退款 商家拒绝退款 卖家已拒绝 商家已拒绝 等待买家退货 请退货给商家 等待商家确认收货 等待卖家确认收货 退款成功 退款关闭 退款完毕 双方举证中 平台处理中 客服处理中 ' +
    '还剩 剩余 天 时 小时 分 分钟 秒 年 月 日 元 件 含运费 数量 单价 实付款 合计 共 时间 状态 类型 金额 编号 原因 说明 操作 备注 地址 电话 姓名 昵称 ' +
    '企业名称 营业执照 统一社会信用代码 法定代表人 经营范围 登记机关 注册资本 类型 住所 成立日期 营业期限 经营者信息 验证码 登录 请登录 加载中 暂无数据'
  ).split(' '),
);

/** True for a word that may be repeated as it is; spaces and colons around it are not part of it. */
export function isKnownWord(word: string): boolean {
  return WORDS.has(word) || LABEL_TABLES.some((table) => table.specOf(word) !== undefined);
}
