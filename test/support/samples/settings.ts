import type { Settings } from '../../../main/contract.ts';

/** The settings of a first start. */
export const someSettings: Settings = {
  floorMs: 5_000,
  noticeCompleted: true,
  noticeFailed: true,
  noticeLate: false,
  sound: true,
  notifier: 'automatic',
  language: 'system',
  theme: 'system',
  startAtLogin: false,
};
