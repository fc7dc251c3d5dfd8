/** Character values of GB 32100-2015 (no I, O, S, V, Z). */
const CODE_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Character values of GB 11714-1997 (organisation codes use the whole alphabet). */
const ORGANISATION_CHARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11714: the ninth character of an organisation code from its first eight. */
export function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * ORGANISATION_CHARS.indexOf(body.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** GB 32100-2015: the eighteenth character of a unified social credit code from its first seventeen (weights 3^i mod 31). */
export function creditCodeCheck(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const char of body.slice(0, 17)) {
    sum += weight * CODE_CHARS.indexOf(char);
    weight = (weight * 3) % 31;
  }
  return CODE_CHARS.charAt((31 - (sum % 31)) % 31);
}

/**
 * An invented code whose check digits are right: 91 (market regulation, enterprise) + region 999900, which no
 * administrative division has, so that it can belong to nobody.
 */
export function inventedCreditCode(serial: string): string {
  const organisation = `MA${serial}`;
  const body = `91999900${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheck(body);
}
