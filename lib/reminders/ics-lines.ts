import type { ChinaDate, Instant } from '../shared/time.ts';

/** Lines of a calendar file as RFC 5545 writes them. */

/** `20261122T041501Z`. UTC needs no table of time zones and means the same everywhere. */
export function icsInstant(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** `20261122`, a whole day of the calendar. */
export function icsDate(date: ChinaDate): string {
  return date.replaceAll('-', '');
}

/** Text of a property: backslashes, commas, semicolons and line breaks are escaped, other control characters left out. */
export function icsText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the format allows no control characters but the tab.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replace(/[\\,;]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** A signed duration of whole minutes, as in `-PT48H` before or `PT90M` after. */
export function icsDuration(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : ''}PT${size % 60 === 0 ? `${size / 60}H` : `${size}M`}`;
}

const MAX_OCTETS = 75;
const encoder = new TextEncoder();

/** One line cut into pieces of at most 75 octets without their line ends, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** The file: every line folded, with the line ends that the format wants. */
export function icsFile(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
