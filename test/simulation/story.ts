import { watchIdOf } from '../../main/model/asset.ts';
import { earlierRun, longAgo } from './earlier-run.ts';
import { epoch } from './honest-answer.ts';
import { breakSilence, endScarcity, setClockRight, wake } from './happenings/of-the-laptop.ts';
import { happenings } from './happenings.ts';
import { checkEnding } from './laws/ending.ts';
import type { Violation } from './laws/court.ts';
import { incarnationOf } from './laws/knowing.ts';
import type { Happening, Plan } from './plan.ts';
import { firstProject, workspace } from './service.ts';
import { createWorld, type World } from './world.ts';

const minute = 60_000;
/** Longer than the longest pause that a watch or an account takes after trouble. */
const calmMs = 20 * minute;

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly simulatedMs: number;
  readonly steps: number;
  readonly requests: number;
  readonly deaths: number;
  readonly notices: number;
  readonly banners: number;
  readonly faults: ReadonlyMap<string, number>;
}

/** Plays a plan from beginning to end. `note` gets each line of the story with its time, ms. */
export async function playStory(
  plan: Plan,
  note: (at: number, line: string) => void = () => {},
): Promise<Outcome> {
  const world: World = createWorld(plan, (line) => note(world.timeline.now(), line));
  const { timeline, laws, app } = world;
  const wentWrong = (error: unknown) =>
    laws.court.breach(0, error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.on('unhandledRejection', wentWrong);
  try {
    begin(world);
    await timeline.playUntil(plan.roughMs);
    if (laws.court.violations.length === 0) await comeToRest(world);
  } catch (error) {
    wentWrong(error);
  } finally {
    process.off('unhandledRejection', wentWrong);
  }
  return {
    seed: plan.seed,
    violations: laws.court.violations,
    simulatedMs: timeline.now(),
    steps: app.steps(),
    requests: app.requests(),
    deaths: app.deaths(),
    notices: laws.telling.written.size,
    banners: laws.telling.banners(),
    faults: world.faultsMet,
  };
}

function begin(world: World): void {
  const { plan, timeline, service, app, person } = world;
  for (const { account, assetId, addedAt, isFound, endsAt, as } of plan.assets) {
    const appearsAt = isFound ? addedAt! : 0;
    if (isFound) timeline.inWorld(appearsAt, () => void service.register(account, assetId));
    else service.register(account, assetId);
    timeline.inWorld(Math.max(appearsAt, endsAt), () =>
      world.endImport(service.assetOf(account, assetId)!, as),
    );
  }
  for (const { account, assetId, projectId, appearsAt, endsAt, as } of plan.strangers) {
    const appear = () => void service.register(account, assetId, null, null, projectId);
    const end = () => world.endImport(service.assetOf(account, assetId)!, as);
    if (appearsAt === 0) appear();
    else timeline.inWorld(appearsAt, appear);
    // What is long over has ended before anybody follows its project.
    if (endsAt <= 0) end();
    else timeline.inWorld(Math.max(appearsAt, endsAt), end);
  }
  if (plan.startsOffline) {
    world.laptop.setOnline(false);
    world.network.setReachable(false);
    world.met('offline at start');
  }
  const earlier = earlierRun(plan);
  if (earlier !== null) {
    world.disk.begin(earlier);
    for (const { id, known } of earlier.watches) if (known !== null) world.laws.asking.wasHeardOf(id);
    world.met('an earlier run');
  }
  world.disk.begin({ hooks: plan.hooks });
  for (const { account, assetId } of plan.assets.filter(({ addedAt }) => addedAt === null)) {
    const id = watchIdOf(account, { workspace, projectId: firstProject, assetId });
    world.laws.lateness.began(incarnationOf({ id, addedAt: epoch + longAgo }), account, longAgo);
  }
  for (const happening of plan.happenings) timeline.inWorld(happening.at, () => act(world, happening));
  app.start();
  const numbered = plan.wishes.map((wish, index) => ({ wish, number: index + 1 }));
  for (const [at, together] of Map.groupBy(numbered, ({ wish }) => wish.at))
    timeline.inWorld(at, () => person.wish(together));
  for (const account of plan.follows) person.follow(account);
  for (const { account, assetId, addedAt, isFound, isNamed } of plan.assets) {
    if (addedAt === null || isFound) continue;
    const fileName = isNamed ? `film-${assetId}.mp4` : null;
    timeline.inWorld(addedAt, () => person.add(account, assetId, fileName));
  }
}

function act(world: World, happening: Happening): void {
  const { kind, how, account, assetId, lasts } = happening;
  world.met(`${kind} ${how}`.trim());
  world.note(`${kind} ${how} (${account}/${assetId}, ${Math.round(lasts / 1_000)} s)`);
  happenings[kind].act(world, happening);
}

async function comeToRest(world: World): Promise<void> {
  const { timeline, laws, app, plan } = world;
  world.note('all is mended');
  mendAll(world);
  await timeline.playUntil(Math.max(plan.roughMs, lastEndOf(plan)) + calmMs);
  // Who quit it shortly before is back only now: what it left open is taken up from then on.
  await timeline.playUntil(Math.max(timeline.now(), app.startsAt() + calmMs));
  const state = app.state();
  if (laws.court.violations.length > 0) return;
  if (state === null) laws.court.breach(1, 'the app does not run in the end');
  else checkEnding(world, state);
}

/** From here on nothing goes wrong any more, and what was learned late must be told. */
function mendAll(world: World): void {
  const { app, service, network, disk, desktop, receiver, laptop, person, plan, timeline } = world;
  network.endTroubles();
  network.setReachable(true);
  service.lists.lie = null;
  service.listAll();
  for (const asset of service.assets.values()) Object.assign(asset, { isHidden: false, lingersIn: null });
  service.catchUp();
  service.date = null;
  service.misplaced.clear();
  disk.setFull(false);
  desktop.setMood('well');
  receiver.setMood('takes');
  world.disarm();
  world.ownFaults.heal();
  wake(world);
  setClockRight(world);
  app.dispatch({ kind: 'resumed' });
  laptop.setOnline(true);
  app.dispatch({ kind: 'online' });
  person.calmDown();
  // Not in the very moment in which the person may have quit the app: it would be lost on it.
  timeline.inLaptop(1_000, () => {
    person.endQuietHours();
    person.unmuteAll();
  });
  breakSilence(world);
  person.keepHooks();
  endScarcity(world);
  for (const account of plan.accounts) timeline.inLaptop(1_000, () => person.mend(account));
  // A clock that was set back delays the next look at a watch in trouble by as long as that was to wait.
  if (plan.happenings.some(({ kind }) => kind.startsWith('the clock')))
    timeline.inLaptop(2_000, person.checkAll);
}

function lastEndOf({ assets, strangers }: Plan): number {
  return Math.max(0, ...[...assets, ...strangers].map(({ endsAt }) => endsAt).filter(Number.isFinite));
}
