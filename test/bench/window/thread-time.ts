import type { Page } from '@playwright/test';

/** Milliseconds of the page's thread since it was opened; waiting for a busy machine is not in them. */
export interface ThreadTime {
  readonly scripts: number;
  /** With layout, styles and painting. */
  readonly all: number;
}

export async function threadTimeOf(page: Page): Promise<() => Promise<ThreadTime>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    const milliseconds = (wanted: string) => {
      const seconds = metrics.find(({ name }) => name === wanted)?.value;
      if (seconds === undefined) throw new Error(`Chromium tells no ${wanted}.`);
      return seconds * 1_000;
    };
    return { scripts: milliseconds('ScriptDuration'), all: milliseconds('TaskDuration') };
  };
}
