export interface NoticeChoice {
  readonly completed: boolean;
  readonly failed: boolean;
  /** An import that takes longer than usual. */
  readonly late: boolean;
}

/** From one time of the clock to another, epoch ms. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** When banners are held back. */
export interface QuietHours {
  /** In order, without overlap; those of the coming days. */
  readonly spans: readonly Span[];
  /** Failures are told all the same. */
  readonly letsFailuresPass: boolean;
}

/** What the monitor needs of the person's settings. */
export interface MonitorSettings {
  /** The least time between two looks at one asset, in milliseconds. */
  readonly floorMs: number;
  readonly notices: NoticeChoice;
  /** What ended so long ago leaves the list, in milliseconds; null where nothing does. */
  readonly tidyAfterMs: number | null;
  /** How many imports the list holds; infinite where they leave with the run. */
  readonly mostWatches: number;
  /** Of how many files it is kept what became of them; infinite where that leaves with the run. */
  readonly mostOutcomes: number;
  readonly quiet: QuietHours;
}
