import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../../scripts/deadlines.ts', import.meta.url));
const NOW = '2026-11-20T15:00:00+08:00';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deadlines-'));
  const events = [
    { type: 'refund.applied', at: '2026-11-20T14:30:00+08:00' },
    { type: 'nonsense', at: 'x' },
  ];
  const input = { marketplace: 'taobao', role: 'buyer', refundType: 'refundOnly', goods: 'shipped', events };
  writeFileSync(join(folder, 'case.json'), `\uFEFF${JSON.stringify(input)}`);
  writeFileSync(join(folder, 'broken.json'), '{');
  writeFileSync(join(folder, 'list.json'), '[]');
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...parameters], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

describe('deadlines command', () => {
  it('prints the contract of product.md 7 with two spaces', () => {
    const { status, stdout, stderr } = run('--now', NOW, 'case.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const json = JSON.parse(stdout);
    expect(stdout).toBe(`${JSON.stringify(json, null, 2)}\n`);
    expect(json).toMatchObject({ stage: 'WAIT_SELLER_AGREE', owner: 'seller' });
    expect(json.deadlines).toMatchObject([
      { id: 'RF.shipped.seller', due: '2026-11-22T14:30:00+08:00', basis: 'rule' },
    ]);
    expect(json.warnings).toMatchObject([{ id: 'event.invalid' }]);
  });

  it('uses the present time when none is given', () => {
    const { status, stdout } = run('case.json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('stage');
  });

  it.each([
    ['no file', [], '没有给出个案文件'],
    ['two files', ['case.json', 'more.json'], '多出：more.json'],
    ['a missing file', ['none.json'], '找不到文件“none.json”'],
    ['a folder', ['.'], '读不了文件'],
    ['no JSON', ['broken.json'], '不是有效的 JSON'],
    ['no object', ['list.json'], '不是一个 JSON 对象'],
    [
      'a time without a zone',
      ['--now', '2026-11-20T15:00:00', 'case.json'],
      '--now 的时间“2026-11-20T15:00:00”读不出来',
    ],
    ['--now without a time', ['case.json', '--now'], '参数不对'],
    ['an unknown option', ['--then', 'case.json'], '参数不对'],
  ])('explains %s in Chinese and exits with 2', (_, parameters, message) => {
    const { status, stdout, stderr } = run(...parameters);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
