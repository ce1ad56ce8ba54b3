import { expect, it } from 'vitest';
import { createTimeline } from './timeline.ts';
import { createTimeouts } from './timeouts.ts';

it('a request that nobody answers is given up at its time, whatever fractions that is a sum of', async () => {
  const timeline = createTimeline();
  const timeouts = createTimeouts(timeline);
  let [started, ended] = [0, 0];
  const tenth = 0.1;
  for (let at = tenth; at < 10_000; at = at * 1.1 + tenth)
    timeline.inLaptop(at, () => {
      started += 1;
      const cancel = timeouts.start(30_000, () => {
        cancel();
        ended += 1;
      });
      timeline.inLaptop(tenth, timeouts.toArm());
    });
  await timeline.playUntil(50_000);
  expect([started > 0, ended]).toEqual([true, started]);
});
