const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Reads a unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters whose last is a check character.
 * Returns null when the form or the check character is wrong, so a misread digit never reaches a complaint.
 */
export function readUscc(text: string): string | null {
  const code = /^\s*([0-9A-Za-z]{18})(?![0-9A-Za-z])/.exec(text)?.[1]?.toUpperCase();
  if (!code) return null;
  const values = Array.from(code, (char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17] ? code : null;
}
