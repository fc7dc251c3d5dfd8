/** Text as the rules read it, and where each of its characters stands in the original. */
export interface Folded {
  text: string;
  /** Index in the original of each character; one more entry for the end. */
  at: number[];
}

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\uE000-\uF8FF]/u;
/** Most of any page: what needs no second look. */
const PLAIN = /[!-~\u4E00-\u9FFF]/;
const FULL_WIDTH_SHIFT = 0xfee0;

/** Full-width digits, letters and signs as ASCII, any blank as a space, without the marks nobody sees: `１３８\u200b０` is `1380`. */
export function fold(original: string): Folded {
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; index += 1) {
    const char = original[index] ?? '';
    const isPlain = PLAIN.test(char);
    if (!isPlain && INVISIBLE.test(char)) continue;
    at.push(index);
    text += isPlain ? char : foldChar(char);
  }
  at.push(original.length);
  return { text, at };
}

function foldChar(char: string): string {
  if (char >= '！' && char <= '～') return String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_SHIFT);
  return char !== '\n' && char !== SOFT_BREAK && /\s/u.test(char) ? ' ' : char;
}

/** Stands where a line goes on in the next one, so that an address over two lines is still one. */
export const SOFT_BREAK = '\v';
