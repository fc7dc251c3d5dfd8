import type { StampService, StampSettings } from './types.ts';

/** How well something is known (rules.md 0.1): read in the source, read in somebody else's text, recalled. */
export type ServiceConfidence = 'V' | 'V2' | 'R';

/** A service of the list that comes with the extension. What is known of it in words: `locales/`, `stampService.<id>`. */
export interface ListedService extends StampService {
  id: (typeof SERVICE_IDS)[number];
  /** Of the address. */
  confidence: ServiceConfidence;
  /** Where the address and the note were read. */
  source: string;
  /** When that was, as a calendar day. */
  checkedOn: string;
}

export const SERVICE_IDS = ['sectigo', 'freetsa', 'digicert', 'mesign'] as const;

/**
 * Dated data, from evidence.md 2.4. Nothing here was asked from mainland China: whether a service can be reached from there, the
 * user sees by its state. Addresses without encryption show the digest to whoever listens; the stamp is signed all the same.
 */
export const LISTED_SERVICES: readonly ListedService[] = [
  {
    id: 'sectigo',
    name: 'Sectigo',
    url: 'https://timestamp.sectigo.com',
    confidence: 'V2',
    // The authority's own page names the plain address and the pause: sectigo.com/resource-library/time-stamping-server.
    source: 'pdf-rfc3161 0.1.4, sectigo.com',
    checkedOn: '2026-11-22',
  },
  {
    id: 'freetsa',
    name: 'FreeTSA',
    url: 'https://freetsa.org/tsr',
    confidence: 'V2',
    source: 'pdf-rfc3161 0.1.4',
    checkedOn: '2026-11-22',
  },
  {
    id: 'digicert',
    name: 'DigiCert',
    url: 'http://timestamp.digicert.com',
    confidence: 'V2',
    source: 'pdf-rfc3161 0.1.4',
    checkedOn: '2026-11-22',
  },
  {
    id: 'mesign',
    name: 'MeSign',
    url: 'http://tsa.mesign.com',
    confidence: 'V2',
    source: 'mesign.com',
    checkedOn: '2026-11-22',
  },
];

/** Is what is sent there open to whoever listens? */
export function isPlain({ url }: Pick<StampService, 'url'>): boolean {
  return url.startsWith('http:');
}

/** Every service there is to choose from. */
export function allServices({ own }: Pick<StampSettings, 'own'>): StampService[] {
  return [...LISTED_SERVICES.map(({ id, name, url }) => ({ id, name, url })), ...own];
}

/** The services that are to be asked: none while time stamps are off. */
export function servicesInUse(settings: StampSettings): StampService[] {
  return settings.on ? allServices(settings).filter(({ id }) => settings.chosen.includes(id)) : [];
}

/** The match pattern that lets the extension ask a service, and no other host. */
export function originOf({ url }: Pick<StampService, 'url'>): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** An address that somebody typed, as it is kept; null when it is no address with encryption. */
export function serviceAddress(typed: string): string | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  const isGood = url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password;
  return url && isGood ? url.href.slice(0, MAX_ADDRESS) : null;
}

const MAX_ADDRESS = 300;
