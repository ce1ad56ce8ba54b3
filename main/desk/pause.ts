import type { RequestOf } from '../contract.ts';

const hour = 3_600_000;
/** The hour of the next day, by this computer's clock, at which "until tomorrow" ends. */
const morning = 8;

/** When a pause ends, epoch ms. "Until tomorrow" ends at eight in the morning of the next calendar day. */
export function pauseEnd(length: RequestOf<'pause'>['for'], now: number): number {
  if (length === 'one-hour') return now + hour;
  const end = new Date(now);
  end.setDate(end.getDate() + 1);
  end.setHours(morning, 0, 0, 0);
  return end.getTime();
}
