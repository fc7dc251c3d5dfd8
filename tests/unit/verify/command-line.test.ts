import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as layout from '../../../lib/bundle/layout.ts';
import { E01, files, flip, get, TOP, zip } from './spoiled-bundle.ts';
import { hasTool, type Ran, run } from './tools.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/verify.ts');
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const zipPath = join(folder, `${TOP}.zip`);
const unpacked = join(folder, TOP);

beforeAll(async () => {
  writeFileSync(zipPath, new Uint8Array(await zip.arrayBuffer()));
  for (const [path, bytes] of files) write(join(unpacked, path), bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function verify(...args: string[]): Ran {
  return run(process.execPath, [SCRIPT, ...args]);
}

/** A copy of the unpacked bundle to spoil. */
function copyTo(name: string): string {
  const copy = join(folder, name);
  cpSync(unpacked, copy, { recursive: true });
  return copy;
}

describe('npm run verify', () => {
  it('prints one line a layer and exits 0 for a good zip', () => {
    const { status, output } = verify(zipPath);
    expect(output.split('\n').slice(0, 9)).toEqual([
      `证据包：${TOP}`,
      '编号：WQX-20261122-121501-7F3A　生成：2026-11-22T12:15:01+08:00　软件：维权匣 0.1.0',
      '✔ 文件完整：16 个文件齐全，与校验表逐一相符，没有多出的文件',
      '✔ 校验表签名：校验表未被改动，签名有效',
      '✔ 清单：原始证据文件夹与清单一致，共 6 个文件',
      '✔ 清单签名：清单未被改动，签名有效',
      '✔ 日志链：4 条记录前后相扣，每个原始文件都记在采集当时的条目中',
      '✔ 派生图：1 个派生文件都能对应到原始文件',
      '– 时间戳：没有时间戳',
    ]);
    expect(status).toBe(0);
  });

  it('takes the unpacked folder, and a folder around it, as well', () => {
    expect(verify(unpacked).status).toBe(0);
    const outer = join(folder, 'outer');
    cpSync(unpacked, join(outer, TOP), { recursive: true });
    expect(verify(outer).status).toBe(0);
  });

  it('takes a zip that another program packed with compression', () => {
    const entries = Object.fromEntries([...files].map(([path, bytes]) => [`x/${path}`, bytes]));
    write(join(folder, 'repacked.zip'), zipSync(entries, { level: 9 }));
    const { status, output } = verify(join(folder, 'repacked.zip'));
    expect(status).toBe(0);
    expect(output).toContain(`原为“${TOP}”`);
  });

  it('names each spoiled file and exits 1', () => {
    const copy = copyTo('spoiled');
    const changed = `${E01}/frame-001.png`;
    write(join(copy, changed), flip(get(files, changed), 7));
    write(join(copy, '多出.txt'), new Uint8Array(1));
    rmSync(join(copy, '01_投诉书.docx'));
    const { status, output } = verify(copy);
    expect(status).toBe(1);
    expect(output).toContain('✘ 文件完整：发现 3 处问题');
    expect(output).toContain(`✘ [文件完整] ${changed}：内容被改动，与校验表不符`);
    expect(output).toContain(`✘ [清单] ${changed}：与清单中的摘要值不符`);
    expect(output).toContain('✘ [文件完整] 01_投诉书.docx：文件缺失');
    expect(output).toContain('✘ [文件完整] 多出.txt：多出的文件，不在校验表中');
    expect(output).toContain('结论：验证不通过');
  });

  it('does not follow a link out of the folder', () => {
    const copy = copyTo('linked');
    rmSync(join(copy, '01_投诉书.docx'));
    symlinkSync(join(unpacked, '01_投诉书.docx'), join(copy, '01_投诉书.docx'));
    const { status, output } = verify(copy);
    expect(status).toBe(1);
    expect(output).toContain('01_投诉书.docx：无法读取：文件打不开');
  });

  it.each([
    ['no argument', [], '用法'],
    ['two arguments', ['a', 'b'], '用法'],
    ['nothing of that name', [join(folder, 'none.zip')], '找不到文件或文件夹'],
    ['a file that is no zip', [SCRIPT], '不是 ZIP 文件'],
    ['a folder that is no bundle', [import.meta.dirname], '找不到“09_校验”文件夹'],
  ])('says what is wrong with %s and exits 2', (_, args, message) => {
    const { status, output } = verify(...args);
    expect(status).toBe(2);
    expect(output).toContain(message);
    expect(output).not.toMatch(/\bat .*\.ts:/);
  });

  it('says that a zip is cut off, and exits 2', async () => {
    const bytes = new Uint8Array(await zip.arrayBuffer());
    write(join(folder, 'cut.zip'), bytes.subarray(0, 100_000));
    expect(verify(join(folder, 'cut.zip'))).toMatchObject({
      status: 2,
      output: expect.stringContaining('ZIP 文件不完整'),
    });
  });

  it('fails a zip that no honest program writes', () => {
    write(join(folder, 'evil.zip'), zipSync({ 'a/09_校验/manifest.json': strToU8('{}'), '../evil.txt': strToU8('x') }));
    const { status, output } = verify(join(folder, 'evil.zip'));
    expect(status).toBe(1);
    expect(output).toContain('✘ 文件完整：ZIP 文件中有指向文件夹之外的路径：../evil.txt');
  });
});

describe('the commands of the guide', () => {
  it.skipIf(!hasTool('sha256sum'))('sha256sum checks every file, and finds a changed one', () => {
    const args = ['-c', '--strict', layout.SUMS_FILE];
    const { status, output } = run('sha256sum', args, unpacked);
    expect(status).toBe(0);
    expect(output.match(/: OK\n/g)).toHaveLength(files.size - 2);
    const copy = copyTo('changed');
    write(join(copy, layout.GUIDE_FILE), flip(get(files, layout.GUIDE_FILE), 9));
    expect(run('sha256sum', args, copy)).toMatchObject({
      status: 1,
      output: expect.stringContaining(`${layout.GUIDE_FILE}: FAILED`),
    });
  });

  it.skipIf(!hasTool('openssl', 'version'))('openssl checks both signatures, and finds a change', () => {
    const cwd = join(unpacked, layout.CHECK_FOLDER);
    const verifyArgs = ['dgst', '-sha256', '-verify', 'public-key.pem', '-signature'];
    expect(run('openssl', [...verifyArgs, 'manifest.der.sig', 'manifest.json'], cwd).output).toBe('Verified OK\n');
    expect(run('openssl', [...verifyArgs, 'SHA256SUMS.der.sig', 'SHA256SUMS.txt'], cwd).output).toBe('Verified OK\n');
    expect(run('openssl', [...verifyArgs, 'SHA256SUMS.der.sig', 'manifest.json'], cwd).status).toBe(1);
  });

  it('stand in the guide as they were run here', () => {
    const guide = new TextDecoder().decode(get(files, layout.GUIDE_FILE));
    expect(guide).toContain(
      'openssl dgst -sha256 -verify public-key.pem -signature manifest.der.sig manifest.json\r\n',
    );
    expect(guide).toContain(
      'openssl dgst -sha256 -verify public-key.pem -signature SHA256SUMS.der.sig SHA256SUMS.txt\r\n',
    );
    expect(guide).toContain(`sha256sum -c ${layout.SUMS_FILE}\r\n`);
  });
});

describe.skipIf(!hasTool('zip'))('a zip by Info-ZIP', () => {
  it('of the unpacked folder verifies', () => {
    expect(run('zip', ['-qr9', 'info.zip', TOP], folder).status).toBe(0);
    expect(verify(join(folder, 'info.zip')).status).toBe(0);
  });
});

describe.skipIf(!hasTool('python3'))('a zip by Python', () => {
  it('of the unpacked folder verifies', () => {
    expect(run('python3', ['-m', 'zipfile', '-c', 'python.zip', TOP], folder).status).toBe(0);
    expect(verify(join(folder, 'python.zip')).status).toBe(0);
  });
});
