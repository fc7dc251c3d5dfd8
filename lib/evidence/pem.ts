import { toBase64 } from '../shared/bytes.ts';

/** DER bytes as the PEM text that `openssl` reads; `label` such as `PUBLIC KEY`. */
export function pemText(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
