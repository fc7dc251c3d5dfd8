import type { ChinaDate } from '../../shared/time.ts';

/** Days of one year that differ from Monday to Friday. A range is written `first..last`. */
export interface HolidayYear {
  /** False while the State Council has not published the year; then only the statutory days are known, no make-up days. */
  published: boolean;
  /** Where the days come from. */
  source: string;
  off: readonly string[];
  /** Saturdays and Sundays on which China works (调休). */
  work: readonly ChinaDate[];
}

/**
 * 放假 and 调休 days. Checked on 2026-11-22 against chinese-days, chinese-workday, holiday-calendar and holiday-cn.
 * A new year is added here when its notice is out (usually in November of the year before).
 */
export const HOLIDAY_YEARS: Readonly<Record<string, HolidayYear>> = {
  '2024': {
    published: true,
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    off: [
      '2024-01-01',
      '2024-02-10..2024-02-17',
      '2024-04-04..2024-04-06',
      '2024-05-01..2024-05-05',
      '2024-06-10',
      '2024-09-15..2024-09-17',
      '2024-10-01..2024-10-07',
    ],
    work: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  '2025': {
    published: true,
    source: '国办发明电〔2024〕12号',
    off: [
      '2025-01-01',
      '2025-01-28..2025-02-04',
      '2025-04-04..2025-04-06',
      '2025-05-01..2025-05-05',
      '2025-05-31..2025-06-02',
      '2025-10-01..2025-10-08',
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    published: true,
    source: '国办发明电〔2025〕7号',
    off: [
      '2026-01-01..2026-01-03',
      '2026-02-15..2026-02-23',
      '2026-04-04..2026-04-06',
      '2026-05-01..2026-05-05',
      '2026-06-19..2026-06-21',
      '2026-09-25..2026-09-27',
      '2026-10-01..2026-10-07',
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
  '2027': {
    published: false,
    source: '《全国年节及纪念日放假办法》（2024年修订）的法定假日，农历日期由推算得出，无调休',
    off: [
      '2027-01-01',
      '2027-02-05..2027-02-08',
      '2027-04-05',
      '2027-05-01..2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01..2027-10-03',
    ],
    work: [],
  },
};
