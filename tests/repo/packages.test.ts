import { describe, expect, it } from 'vitest';
import { OWN_CODE, read, sources } from './source.ts';

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
  resolved?: string;
}

const lock: { packages: Record<string, Package> } = JSON.parse(read('package-lock.json'));
const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));

const FREE = /^(?:MIT|MIT-0|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|ISC|MPL-2\.0|OFL-1\.1|Unlicense|CC0-1\.0)$/;

/** `(MIT OR GPL-3.0)` leaves a choice, `(MIT AND Zlib)` leaves none. */
function isFree(licence = ''): boolean {
  const words = licence.replace(/[()]/g, '');
  if (words.includes(' AND ')) return words.split(' AND ').every(isFree);
  return words.split(' OR ').some((one) => FREE.test(one));
}

describe('the packages', () => {
  const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

  it('that are shipped may be used by anybody for anything', () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(
      shipped.filter(([, { license }]) => !isFree(license)).map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([]);
  });

  it('include a font that may be passed on', () => {
    expect(read('node_modules/@expo-google-fonts/noto-sans-sc/LICENSE_FONT')).toContain('SIL Open Font License');
  });

  it('are named without the address of any machine', () => {
    expect(Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
    const hosts = [...read('package-lock.json').matchAll(/"https?:\/\/([^/":]+)/g)].map(([, host = '']) => host);
    expect(hosts.filter((host) => !/\.(?:com|org|dev|io|me|net)$/.test(host))).toEqual([]);
    expect(read('.npmrc')).not.toMatch(/^registry|:registry|_auth|token/im);
  });

  it('have one version each, named exactly', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('that the extension imports are not those of the workshop', () => {
    const used = new Set(
      sources(...OWN_CODE).flatMap(({ imports }) =>
        imports.flatMap(({ request, file, isType }) => (file || isType ? [] : [request])),
      ),
    );
    const names = [...used].map((request) =>
      request
        .split('/')
        .slice(0, request.startsWith('@') ? 2 : 1)
        .join('/'),
    );
    const workshop = names.filter((name) => !(name in (dependencies ?? {})) && name !== 'wxt');
    expect([...new Set(workshop)]).toEqual([]);
  });
});
