/** The practice marketplace prints every time in Asia/Shanghai (UTC+8, no daylight saving) and shares no code with the extension. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** `2026-11-22 12:15:01` in Asia/Shanghai. */
export function formatTime(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-11-2 12:15:01`: refund messages do not pad month and day. */
export function formatUnpadded(instant: number): string {
  const [date = '', time = ''] = formatTime(instant).split(' ');
  return `${date.split('-').map(Number).join('-')} ${time}`;
}

/** `12月08日 03:46`, as in “12月08日 03:46前发货”. */
export function formatMonthDay(instant: number): string {
  const text = formatTime(instant);
  return `${text.slice(5, 7)}月${text.slice(8, 10)}日 ${text.slice(11, 16)}`;
}

/** 00:00 in Asia/Shanghai of the day `instant` lies in. */
export function startOfDay(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET;
}

/** The instant `days` calendar days before `now` at `time` (`HH:mm:ss`) in Asia/Shanghai. */
export function daysBefore(now: number, days: number, time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return startOfDay(now) - days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
}

/** Milliseconds as the parts a countdown shows, cut down to whole seconds. */
export function countdownParts(remaining: number): { day: number; hour: number; minute: number; second: number } {
  const seconds = Math.max(0, Math.floor(remaining / 1000));
  return {
    day: Math.floor(seconds / 86_400),
    hour: Math.floor(seconds / 3600) % 24,
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** `5天3小时2分1秒`. */
export function formatCountdown(remaining: number): string {
  const { day, hour, minute, second } = countdownParts(remaining);
  return `${day}天${hour}小时${minute}分${second}秒`;
}
