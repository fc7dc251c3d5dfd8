const RAW_NUMBER = '#number:';

/** Marks an id that the old pages write as a bare number, too large for a JavaScript number. */
export function rawNumber(digits: string): string {
  return RAW_NUMBER + digits;
}

/** JSON in which ids marked by `rawNumber` are bare numbers. */
export function legacyJson(value: unknown): string {
  return JSON.stringify(value).replace(new RegExp(`"${RAW_NUMBER}(\\d+)"`, 'gu'), '$1');
}

/** What stands in `JSON.parse(…)` of the old pages, quotes included: slashes and everything beyond ASCII are escaped. */
export function quotedJson(value: unknown): string {
  const escaped = legacyJson(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll("'", "\\'")
    .replaceAll('/', '\\/')
    .replaceAll('<', '\\u003C')
    .replace(/[^\x20-\x7e]/gu, (char) =>
      char
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
        .join(''),
    );
  return `'${escaped}'`;
}

/** JSON that may stand in a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003C');
}
