export const floors = [5_000, 10_000, 30_000, 60_000] as const;
export const languages = ['system', 'en', 'ko', 'ja'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const notifierChoices = ['automatic', 'node-notifier', 'electron'] as const;

export type Language = Exclude<(typeof languages)[number], 'system'>;

/** Everything a person can set; each is a row of the README. */
export interface Settings {
  /** Least milliseconds between two looks at one asset. */
  readonly floorMs: (typeof floors)[number];
  readonly noticeCompleted: boolean;
  readonly noticeFailed: boolean;
  /** Off at first: one import of twenty takes so long, and nothing is wrong with most of them. */
  readonly noticeLate: boolean;
  readonly sound: boolean;
  readonly notifier: (typeof notifierChoices)[number];
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly startAtLogin: boolean;
}
