/** True when the check digit of a bank card number is right (Luhn, ISO/IEC 7812-1). `digits` holds digits only. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** First two digits of every province-level division (GB/T 2260), with those of Hong Kong, Macau and Taiwan permits. */
const DIVISIONS = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** True for a citizen's identity number (GB 11643-1999): division, a day that exists, check character. */
export function isIdNumber(text: string): boolean {
  const number = text.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number) || !DIVISIONS.test(number) || !isDay(number.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === number[17];
}

/** True for the 15 digits of an identity number from before 1999: division and a day of the twentieth century; no check digit. */
export function isOldIdNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && DIVISIONS.test(text) && isDay(`19${text.slice(6, 12)}`);
}

function isDay(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return /^(?:18|19|20)/.test(digits) && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(iso);
}

/** What banks number their cards with: UnionPay, Visa, MasterCard, JCB, and an old series of ICBC. */
const CARD_NUMBERS = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35\d{14}|9558\d{15})$/;

/** True for a number that a bank may have given to a card. Numbers of orders can be such by chance: one in ten of those that begin like one. */
export function isCardNumber(digits: string): boolean {
  return CARD_NUMBERS.test(digits) && passesLuhn(digits);
}
