import { hookEvents, type Hook } from '../../main/model/hook.ts';
import type { QuietHours } from '../../main/model/monitor-settings.ts';
import { drawFreedoms, drawManner } from './draw-freedoms.ts';
import { endings } from './happenings/of-the-service.ts';
import { hour, minute, second } from './happenings/rule.ts';
import { mostNotices } from './laws/bounds.ts';
import { themesOfChange } from './happenings/of-changed-minds.ts';
import { happeningKinds, happenings } from './happenings.ts';
import { registeringKinds } from './happenings/of-registering.ts';
import type { Happening, Plan, PlannedAsset, PlannedWish } from './plan.ts';
import { epoch } from './honest-answer.ts';
import { drawHappening } from './draw-happening.ts';
import { drawStrangers, noStrangers } from './draw-strangers.ts';
import { createChance, logBetween, type Chance } from './random.ts';
import { plainManner } from './service.ts';

const weights = happeningKinds.map((kind) => happenings[kind].weight);
const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0);

const extras = [
  ...(['own faults', 'quits', 'changed minds', 'registering'] as const),
  ...(['strangers', 'freedom', 'groups'] as const),
];

/**
 * What a story of an odd seed has beside all that may come in any: most have one such theme, so that whole stories are about it, and some two
 * of them.
 */
function extrasOf(seed: number): ReadonlySet<(typeof extras)[number]> {
  const chance = createChance(seed, 'extras');
  const count = seed % 2 === 0 ? 0 : chance.oneOf([1, 1, 1, 2]);
  return new Set(Array.from({ length: count }, () => chance.oneOf(extras)));
}

/** The story of a seed. */
export function drawPlan(seed: number): Plan {
  const plan = drawAllButIds(seed);
  const { idsFrom } = plan.manner;
  const shifted = <Row extends { readonly assetId: number }>(row: Row): Row => ({
    ...row,
    assetId: row.assetId + idsFrom,
  });
  return {
    ...plan,
    assets: plan.assets.map(shifted),
    strangers: plan.strangers.map(shifted),
    happenings: plan.happenings.map(shifted),
    wishes: plan.wishes.map((wish) => ({
      ...wish,
      replaces: wish.replaces === null ? null : wish.replaces + idsFrom,
    })),
  };
}

function drawAllButIds(seed: number): Plan {
  const plan = drawAllButGroups(seed);
  const { assets, happenings, follows, roughMs } = plan;
  const chance = createChance(seed, 'groups');
  const isChanging = (plan.isGrouped || follows.length > 0) && extrasOf(seed).has('groups');
  const changes = Array.from({ length: isChanging ? Math.floor(chance.between(1, 6)) : 0 }, () =>
    drawHappening(chance, chance.roll() * roughMs, 'the person changes a group', assets, roughMs),
  );
  return {
    ...plan,
    happenings: [...happenings, ...changes].toSorted((one, other) => one.at - other.at),
    hasSecondGroups: plan.isGrouped && chance.happens(0.3),
  };
}

function drawAllButGroups(seed: number): Omit<Plan, 'hasSecondGroups'> {
  const chance = createChance(seed, 'plan');
  const extra = extrasOf(seed);
  const accounts = ['a1', 'a2', 'a3'].slice(0, chance.oneOf([1, 1, 1, 2, 2, 3]));
  const drawn = Array.from({ length: Math.floor(chance.between(1, 18)) }, () => ({
    at: chance.roll(),
    kind: drawKind(chance),
  }));
  const longest = Math.max(...drawn.map(({ kind }) => happenings[kind].lasts[1]));
  // Most ends come early, so that a long story is not mostly waiting.
  const roughMs = longest > hour ? longest * 0.8 : logBetween(chance, 3 * minute, 50 * minute);
  const count = Math.floor(logBetween(chance, 1, longest > hour ? 4 : 16));
  const follows = chance.happens(0.25) ? accounts.slice(0, 1) : [];
  const few = Array.from({ length: count }, (_, index) =>
    drawAsset(chance, index + 1, accounts, follows, roughMs),
  );
  const common = drawn.map(({ at, kind }) => drawHappening(chance, at * roughMs, kind, few, roughMs));
  // Of its own: what else is drawn of a seed stays as it is.
  const ofLists = createChance(seed, 'lists');
  const isCrowd = longest <= hour && ofLists.happens(0.15);
  const crowd = Array.from({ length: isCrowd ? Math.floor(ofLists.between(8, 40)) : 0 }, (_, index) =>
    drawAsset(ofLists, count + index + 1, accounts.slice(0, 1), [], roughMs),
  );
  const ofListings = createChance(seed, 'listings');
  // What a followed project has found before is not new to the list.
  const isRush = longest <= hour && follows.length === 0 && ofListings.happens(0.13);
  const rush = isRush ? drawRush(ofListings, count + crowd.length, accounts[0]!, roughMs) : [];
  const assets = [...few, ...crowd, ...rush];
  const mayChange = ofLists.happens(0.5);
  const changes = Array.from({ length: mayChange ? Math.floor(ofLists.between(1, 5)) : 0 }, () =>
    drawHappening(ofLists, ofLists.roll() * roughMs, 'the lists', assets, roughMs),
  );
  // Of its own, too.
  const ofQuiet = createChance(seed, 'quiet');
  const silences = ofQuiet.happens(0.15)
    ? [drawHappening(ofQuiet, ofQuiet.roll() * roughMs, 'the system keeps quiet', assets, roughMs)]
    : [];
  const ofHooks = createChance(seed, 'hooks');
  const hooks = ofHooks.happens(0.4) ? drawHooks(ofHooks, accounts) : [];
  const receptions = Array.from({ length: hooks.length === 0 ? 0 : Math.floor(ofHooks.between(0, 6)) }, () =>
    drawHappening(ofHooks, ofHooks.roll() * roughMs, 'the receiver', assets, roughMs),
  );
  const ofScarcity = createChance(seed, 'scarcity');
  const scarcities = ofScarcity.happens(0.2)
    ? [drawHappening(ofScarcity, ofScarcity.roll() * roughMs, 'the computer has little of', assets, roughMs)]
    : [];
  const ofMuting = createChance(seed, 'muting');
  const wantsCalm = ofMuting.happens(0.3);
  const mutes = (
    ['the person mutes', 'the person mutes', 'the person mutes', 'the person unmutes'] as const
  ).flatMap((kind) =>
    wantsCalm && ofMuting.happens(0.6)
      ? [drawHappening(ofMuting, ofMuting.roll() * roughMs, kind, assets, roughMs)]
      : [],
  );
  const ofOwnFaults = createChance(seed, 'own faults');
  const ownFaults = Array.from(
    { length: extra.has('own faults') ? Math.floor(logBetween(ofOwnFaults, 1, 12)) : 0 },
    () => {
      const kind = ofOwnFaults.oneOf(['a step breaks off', 'a step breaks off', 'a port throws'] as const);
      return drawHappening(ofOwnFaults, ofOwnFaults.roll() * roughMs, kind, assets, roughMs);
    },
  );
  const ofQuits = createChance(seed, 'quits');
  const quits = Array.from({ length: extra.has('quits') ? Math.floor(ofQuits.between(1, 4)) : 0 }, () =>
    drawHappening(ofQuits, ofQuits.roll() * roughMs, 'the app is quit at a place', assets, roughMs),
  );
  // Of their own, too.
  const ofMinds = createChance(seed, 'changed minds');
  const theme = ofMinds.oneOf(themesOfChange);
  const minds = extra.has('changed minds')
    ? Array.from({ length: Math.floor(ofMinds.between(2, 14)) }, () =>
        drawHappening(ofMinds, ofMinds.roll() * roughMs, ofMinds.oneOf(theme), assets, roughMs),
      )
    : [];
  // Of their own, too.
  const ofWishes = createChance(seed, 'wishes');
  const ofIds = createChance(seed, 'kept ids');
  const wishes = ofWishes.happens(0.3)
    ? Array.from({ length: Math.floor(logBetween(ofWishes, 1, 8)) }, (_, index) =>
        drawWish(ofWishes, index + 1, accounts, few, roughMs, ofIds.happens(0.3)),
      )
    : [];
  const ofRegistering = createChance(seed, 'registering');
  const registers = longest <= hour && extra.has('registering');
  const batch = registers ? drawBatch(ofRegistering, wishes.length, accounts, few, roughMs) : [];
  const around = Array.from({ length: registers ? Math.floor(ofRegistering.between(1, 9)) : 0 }, () =>
    drawAround(ofRegistering, batch, assets, roughMs),
  );
  const settles =
    registers && ofRegistering.happens(0.7)
      ? [{ ...drawHappening(ofRegistering, 0, 'the person settles files', assets, roughMs), at: 0 }]
      : [];
  const ofStrangers = createChance(seed, 'strangers');
  const { strangers, following, onPage } = extra.has('strangers')
    ? drawStrangers(ofStrangers, accounts[0]!, few, roughMs)
    : noStrangers;
  const ofFreedom = createChance(seed, 'freedom');
  const isFree = extra.has('freedom');
  const drawFreedom = (kind: Happening['kind'], at: number) =>
    drawHappening(ofFreedom, at, kind, assets, roughMs);
  // Of a batch all is wished at one time.
  const wishTimes = new Set([...wishes, ...batch].map(({ at }) => at));
  const freedoms = isFree ? drawFreedoms(ofFreedom, drawFreedom, assets, wishTimes, roughMs) : [];
  const isLimited = freedoms.some(({ kind }) => kind === 'the service limits');
  const throng = Array.from({ length: isLimited ? Math.floor(ofFreedom.between(0, 60)) : 0 }, (_, index) =>
    drawAsset(ofFreedom, assets.length + index + 1, accounts.slice(0, 1), [], roughMs),
  );
  return {
    seed,
    accounts,
    assets: [...assets, ...throng],
    strangers,
    happenings: [
      ...[...common, ...changes, ...silences, ...receptions, ...mutes, ...scarcities],
      ...[...ownFaults, ...quits, ...around, ...settles, ...following, ...minds, ...freedoms],
    ].toSorted((one, other) => one.at - other.at),
    manner: isFree ? drawManner(ofFreedom) : plainManner,
    wishes: [...wishes, ...batch],
    roughMs,
    floorMs: chance.oneOf([5, 5, 10, 30, 60]) * second,
    oldNotices: drawOldNotices(chance),
    startsOffline: chance.happens(0.05),
    follows,
    lists: {
      unfinished: chance.happens(0.7) ? ofLists.oneOf(['bare', 'bare', 'whole']) : 'absent',
      showsFailed: ofListings.happens(0.4),
      newestFirst: ofLists.happens(0.5),
      byId: strangers.length > 0,
      onPage: onPage ?? ofLists.oneOf([2, 5, 1_000, 1_000]),
    },
    learned: ofListings.oneOf(['nothing', 'nothing', 'the truth', 'the truth', 'the truth', 'otherwise']),
    isGrouped: chance.happens(0.2) || extra.has('groups'),
    leavesReceipts: chance.happens(0.5),
    usualMs: chance.happens(0.15) ? logBetween(chance, 20 * second, 10 * minute) : null,
    wantsLate: chance.happens(0.6),
    tidyAfterMs: chance.happens(0.3) ? logBetween(chance, minute, hour) : null,
    quiet: drawQuietHours(ofQuiet, roughMs),
    hooks,
  };
}

/** One for each account, and one for its group. */
function drawHooks(chance: Chance, accounts: readonly string[]): readonly Hook[] {
  const target = () =>
    chance.oneOf([
      { kind: 'program', path: '/usr/bin/true' },
      { kind: 'webhook', origin: 'https://example.invalid', shape: 'facts' },
    ] as const);
  return accounts.flatMap((account) => [
    { id: `h-${account}`, scope: { kind: 'account', account }, events: hookEvents, target: target() },
    {
      id: `hg-${account}`,
      scope: { kind: 'group', group: `together-${account}` },
      events: ['all-done'],
      target: target(),
    },
  ]);
}

function drawQuietHours(chance: Chance, roughMs: number): QuietHours {
  const begin = () => epoch + Math.round(chance.roll() * roughMs);
  const times = Array.from({ length: chance.oneOf([0, 0, 0, 2, 2, 4]) }, begin).toSorted(
    (one, other) => one - other,
  );
  const spans = times.flatMap((from, index) => (index % 2 === 0 ? [{ from, until: times[index + 1]! }] : []));
  return { spans: spans.filter(({ from, until }) => from < until), letsFailuresPass: chance.happens(0.5) };
}

/** Now and then the inbox is as good as full. */
function drawOldNotices(chance: Chance): number {
  const isFull = chance.happens(1 / 400);
  if (isFull) return mostNotices - Math.floor(chance.between(0, 3));
  return chance.happens(0.1) ? Math.floor(chance.between(1, 30)) : 0;
}

function drawKind(chance: Chance): Happening['kind'] {
  let rest = chance.roll() * weightOfAll;
  const index = weights.findIndex((weight) => (rest -= weight) < 0);
  return happeningKinds[Math.max(0, index)]!;
}

function drawAsset(
  chance: Chance,
  assetId: number,
  accounts: readonly string[],
  follows: readonly string[],
  roughMs: number,
): PlannedAsset {
  const isEarlier = chance.happens(0.15);
  const addedAt = isEarlier
    ? null
    : Math.round(chance.happens(0.6) ? chance.between(0, 5 * second) : chance.roll() * roughMs * 0.6);
  const account = chance.oneOf(accounts);
  const endsBefore = chance.happens(0.07);
  const takes = logBetween(chance, 3 * second, roughMs);
  const endsAt = (addedAt ?? 0) + (endsBefore ? -second : takes);
  return {
    account,
    isFound: addedAt !== null && follows.includes(account) && chance.happens(0.5),
    assetId,
    addedAt,
    endsAt: chance.happens(0.04) ? Infinity : Math.round(endsAt),
    as: chance.oneOf(endings),
    isNamed: chance.happens(0.7),
  };
}

/** Added at once, and so quick that many have ended before they can all be asked for. */
function drawRush(
  chance: Chance,
  highest: number,
  account: string,
  roughMs: number,
): readonly PlannedAsset[] {
  const addedAt = Math.round(chance.roll() * roughMs * 0.6);
  return Array.from({ length: Math.floor(chance.between(20, 50)) }, (_, index) => {
    const takes = chance.happens(0.1) ? -second : logBetween(chance, second, minute);
    const as = chance.oneOf(['COMPLETED', 'COMPLETED', ...endings]);
    const asset = { account, assetId: highest + index + 1, addedAt, endsAt: Math.round(addedAt + takes), as };
    return { ...asset, isFound: false, isNamed: true };
  });
}

function drawWish(
  chance: Chance,
  number: number,
  accounts: readonly string[],
  assets: readonly PlannedAsset[],
  roughMs: number,
  keepsId: boolean,
): PlannedWish {
  const account = chance.oneOf(accounts);
  const replaced = chance.happens(0.4) ? assets.find((each) => each.account === account) : undefined;
  return {
    account,
    at: Math.round(chance.roll() * roughMs),
    // Two files of the same name in two folders; now and then the same file twice.
    key: `folder-${chance.oneOf([number, number, 1])}/film.mp4`,
    replaces: replaced?.assetId ?? null,
    takes: Math.round(logBetween(chance, 3 * second, roughMs)),
    as: chance.oneOf(endings),
    isRefused: chance.happens(0.1),
    isOfOther: false,
    keepsId,
  };
}

/** Files that are wished together, of several folders or of one, and now and then from two buckets. */
function drawBatch(
  chance: Chance,
  before: number,
  accounts: readonly string[],
  assets: readonly PlannedAsset[],
  roughMs: number,
): readonly PlannedWish[] {
  const at = Math.round(chance.roll() * roughMs * 0.6);
  const isOfOneFolder = chance.happens(0.5);
  const account = chance.oneOf(accounts);
  return Array.from({ length: Math.floor(logBetween(chance, 1, 31)) }, (_, index) => {
    const number = before + index + 1;
    const wish = drawWish(
      chance,
      number,
      chance.happens(0.8) ? [account] : accounts,
      assets,
      roughMs,
      chance.happens(0.2),
    );
    return {
      ...wish,
      at,
      key: isOfOneFolder ? `batch/${number}.mp4` : wish.key,
      isRefused: chance.happens(0.05),
      isOfOther: chance.happens(0.2),
    };
  });
}

/** Most of it comes close to when the files are wished. */
function drawAround(
  chance: Chance,
  batch: readonly PlannedWish[],
  assets: readonly PlannedAsset[],
  roughMs: number,
): Happening {
  const happening = drawHappening(
    chance,
    chance.roll() * roughMs,
    chance.oneOf(registeringKinds),
    assets,
    roughMs,
  );
  const { account, at } = chance.oneOf(batch);
  const near = at - 10 * second + logBetween(chance, second, 20 * minute);
  return chance.happens(0.7)
    ? { ...happening, account, at: Math.floor(Math.max(0, Math.min(near, roughMs))) }
    : happening;
}
