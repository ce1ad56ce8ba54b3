import { expect, it } from 'vitest';
import { plainPlan, type Plan, type PlannedAsset } from './plan.ts';
import { playStory } from './story.ts';

const minute = 60_000;
const hour = 60 * minute;
const begins = 10 * minute;
const lasts = 8 * hour;
/** Four minutes with jitter, and a request that times out. */
const longestProbeMs = 4.4 * minute + 31_000;
const accounts = ['a1', 'a2'];

/** Twelve imports in two accounts, half of which end while the service is away. */
const assets = Array.from({ length: 12 }, (_, index): PlannedAsset => {
  const ends = index % 2 === 0 ? begins + (index + 1) * 30 * minute : begins + lasts + 2 * hour;
  const as = index % 3 === 0 ? 'FAILED' : 'COMPLETED';
  return {
    account: accounts[index % 4 < 2 ? 0 : 1]!,
    assetId: index + 1,
    addedAt: 0,
    endsAt: ends,
    as,
    isNamed: true,
    isFound: false,
  };
});

const outage = (how: string): Plan => ({
  ...plainPlan,
  accounts,
  assets,
  happenings: [{ at: begins, kind: 'an outage of hours', lasts, account: 'a1', assetId: 1, how }],
  roughMs: begins + lasts + 2 * hour + minute,
});

const ways = [
  'gateway 503/500',
  'connection refused',
  'no answer at all',
  'a captive portal, HTML with 200',
  'half of a JSON text',
  'a teapot',
];

it.each(ways)(
  'eight hours of "%s" cost few probes, and what ended meanwhile is told at once',
  async (how) => {
    const asked = new Map<string, number>();
    /** When each account was first answered again. */
    const recovered = new Map<string, number>();
    const told = new Map<string, number>();
    const { violations, notices } = await playStory(outage(how), (at, line) => {
      const account = /^(a\d):\S+ \(status\)/.exec(line)?.[1];
      if (account !== undefined && at > begins) {
        if (at < begins + lasts) asked.set(account, (asked.get(account) ?? 0) + 1);
        else if (!recovered.has(account)) recovered.set(account, at);
      }
      if (!/^a (?:banner|digest) tells/.test(line)) return;
      for (const [, assetId] of line.matchAll(/sim\/(\d+)#/g)) told.set(assetId!, at);
    });

    expect(violations).toEqual([]);
    expect(notices).toBe(assets.length);
    for (const account of accounts) {
      expect(asked.get(account)).toBeLessThanOrEqual(130);
      // Nobody knows that the service is back before the next probe.
      expect(recovered.get(account)! - (begins + lasts)).toBeLessThan(longestProbeMs);
    }
    for (const { account, assetId } of assets.filter(({ endsAt }) => endsAt < begins + lasts)) {
      const lateMs = told.get(String(assetId))! - recovered.get(account)!;
      expect(lateMs, `import ${assetId}`).toBeGreaterThan(0);
      expect(lateMs, `import ${assetId}`).toBeLessThanOrEqual(minute);
    }
  },
);
