/** One text in both languages of the product. Chinese is the original. */
export interface Text {
  zh: string;
  en: string;
}
export type Language = keyof Text;

export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** Joins texts language by language, e.g. with `；` and `; `. */
export function joinTexts(texts: readonly Text[], separator: Text): Text {
  return {
    zh: texts.map(({ zh }) => zh).join(separator.zh),
    en: texts.map(({ en }) => en).join(separator.en),
  };
}
