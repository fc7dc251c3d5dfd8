import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../lib/redaction/find.ts';
import { isCardNumber, isIdNumber, isOldIdNumber, passesLuhn } from '../../../lib/redaction/numbers.ts';

/** `rule text` of everything found in one text. */
function found(text: string, keep: string[] = []): string[] {
  return findAll({ texts: [text], boxes: null }, { words: [], keep }).map((find) => `${find.rule} ${find.text}`);
}

/** Invented: divisions that exist, days that exist, and the right last character. */
const ID = '11010519491231002X';
const OLD_ID = '110105491231002';
const CARD = '6222020000000000000';

describe('personal data is found', () => {
  it.each<[string, string[]]>([
    ['电话13800000000转张经理', ['phone 13800000000']],
    ['１３８００００００００', ['phone １３８００００００００']],
    ['138\u200b0000\u200b0000', ['phone 138\u200b0000\u200b0000']],
    ['138 0000 0000', ['phone 138 0000 0000']],
    ['138-0000-0000', ['phone 138-0000-0000']],
    ['+86 13800000000', ['phone +86 13800000000']],
    ['手机：8613800000000', ['phone 8613800000000']],
    ['tel13800000000', ['phone 13800000000']],
    ['(0571) 88888888', ['landline (0571) 88888888']],
    ['0571-88888888-801', ['landline 0571-88888888-801']],
    ['座机：88888888', ['landline 88888888']],
    [`证件 ${ID}`, [`idNumber ${ID}`]],
    [`身份证：${OLD_ID}`, [`idNumber ${OLD_ID}`]],
    ['身份证号码 110105194912310021', ['idNumber 110105194912310021']],
    [CARD, [`bankCard ${CARD}`]],
    ['6222 0200 0000 0000 000', ['bankCard 6222 0200 0000 0000 000']],
    ['银行卡号：6222020000000000001', ['bankCard 6222020000000000001']],
    ['发到 test.user+1@example.com.cn 吧', ['email test.user+1@example.com.cn']],
    ['加我微信：test_wx-01', ['account test_wx-01']],
    ['ＱＱ号：123456789', ['account 123456789']],
    ['支付宝账号:test_pay', ['account test_pay']],
    ['送货车 浙A·12345', ['plate 浙A·12345']],
    ['新能源 粤BD12345', ['plate 粤BD12345']],
    ['收货人：测试三', ['name 测试三']],
    ['收件人 测试·买买提', ['name 测试·买买提']],
    ['测试四，13800000000', ['phone 13800000000', 'name 测试四']],
    ['快递员 测试快递员（13800000000）正在派送', ['name 测试快递员', 'phone 13800000000']],
    ['示例省示例市示例区示例路2号3栋1单元502室', ['address 示例省示例市示例区示例路2号3栋1单元502室']],
    ['浙江省 杭州市 示例区 示例街道 示例路 8 号', ['address 浙江省 杭州市 示例区 示例街道 示例路 8 号']],
    ['上海市示例区示例弄12号', ['address 上海市示例区示例弄12号']],
    ['收货地址：示例小区3栋2单元501', ['address 示例小区3栋2单元501']],
  ])('%s', (text, expected) => {
    expect(found(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['a phone that is masked', '138****0000 已隐藏'],
    ['a card that is masked', '6222 **** **** 0008'],
    ['the number of an order', '订单编号：9013800000000012345'],
    ['the number of an order with a phone at its beginning', '订单号 13800000000'],
    ['the number of a parcel', '圆通速递 YT1380000000012'],
    ['the number of a parcel of eleven digits', '运单号：13812345678'],
    ['the number of a payment', '支付宝交易号 2026111400000000900078014512'],
    ['a price', '￥13800000000.00'],
    ['a time', '2026-11-22 13:45:00 和 20261122134500'],
    ['epoch milliseconds', 'gmt 1795000000000'],
    ['a credit code', '91330100MA2TE5T101'],
    ['an identity number whose last character is wrong', '110105194912310021'],
    ['a day that does not exist', '11010519490231002X'],
    ['a number that only looks like a card', '6222020000000000001'],
    ['an item in an address', 'https://item.taobao.com/item.htm?id=13800000000'],
    ['what a district office is called', '示例市示例区市场监督管理局'],
    ['words after a label', '收货人：请填写'],
    ['a hotline', '请联系客服热线，13800'],
  ])('but not %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('but not what is known to be the number of something, or what a company publishes', () => {
    const text = `${CARD} 示例省示例市示例区示例路1号`;
    expect(found(text, [CARD, '示例省示例市示例区示例路1号2幢301室'])).toEqual([]);
    expect(found('13800000000', ['9013800000000123456'])).toEqual(['phone 13800000000']);
  });
});

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${least - 1},${most - 1}}$`));
const NUMBER_LABELS = [
  '订单编号：',
  '订单号 ',
  '运单号:',
  '退款编号：',
  '支付宝交易号：',
  '流水号 ',
  'bizOrderId=',
  '￥',
];

describe('numbers of things', () => {
  it('are never taken for numbers of people, whatever they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NUMBER_LABELS), digits(5, 28), (label, number) => {
        expect(found(`${label}${number}`)).toEqual([]);
      }),
    );
  });

  it('with more or fewer digits are no telephones', () => {
    fc.assert(
      fc.property(fc.oneof(digits(5, 10), digits(12, 14), digits(20, 28)), (number) => {
        expect(found(` ${number} `).filter((words) => words.startsWith('phone'))).toEqual([]);
      }),
    );
  });

  it('as times and prices are nobody’s', () => {
    const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.nat(99_999_999), (at, cents) => {
        const iso = at.toISOString();
        const price = (cents / 100).toFixed(2);
        expect(
          found(
            `${iso.slice(0, 19).replace('T', ' ')} 实付 ￥${price} ${at.getTime()} ${iso.replace(/\D/g, '').slice(0, 14)}`,
          ),
        ).toEqual([]);
      }),
    );
  });
});

const phones = fc.stringMatching(/^1[3-9][0-9]{9}$/);

describe('every mobile number', () => {
  it('is found between any words, in any of its spacings', () => {
    const spaced = fc.tuple(phones, fc.constantFrom('', ' ', '-')).map(([phone, gap]) => {
      return [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)].join(gap);
    });
    const around = fc.constantFrom('', '，', '请打', '（', '）', '\n', '。', '：');
    fc.assert(
      fc.property(around, spaced, around, (before, phone, after) => {
        expect(found(`${before}${phone}${after}`)).toEqual([`phone ${phone}`]);
      }),
    );
  });
});

describe('check digits', () => {
  it('of cards: exactly one last digit is right', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^62[0-9]{16}$/), (stem) => {
        const right = Array.from('0123456789').filter((digit) => passesLuhn(stem + digit));
        expect(right).toHaveLength(1);
        expect(isCardNumber(stem + right[0])).toBe(true);
      }),
    );
  });

  it('of identity numbers: exactly one last character is right', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.stringMatching(/^[0-9]{3}$/), (born, order) => {
        const stem = `110105${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`;
        expect(Array.from('0123456789X').filter((last) => isIdNumber(stem + last))).toHaveLength(1);
      }),
    );
  });

  it('of old identity numbers are none, but the day must exist', () => {
    expect([OLD_ID, '110105491331002', '110105490231002'].map(isOldIdNumber)).toEqual([true, false, false]);
  });
});

describe('long texts', () => {
  it('are read in time', () => {
    const text = `${'示例省示例市示例区'.repeat(20_000)}\n${'1'.repeat(200_000)}\n${'a@'.repeat(50_000)}`;
    const begin = performance.now();
    found(text);
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
