import { browser } from 'wxt/browser';
import type { BundleData } from '../bundle/types.ts';

interface UserAgentData {
  brands: { brand: string; version: string }[];
  platform: string;
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
