import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../scripts/practice/server.ts';
import { ask } from './client.ts';

const ADJUST = 'https://refund2.taobao.com/dispute/adjust/adjustDetail.json';
const START = Date.parse('2026-11-22T17:00:00+08:00');

let practice: PracticeServer;
let now = START;

beforeEach(async () => {
  now = START;
  practice = await startPracticeServer({ now: () => now, refundState: 'waitSeller' });
});
afterEach(() => practice.close());

async function press(action: string, fields: Record<string, string> = {}, refundNo = practice.story.refund.refundNo) {
  return (await ask(practice, ADJUST, { disputeId: refundNo, action, ...fields })).status;
}

const state = () => practice.refund.get(practice.story.refund.refundNo)?.state;

describe('a refund', () => {
  it('is refused by the seller in the seller’s words, and both sides see it', async () => {
    expect(await press('refuse', { reason: '其他', note: '不退' })).toBe(200);
    expect(state()).toBe('refused');
    for (const url of [practice.urls.refund, practice.urls.refundSeller]) {
      const { text } = await ask(practice, url);
      expect(text).toContain('卖家拒绝退款');
      expect(text).toContain('拒绝说明：不退\\n拒绝原因：其他');
      expect(text).toContain('还剩 7天0小时0分0秒');
    }
  });

  it('goes through agreement and return to the end', async () => {
    const way = [];
    for (const action of ['agree', 'sendAddress', 'sendBack', 'confirmReturn']) {
      await press(action);
      way.push(state());
    }
    expect(way).toEqual(['agreed', 'waitReturn', 'waitConfirm', 'success']);
    expect((await ask(practice, practice.urls.refund)).text).toContain('900000000000003');
  });

  it('is paid at once when nothing has to be sent back', async () => {
    const { refundNo } = practice.story.tmallRefund;
    await press('agree', {}, refundNo);
    expect(practice.refund.get(refundNo)?.state).toBe('success');
  });

  it('comes back to the seller when the buyer changes it, or to the platform, or ends', async () => {
    await press('refuse');
    await press('modify');
    expect(state()).toBe('waitSeller');
    await press('refuse');
    await press('askService', { note: '请看照片' });
    expect(state()).toBe('intervention');
    practice.refund.reset(practice.story.refund.refundNo, 'waitSeller');
    await press('withdraw');
    expect(state()).toBe('closed');
  });

  it('does nothing that its state does not allow', async () => {
    for (const action of ['sendBack', 'askService', 'confirmReturn', 'nonsense']) expect(await press(action)).toBe(409);
    expect(await press('refuse', {}, '900000000000000000')).toBe(409);
    expect(state()).toBe('waitSeller');
  });

  it('is found by the number of its item, as the buyer’s page names it', async () => {
    const { subOrderNo } = practice.story.refund;
    expect((await ask(practice, ADJUST, { bizOrderId: subOrderNo, action: 'withdraw' })).status).toBe(200);
    expect(state()).toBe('closed');
  });

  it('shows each side its own buttons', async () => {
    const titles = async (url: string) =>
      [...(await ask(practice, url)).text.matchAll(/"title":"([^"]+)","btnId"/gu)].map(([, title]) => title);
    expect(await titles(practice.urls.refundSeller)).toEqual(['同意退款', '拒绝退款']);
    expect(await titles(practice.urls.refund)).toEqual(['修改申请', '撤销申请']);
    practice.refund.set(practice.story.refund.refundNo, 'refused');
    expect(await titles(practice.urls.refund)).toEqual(['修改申请', '要求客服介入', '撤销申请']);
    expect(await titles(practice.urls.refundSeller)).toEqual([]);
  });

  it('runs its clock by the server’s', async () => {
    practice.refund.set(practice.story.refund.refundNo, 'refused', { reason: '其他' });
    now += 26 * 3_600_000 + 61_000;
    expect((await ask(practice, practice.urls.refund)).text).toContain('还剩 5天21小时58分59秒');
  });

  it('changes what the lists say', async () => {
    const list = async () =>
      (await ask(practice, 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistV2/1.0/')).text;
    expect(await list()).toContain('"text":"退货退款中"');
    practice.refund.set(practice.story.refund.refundNo, 'success');
    expect(await list()).toContain('"text":"退货退款成功"');
  });

  it('refuses to change a refund that is not in the story', () => {
    expect(() => practice.refund.set('1', 'closed')).toThrow('No refund 1');
  });
});
