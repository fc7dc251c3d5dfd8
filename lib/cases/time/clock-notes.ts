import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { Note } from '../../stages/index.ts';
import type { Case } from '../types.ts';
import { TOLERATED_SKEW_MS } from './clock-skew.ts';

/** What a computer's clock that is wrong means for the dates of a case; nothing while it is right, as far as can be told. */
export function clockNotes({ clockSkew }: Case): Note[] {
  if (!clockSkew || Math.abs(clockSkew.ms) <= TOLERATED_SKEW_MS) return [];
  const [zh, en] = durations(Math.abs(clockSkew.ms));
  if (clockSkew.ms > 0) return [fast(zh, en)];
  return [clockSkew.from === 'server' ? slow(zh, en) : slowAtLeast(zh, en)];
}

function fast(zh: string, en: string): Note {
  return {
    id: 'clock.fast',
    text: {
      zh: `这台电脑的时间比平台快约${zh}：剩余时间会显得比实际短，采集时间也会偏晚。请校准电脑时间，再刷新页面。`,
      en: `The clock of this computer is about ${en} ahead of the marketplace’s: time left looks shorter than it is, and captures are dated too late. Set the clock, then reload the page.`,
    },
  };
}

function slow(zh: string, en: string): Note {
  return {
    id: 'clock.slow',
    text: {
      zh: `这台电脑的时间比平台慢约${zh}：期限到得比这里显示的早，采集时间也会偏早。请马上校准电脑时间，再刷新页面。`,
      en: `The clock of this computer is about ${en} behind the marketplace’s: deadlines come earlier than shown here, and captures are dated too early. Set the clock now, then reload the page.`,
    },
  };
}

function slowAtLeast(zh: string, en: string): Note {
  return {
    id: 'clock.slow',
    text: {
      zh: `页面上有比这台电脑的“现在”还晚约${zh}的时间，电脑的时间很可能慢了：期限到得比这里显示的早。请马上校准电脑时间，再刷新页面。`,
      en: `The page shows a time about ${en} later than this computer’s “now”, so its clock is probably slow: deadlines come earlier than shown here. Set the clock now, then reload the page.`,
    },
  };
}

function durations(ms: number): [zh: string, en: string] {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (days > 0) return [`${days}天${hours}小时`, `${days} d ${hours} h`];
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  return hours > 0 ? [`${hours}小时${minutes}分`, `${hours} h ${minutes} min`] : [`${minutes}分钟`, `${minutes} min`];
}
