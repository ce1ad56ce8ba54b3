import type { units as english } from './en.ts';

export const units: typeof english = {
  days: (count) => `${count}일`,
  hours: (count) => `${count}시간`,
  minutes: (count) => `${count}분`,
  seconds: (count) => `${count}초`,
  ago: (duration) => `${duration} 전`,
  range: (from, to) => `${from}~${to}`,
  justNow: '방금',
  yesterday: (time) => `어제 ${time}`,
  tomorrow: (time) => `내일 ${time}`,
};
