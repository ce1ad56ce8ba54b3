import { happenings } from './happenings.ts';
import { second } from './happenings/rule.ts';
import type { Happening, PlannedAsset } from './plan.ts';
import { logBetween, type Chance } from './random.ts';

export function drawHappening(
  chance: Chance,
  at: number,
  kind: Happening['kind'],
  assets: readonly Pick<PlannedAsset, 'account' | 'assetId' | 'endsAt'>[],
  roughMs: number,
): Happening {
  const { ways, lasts } = happenings[kind];
  const { account, assetId } = chance.oneOf(assets);
  const how = chance.oneOf(ways);
  // Half of what happens comes close to an end, where it matters most.
  const endsAt = chance.oneOf(assets).endsAt + chance.between(-5 * second, 20 * second);
  const isNearEnd = chance.happens(0.5) && endsAt > 0;
  return {
    at: Math.floor(isNearEnd ? Math.min(endsAt, roughMs) : at),
    kind,
    lasts: Math.round(logBetween(chance, Math.max(1, lasts[0]), Math.max(1, lasts[1]))),
    account,
    assetId,
    how,
  };
}
