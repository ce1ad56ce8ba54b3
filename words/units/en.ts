/** Short units of time. Intl.DurationFormat is not in Node 20, and Intl's units differ between ICU versions. */
export const units = {
  days: (count: string) => `${count} d`,
  hours: (count: string) => `${count} h`,
  minutes: (count: string) => `${count} min`,
  seconds: (count: string) => `${count} s`,
  ago: (duration: string) => `${duration} ago`,
  range: (from: string, to: string) => `${from} to ${to}`,
  justNow: 'just now',
  yesterday: (time: string) => `yesterday ${time}`,
  tomorrow: (time: string) => `tomorrow ${time}`,
};
