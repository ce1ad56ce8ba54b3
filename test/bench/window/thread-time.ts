import type { Page } from '@playwright/test';

export interface ThreadTime {
  /** Milliseconds of the page's thread that scripts have used since it was opened; waiting for a busy machine is not in it. */
  readonly scripting: () => Promise<number>;
}

export async function readThreadTime(page: Page): Promise<ThreadTime> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async scripting() {
      const { metrics } = await devTools.send('Performance.getMetrics');
      const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value;
      if (seconds === undefined) throw new Error('Chromium tells no ScriptDuration.');
      return seconds * 1_000;
    },
  };
}
