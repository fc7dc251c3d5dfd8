import { describe, expect, it } from 'vitest';
import { serverTimeOf } from '../../../lib/reading/server-time.ts';
import { opened } from './page.ts';

const SERVED = 1_795_320_000_000;
const timeOf = (...scripts: string[]) =>
  serverTimeOf(opened(scripts.map((text) => `<script>${text}</script>`).join('')));

describe('the time of the server', () => {
  it.each([
    ['JSON', `window.x = {"serverTime":${SERVED},"targetTime":${SERVED + 9_000_000}}`],
    ['a text in JSON', `window.x = {"serverTime":"${SERVED}"}`],
    ['a literal', `var x = {sysTime: ${SERVED}};`],
    ['an assignment', `var systemTime = ${SERVED};`],
    ['two that agree', `var serverTime = ${SERVED}; var sysTime = ${SERVED + 900};`],
  ])('is read from %s', (_where, script) => {
    expect(timeOf('var y = 1;', script)).toBe(SERVED);
  });

  it.each([
    ['other names', `var x = {"targetTime":${SERVED},"createTime":${SERVED},"notserverTime":${SERVED}}`],
    ['seconds', 'var serverTime = 1795320000;'],
    ['more digits', `var serverTime = ${SERVED}99;`],
    ['two that differ', `var serverTime = ${SERVED}; var sysTime = ${SERVED + 61_000};`],
    ['nothing', ''],
  ])('is not guessed from %s', (_where, script) => {
    expect(timeOf(script)).toBeNull();
  });
});
