import { browser } from 'wxt/browser';
import type { BundleData } from '../bundle/types.ts';
import { loadBuildDigest } from './own-files.ts';

interface UserAgentData {
  brands: { brand: string; version: string }[];
  platform: string;
}

/** The same with the digest of its files. */
export async function identifySoftware(): Promise<BundleData['software']> {
  const buildSha256 = await loadBuildDigest();
  return { ...softwareInUse(), ...(buildSha256 && { buildSha256 }) };
}

/** This extension and the browser it runs in, for the record. */
export function softwareInUse(): BundleData['software'] {
  const { name, version } = browser.runtime.getManifest();
  const { userAgentData } = navigator as Navigator & { userAgentData?: UserAgentData };
  const brands = userAgentData?.brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand)) ?? [];
  return {
    name,
    version,
    browser: brands.map(({ brand, version: number }) => `${brand} ${number}`).join(' / ') || navigator.userAgent,
    os: userAgentData?.platform || navigator.platform,
  };
}
