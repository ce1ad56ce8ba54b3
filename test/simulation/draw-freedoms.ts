import { ofAFreerService } from './happenings/of-a-freer-service.ts';
import { minute, second } from './happenings/rule.ts';
import type { Happening, PlannedAsset } from './plan.ts';
import { logBetween, type Chance } from './random.ts';
import { progress, texts, type Manner } from './service.ts';

type Draw = (kind: Happening['kind'], at: number) => Happening;

/** Half of all is added in the first seconds. */
const begins = (happening: Happening, atOnce: boolean): Happening =>
  atOnce ? { ...happening, at: 0 } : happening;

const freedoms = Object.keys(ofAFreerService) as (keyof typeof ofAFreerService)[];

export function drawFreedoms(
  chance: Chance,
  draw: Draw,
  assets: readonly PlannedAsset[],
  wishTimes: ReadonlySet<number>,
  roughMs: number,
): readonly Happening[] {
  const some = freedoms.flatMap((kind) =>
    chance.happens(0.3) ? [begins(draw(kind, chance.roll() * roughMs), chance.happens(0.4))] : [],
  );
  const replicas = Array.from({ length: chance.oneOf([0, 1, 1, 2, 3]) }, () =>
    drawReplica(chance, draw, assets),
  );
  // What was registered just now is not known everywhere yet.
  const late = [...wishTimes].flatMap((at) =>
    chance.happens(0.4) ? [{ ...draw('a replica is behind', 0), at: Math.floor(at) }] : [],
  );
  return [...some, ...replicas.flat(), ...late].map((each) => ({
    ...each,
    at: Math.max(0, Math.min(each.at, roughMs)),
  }));
}

/** It falls behind before an import ends, and the person looks at that again and again. */
function drawReplica(chance: Chance, draw: Draw, assets: readonly PlannedAsset[]): readonly Happening[] {
  const asset = chance.oneOf(assets.filter(({ endsAt }) => Number.isFinite(endsAt)).concat(assets[0]!));
  const endsAt = Math.max(asset.endsAt, asset.addedAt ?? 0);
  if (!Number.isFinite(endsAt)) return [];
  const { account, assetId } = asset;
  const behind = draw('a replica is behind', 0);
  const from = endsAt - chance.roll() * 0.5 * behind.lasts;
  const rest = from + behind.lasts - endsAt;
  const looks = Array.from({ length: Math.floor(chance.between(0, 6)) }, () => ({
    ...draw('the person checks', 0),
    at: endsAt + chance.roll() * rest,
    how: 'one',
    account,
    assetId,
  }));
  const again = chance.happens(0.3)
    ? [{ ...draw('imported again', 0), at: endsAt + chance.roll() * rest, account, assetId }]
    : [];
  return [{ ...behind, at: from, account, assetId }, ...looks, ...again].map((each) => ({
    ...each,
    at: Math.floor(each.at),
  }));
}

export function drawManner(chance: Chance): Manner {
  return {
    texts: chance.oneOf(texts),
    progress: chance.oneOf(progress),
    metaDataAfterMs: chance.happens(0.3) ? logBetween(chance, second, 10 * minute) : 0,
    isSameFile: chance.happens(0.4),
    // Near the highest that JSON carries exactly.
    idsFrom: chance.happens(0.3) ? Number.MAX_SAFE_INTEGER - 1_100 : 0,
  };
}
