import { drawHappening } from './draw-happening.ts';
import { endings } from './happenings/of-the-service.ts';
import { minute, second } from './happenings/rule.ts';
import type { HappeningKind } from './happenings.ts';
import type { Happening, PlannedAsset, PlannedStranger } from './plan.ts';
import { logBetween, type Chance } from './random.ts';
import { firstProject, secondProject } from './service.ts';

/** Above all that the person adds. */
const firstStranger = 200;
const mostStrangers = 500;

/** What becomes of them, beside what follows. */
const kinds: readonly HappeningKind[] = [
  ...(['the person follows a project', 'the person unfollows a project'] as const),
  ...(['the person looks at a project', 'moved between projects', 'moved between projects'] as const),
  ...(['newcomers are refused', 'lists are refused', 'lists slip', 'assets leave the lists'] as const),
  ...([
    'assets leave the lists',
    'assets leave the lists',
    'the person stops watching',
    'the person stops watching',
  ] as const),
  ...(['imported again', 'deleted', 'an unknown status', 'the lists'] as const),
  ...(['the app dies', 'the laptop sleeps', 'the person mutes'] as const),
];

interface Drawn {
  readonly onPage: number | null;
  readonly strangers: readonly PlannedStranger[];
  readonly following: readonly Happening[];
}

export const noStrangers: Drawn = { strangers: [], following: [], onPage: null };

/** A project, or two, of many assets is followed, most of the time in mid-story. */
export function drawStrangers(
  chance: Chance,
  account: string,
  watched: readonly PlannedAsset[],
  roughMs: number,
): Drawn {
  const strangers = drawAssets(chance, account, roughMs);
  const ofAccount = watched.filter((asset) => asset.account === account);
  const draw = (kind: HappeningKind, at: number) => {
    // What the person had added and stops watching may be listed only afterward.
    const isOfPerson = kind === 'the person stops watching' && ofAccount.length > 0 && chance.happens(0.5);
    return drawHappening(chance, at, kind, isOfPerson ? ofAccount : strangers, roughMs);
  };
  const followAt = chance.happens(0.4) ? chance.between(0, 5 * second) : chance.roll() * roughMs * 0.6;
  const follow = (how: string, at: number): Happening => ({
    ...draw('the person follows a project', at),
    at: Math.floor(at),
    how,
  });
  const alsoSecond = chance.happens(0.5)
    ? [follow('the second', chance.happens(0.5) ? followAt : chance.roll() * roughMs)]
    : [];
  const others = Array.from({ length: Math.floor(chance.between(0, 12)) }, () => {
    const kind = chance.oneOf(kinds);
    const happening = draw(kind, chance.roll() * roughMs);
    // Much of it while the first look goes on.
    const isSoon = chance.happens(0.4);
    const soonAt = Math.floor(followAt + chance.between(-5 * second, 10 * second));
    return isSoon ? { ...happening, at: Math.max(0, Math.min(soonAt, roughMs)) } : happening;
  });
  const following = [follow('the first', followAt), ...alsoSecond, ...others];
  return { strangers, following, onPage: chance.oneOf([2, 5, 20, 1_000]) };
}

function drawAssets(chance: Chance, account: string, roughMs: number): readonly PlannedStranger[] {
  const share = chance.oneOf([0, 0, 0.3, 0.5]);
  const place = () => (chance.happens(share) ? secondProject : firstProject);
  const old = Array.from({ length: Math.floor(logBetween(chance, 2, 80)) }, () => {
    const endsAt = chance.happens(0.85) ? -1 : logBetween(chance, 3 * second, roughMs);
    return { appearsAt: 0, endsAt };
  });
  const few = Array.from({ length: Math.floor(chance.between(0, 12)) }, () => chance.roll() * roughMs);
  const isRush = chance.happens(0.15);
  const rushAt = chance.roll() * roughMs * 0.7;
  const rush = Array.from({ length: isRush ? Math.floor(logBetween(chance, 20, 260)) : 0 }, () => rushAt);
  const newcomers = [...few, ...rush]
    .toSorted((one, other) => one - other)
    .map((appearsAt) => {
      const takes = logBetween(chance, second, Math.max(minute, roughMs / 2));
      return { appearsAt, endsAt: chance.happens(0.1) ? Infinity : appearsAt + takes };
    });
  return [...old, ...newcomers].slice(0, mostStrangers).map(({ appearsAt, endsAt }, index) => ({
    account,
    assetId: firstStranger + index,
    projectId: place(),
    appearsAt: Math.round(appearsAt),
    endsAt: Math.round(endsAt),
    as: chance.oneOf(['COMPLETED', 'COMPLETED', ...endings]),
  }));
}
