import type { units as english } from './en.ts';

export const units: typeof english = {
  days: (count) => `${count} 日`,
  hours: (count) => `${count} 時間`,
  minutes: (count) => `${count} 分`,
  seconds: (count) => `${count} 秒`,
  ago: (duration) => `${duration}前`,
  range: (from, to) => `${from}～${to}`,
  justNow: 'たった今',
  yesterday: (time) => `昨日 ${time}`,
  tomorrow: (time) => `明日 ${time}`,
};
