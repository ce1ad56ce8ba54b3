import { expect, it } from 'vitest';
import { plainPlan, type PlannedAsset } from './plan.ts';
import { playStory } from './story.ts';

const minute = 60_000;
/** More of them take minutes to play. */
const count = 3_000;
/** As many first looks at five a second. */
const seenAt = 13 * minute;

const assets = Array.from({ length: count }, (_, index): PlannedAsset => {
  const endsAt = seenAt + (index / count) * minute;
  const as = index % 10 === 0 ? 'FAILED' : 'COMPLETED';
  return { account: 'a1', assetId: index + 1, addedAt: index, endsAt, as, isNamed: true, isFound: false };
});

const busyMinute = { ...plainPlan, assets, roughMs: seenAt + 40 * minute };

it(
  'three thousand imports that end in one minute make few banners and are all in the inbox',
  { timeout: 120_000 },
  async () => {
    const { violations, notices, banners } = await playStory(busyMinute);
    expect(violations).toEqual([]);
    expect(notices).toBe(count);
    expect(banners).toBeLessThanOrEqual(20);
  },
);
