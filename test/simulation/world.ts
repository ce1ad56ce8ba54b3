import { watchIdOf, type AccountId } from '../../main/model/asset.ts';
import { followIdOf, projectOf } from '../../main/model/follow.ts';
import type { Problem } from '../../main/model/problem.ts';
import type { MonitorView } from '../../main/monitor/state.ts';
import type { EffectOf } from '../../main/monitor/kernel/effects.ts';
import type { Ask, Reply } from '../../main/monitor/kernel/events.ts';
import { createApp, type App, type Settings } from './app.ts';
import { createDesktop, type Desktop } from './desktop.ts';
import { createDisk, type Disk } from './disk.ts';
import { formerRuns, middleOf } from './earlier-run.ts';
import { createLaptop, type Laptop } from './laptop.ts';
import { createAbsences, type Absences } from './laws/absences.ts';
import type { Flight } from './laws/account-record.ts';
import { createAskingLaws, type AskingLaws } from './laws/asking.ts';
import { createBelievingLaw, type BelievingLaw } from './laws/believing.ts';
import { checkBounds, mostOutcomes, mostWatches } from './laws/bounds.ts';
import { createCourt, type Court } from './laws/court.ts';
import { createClockSeen, type ClockSeen } from './laws/clock-seen.ts';
import { createHandingOnLaw, type HandingOnLaw } from './laws/handing-on.ts';
import { createFollowingLaw, type FollowingLaw } from './laws/following.ts';
import { createHoldingLaw, type HoldingLaw } from './laws/holding.ts';
import { createGroupingLaws, type GroupingLaws } from './laws/grouping.ts';
import { createKnowingLaws, goneStatus, incarnationOf, type KnowingLaws } from './laws/knowing.ts';
import { createLatenessLaw, type LatenessLaw } from './laws/lateness.ts';
import { createMutingLaw, type MutingLaw } from './laws/muting.ts';
import type { Verdict } from './laws/own-trouble.ts';
import { createPromptnessLaw, type PromptnessLaw, type PromptnessPorts } from './laws/promptness.ts';
import { createRegisteringLaw, type RegisteringLaw } from './laws/registering.ts';
import { createRegister, type Register } from './laws/register.ts';
import { createSendingLaw, type SendingLaw } from './laws/sending.ts';
import { createRhythmLaws, type RhythmLaws } from './laws/rhythm.ts';
import { createShowingLaw, type ShowingLaw } from './laws/showing.ts';
import { createTellingLaws, type TellingLaws } from './laws/telling.ts';
import { createWishes } from './laws/wishes.ts';
import { createNetwork, type Network } from './network.ts';
import { createOwnFaults, type OwnFaults } from './own-faults.ts';
import type { Plan } from './plan.ts';
import { createPerson, type Person } from './person.ts';
import { createReceiver, type Receiver } from './receiver.ts';
import { createChance, type Chance } from './random.ts';
import type { Told } from './honest-answer.ts';
import { createService, firstProject, workspace, type Asset, type Service } from './service.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export type DeathPlace =
  | 'before-request'
  | 'after-answer'
  | 'before-save'
  | 'torn-save'
  | 'after-save'
  | 'before-banner'
  | 'after-banner'
  | 'before-delivery'
  | 'after-delivery';

export type LeavingFile = Extract<Ask, { readonly for: 'registration' }>;

export interface World {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly service: Service;
  readonly network: Network;
  readonly disk: Disk;
  readonly desktop: Desktop;
  readonly receiver: Receiver;
  readonly laptop: Laptop;
  readonly ownFaults: OwnFaults;
  readonly settings: Settings;
  readonly app: App;
  readonly person: Person;
  readonly register: Register;
  /** The clock as the app's process reads it. */
  readonly clockSeen: ClockSeen;
  readonly laws: {
    readonly court: Court;
    readonly asking: AskingLaws;
    readonly knowing: KnowingLaws;
    readonly telling: TellingLaws;
    readonly promptness: PromptnessLaw;
    readonly absences: Absences;
    readonly rhythm: RhythmLaws;
    readonly grouping: GroupingLaws;
    readonly lateness: LatenessLaw;
    readonly handingOn: HandingOnLaw;
    readonly muting: MutingLaw;
    readonly holding: HoldingLaw;
    readonly registering: RegisteringLaw;
    readonly sending: SendingLaw;
    readonly showing: ShowingLaw;
    readonly believing: BelievingLaw;
    readonly following: FollowingLaw;
  };
  readonly faultsMet: ReadonlyMap<string, number>;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
  /** Writes a line into the story, where somebody reads it. */
  readonly note: (line: string) => void;
  /** The app dies, or the person quits it, the next time it is there, and it starts again after `downMs`. */
  readonly setTrap: (place: DeathPlace, end: 'dies' | 'is quit' | 'is quit twice', downMs: number) => void;
  readonly disarm: () => void;
  /** Done once, when the next file leaves to be registered. */
  readonly asFileLeaves: (run: (file: LeavingFile) => void) => void;
  readonly fileLeaves: (file: LeavingFile) => void;
  /** True where the app has died right here. */
  readonly diesAt: (place: DeathPlace) => boolean;
  /** Ends an import that is not over yet. */
  readonly endImport: (asset: Asset, status: string) => void;
  readonly keyOf: (account: AccountId) => number;
  /** `verdict`: whether it is a problem of what was asked for alone. */
  readonly heard: (flight: Flight, outcome: Reply, told: Told, verdict: Verdict | null) => void;
  readonly afterStep: (state: MonitorView, changes: EffectOf<'changed'>) => void;
  readonly needsPerson: (account: AccountId, problem: Problem) => void;
  readonly isExpected: (error: unknown) => boolean;
}

/** For so few imports no list is read that nobody follows. */
const mostAskedSingly = 4;

/** Puts the world together: service, network, laptop, disk, notifier, person, and the app among them. */
export function createWorld(plan: Plan, note: (line: string) => void): World {
  const timeline = createTimeline();
  const court = createCourt(timeline.now, timeline.stop);
  const chance = createChance(plan.seed, 'world');
  const faultsMet = new Map<string, number>();
  const met = (fault: string) => void faultsMet.set(fault, (faultsMet.get(fault) ?? 0) + 1);
  const service = createService(timeline.now, chance, { ...plan.lists, lie: null, shuffles: 0 }, plan.manner);
  const laptop = createLaptop(timeline);
  const settings: Settings = {
    ...settingsOf({
      floorMs: plan.floorMs,
      notices: { completed: true, failed: true, late: plan.wantsLate },
      tidyAfterMs: plan.tidyAfterMs,
      mostWatches,
      mostOutcomes,
      quiet: plan.quiet,
    }),
    pausedUntil: null,
  };
  let trap: Parameters<World['setTrap']> | null = null;
  const forLeaving: ((file: LeavingFile) => void)[] = [];

  function diesAt(place: DeathPlace): boolean {
    if (trap?.[0] !== place) return false;
    const [, end, downMs] = trap;
    trap = null;
    note(`the app is at the place "${place}"`);
    met(`${end === 'dies' ? 'death' : end} ${place}`);
    if (end === 'dies') world.app.die(downMs);
    else timeline.inLaptop(0, () => world.app.quit(downMs));
    if (end === 'is quit twice') timeline.inLaptop(chance.between(0, 100), () => world.app.quit(downMs));
    return end === 'dies';
  }

  const ownFaults = createOwnFaults(met);
  const register = createRegister(service, court);
  const disk = createDisk({
    timeline,
    chance,
    diesAt,
    met,
    written(notices) {
      telling.wrote(notices);
      lateness.saved();
    },
    wishesWritten: (wishes) => registering.wrote(wishes),
  });
  const telling = createTellingLaws({
    court,
    awake: timeline.awake,
    onDisk: disk.noticeOf,
    newestEndOf: register.newestEndOf,
    isLearned: register.isLearned,
    mostOf: register.mostNotices,
    wishOf: (notice) => wishes.wishOf(notice),
    wishOfReleased: (notice) => wishes.wishOfReleased(notice),
    isUnwanted: (watch) => register.isUnwanted(watch),
    isEmpty: (group) => grouping.isEmpty(group),
    // What breaks off is taken up again, and asks for nothing for a while.
    hindrances: () => disk.failures() + ownFaults.count() + timesSetBack,
  });
  const isFollowing = plan.follows.length > 0 || plan.strangers.length > 0;
  const promptness = createPromptnessLaw({
    court,
    now: timeline.now,
    awake: timeline.awake,
    floorMs: () => settings.monitor.floorMs,
    sincePause: () => laptop.now() - (settings.pausedUntil ?? -Infinity),
    watches: () => world.app.state()?.watches.size ?? 0,
    // What was learned of lists lengthens the waits, too.
    endsBefore: formerRuns(plan).length + (plan.learned === 'nothing' ? 0 : 1),
    // Until its next look a watch keeps the wait that was planned before.
    spacing: plan.happenings.some(({ kind }) => kind === 'the computer has little of') ? 2 : 1,
    strain: strainOf(plan),
    readsLists: isFollowing || plan.assets.length + plan.wishes.length > mostAskedSingly,
  });
  let haveListsLied = false;
  let timesSetBack = 0;
  const absences = createAbsences({
    now: timeline.now,
    clock: laptop.now,
    longestIntervalMs: promptness.intervalMs,
  });
  const knowing = createKnowingLaws({
    court,
    now: timeline.now,
    isGone: service.isGone,
    found: register.found,
    doubted(watch) {
      met('an end like that of the attempt before');
      promptness.misled(watch.id);
    },
    wasShownRunning(watch, status) {
      const isProven = showing.provesEnd(watch, status);
      if (isProven) met('only its list showed that it ran');
      return isProven;
    },
    learned(watch, end, wasOpen, heardAt) {
      register.learned(watch, end, wasOpen, haveListsLied);
      // Nothing waits for a later end of what has ended, at a return or ever.
      const away = wasOpen ? absences.endedAway(watch.account, watch.id, end, heardAt) : 'maybe';
      rhythm.learned(end.id, away);
      const isFailure = end.status !== 'COMPLETED';
      grouping.ended(incarnationOf(watch), end.id, isFailure, wishes.wants(end.status));
      if (!isFailure) lateness.ended(incarnationOf(watch), end.at);
      // Nothing asks for an import that has ended, but a person or a look at its project now and then.
      if (wasOpen) promptness.learned(watch.account, watch.id, Math.max(end.at, register.askableFrom(watch)));
    },
  });
  const showing = createShowingLaw({ court, state: () => world.app.state() });
  const grouping = createGroupingLaws({
    court,
    awake: timeline.awake,
    isOpen: knowing.isAwaited,
    statusOf: knowing.statusOf,
    isWritten: telling.isWritten,
    isFollowed: (group) => world.app.state()?.follows.has(group.replace(/^follow:/, '')) === true,
    endOf(notice) {
      if (notice.about === 'import') return telling.endOf(notice);
      // The import may have begun again since the end that its group kept to itself.
      const { watch, at } = notice;
      const notices = [...(world.app.state()?.notices.values() ?? [])];
      const own = notices.find((each) => each.about === 'import' && each.watch === watch && each.at === at);
      const end = (own && telling.endOf(own)) ?? register.newestEndOf(watch);
      return end !== null && end.status === notice.status && end.text === notice.text ? end : null;
    },
  });
  const lateness = createLatenessLaw(court, timeline.now, formerRuns(plan).map(middleOf));
  const wishes = createWishes({
    court,
    choice: () => settings.obeyed.notices,
    grouping,
    lateness,
    wasFound(notice) {
      const end = telling.endOf(notice);
      // One that was taken out while it ran may be found ended and then be put back.
      if (end === null || !register.isFound(end)) return false;
      return !register.isLearned(end) || register.isForgotten(end);
    },
  });
  const registering = createRegisteringLaw({
    court,
    service,
    isNoticeWritten: (key) => disk.noticeOf(key) !== null || telling.isWritten(key),
    isTold(end) {
      const { account, assetId } = end.asset;
      const reference = { workspace, projectId: firstProject, assetId };
      const isWanted = !register.isUnwanted(watchIdOf(account, reference)) && !register.isExcused(end);
      return telling.keysOf(end).size > 0 || !isWanted || service.isGone({ account, reference });
    },
    mayRest: (account) => timeline.now() < sending.restsUntil(account),
  });
  const sending = createSendingLaw(court, timeline.now);
  const following = createFollowingLaw({
    court,
    service,
    now: timeline.now,
    clock: laptop.now,
    endOf: telling.endOf,
    isLearned: register.isLearned,
    isCleared: register.isCleared,
    isUnwanted: register.isUnwanted,
    isTold: (end) => telling.keysOf(end).size > 0,
    writtenAt: disk.writtenAt,
  });
  const rhythm = createRhythmLaws({
    court,
    now: timeline.now,
    absences,
    isWritten: telling.isWritten,
    endOf: telling.endOf,
    wasRefused: telling.wasRefused,
  });
  function isQuiet(): boolean {
    // Whether banners may be shown again is heard of within a minute.
    if (desktop.isQuiet() || world.app.state()?.isSystemQuiet.value === true) return true;
    const { spans, letsFailuresPass } = settings.obeyed.quiet;
    return !letsFailuresPass && spans.some(({ from, until }) => from <= laptop.now() && laptop.now() < until);
  }

  const asking = createAskingLaws({
    court,
    now: timeline.now,
    clock: laptop.now,
    isQuiet,
    met,
    isWatched: (id) => world.app.state()?.watches.has(id) === true,
    isOpen: (id) => knowing.isOpen(world.app.state()?.watches.get(id)),
    countsAsGone(id) {
      const watch = world.app.state()?.watches.get(id);
      return watch !== undefined && knowing.statusOf(incarnationOf(watch)) === goneStatus;
    },
    // A list may say that an ended import has begun again.
    isFollowed: (account) =>
      [...(world.app.state()?.follows.values() ?? [])].some((one) => one.account === account),
    hasAnswers: (account, since) =>
      [...(world.app.state()?.watches.values() ?? [])].some(
        (watch) => watch.account === account && watch.known !== null && watch.known.receivedAt >= since,
      ),
  });
  const believing = createBelievingLaw({ court, awake: timeline.awake, faults: ownFaults.count });
  const muting = createMutingLaw({
    court,
    clock: laptop.now,
    awake: timeline.awake,
    isOpen: (watch) => knowing.isOpen(watch),
  });
  const holding = createHoldingLaw({
    court,
    clock: laptop.now,
    awake: timeline.awake,
    quiet: () => settings.obeyed.quiet,
    isMuted: muting.mayHold,
  });
  const clockSeen = createClockSeen(laptop.now, (byMs) => {
    // How long that took is not known to the app, whose alarms begin anew.
    timesSetBack += 1;
    muting.wentBack(byMs);
    asking.wentBack(byMs);
  });
  const desktop = createDesktop({
    timeline,
    chance,
    diesAt,
    leavesReceipts: plan.leavesReceipts,
    clock: laptop.now,
    leftReceipt: telling.leftReceipt,
    notShown: telling.notShown,
    appeared(notices, digest) {
      telling.appeared(notices);
      note(`${digest ? 'a digest' : 'a banner'} tells of ${notices.map(({ key }) => key).join(', ')}`);
    },
  });

  const handingOn = createHandingOnLaw({
    court,
    hooks: plan.hooks,
    makesHooks: plan.happenings.some(({ kind }) => kind === 'a hook'),
    isWritten: disk.hadDelivery,
    isNoticeWritten: telling.isWritten,
  });
  const receiver = createReceiver({
    ...{ timeline, chance: createChance(plan.seed, 'receiver'), diesAt },
    received(delivery, hook) {
      handingOn.received(delivery);
      note(`${hook.id} receives ${delivery.id}`);
    },
  });

  const world: World = {
    plan,
    timeline,
    chance,
    service,
    laptop,
    ownFaults,
    disk,
    desktop,
    receiver,
    settings,
    register,
    clockSeen,
    faultsMet,
    met,
    note,
    laws: {
      court,
      asking,
      knowing,
      telling,
      promptness,
      absences,
      rhythm,
      grouping,
      lateness,
      handingOn,
      muting,
      holding,
      registering,
      sending,
      showing,
      believing,
      following,
    },
    network: createNetwork({
      timeline,
      service,
      chance,
      met,
      listed(account, project, list, isStale) {
        haveListsLied ||= service.lists.lie === 'old metadata' || isStale;
        showing.made(followIdOf(account, workspace, project), list);
        const shown = new Set(list.filter((one) => one.projectId === project).map((one) => one.assetId));
        for (const { key, assetId, ...asset } of service.assets.values())
          if (key !== null && asset.account === account && !shown.has(assetId))
            promptness.notShown(watchIdOf(account, { workspace, projectId: project, assetId }));
      },
      took(asset) {
        const { takes, as } = plan.wishes.find(
          ({ key, account }) => key === asset.key && account === asset.account,
        )!;
        note(`the service takes ${asset.key} of ${asset.account} as ${asset.assetId}`);
        registering.took(asset);
        register.overwritten(asset, telling);
        // What would end later is still in progress when the story is over.
        if (timeline.now() + takes < plan.roughMs) timeline.inWorld(takes, () => world.endImport(asset, as));
      },
    }),
    get app() {
      return app;
    },
    get person() {
      return person;
    },
    setTrap(...set) {
      trap = set;
    },
    disarm() {
      trap = null;
      forLeaving.splice(0);
    },
    asFileLeaves: (run) => void forLeaving.push(run),
    fileLeaves: (file) => forLeaving.shift()?.(file),
    diesAt,
    endImport(asset, status) {
      if (asset.deleted || service.hasEnded(asset)) return;
      service.end(asset, status);
      note(`the import of ${asset.account}/${asset.assetId} ends: ${status}`);
    },
    keyOf: (account) => person.keyOf(account),
    heard(flight, outcome, told, verdict) {
      absences.heard(flight);
      following.heard(flight, outcome);
      if (outcome.kind === 'problem' && verdict !== null) {
        // The service lets through enough for all of them to be heard of in turn.
        if (told.isBeyondLimit !== true || verdict === 'own')
          promptness.met(flight, outcome.problem, verdict);
        absences.met(flight, outcome.problem, verdict === 'own');
      }
      note(`${flight.watch} (${flight.for}): ${lineOf(outcome)}`);
    },
    afterStep(state, changes) {
      asking.afterStep(state);
      believing.afterStep(state);
      knowing.afterStep(state, changes.watches);
      rhythm.afterStep(state, changes.notices);
      telling.afterStep(state, changes.notices);
      grouping.afterStep(
        state,
        changes.notices.flatMap((key) => state.notices.get(key) ?? []),
      );
      muting.afterStep(state);
      holding.afterStep(state);
      handingOn.afterStep(state, changes.notices);
      following.afterStep(state, changes);
      showing.afterStep(changes.watches.flatMap((id) => state.watches.get(id) ?? []));
      for (const key of changes.notices) {
        const notice = state.notices.get(key);
        if (notice !== undefined) registering.recorded(state, notice);
      }
      registering.noteDropped(state.wishes);
      for (const id of changes.wishes) {
        const wish = state.wishes.get(id);
        if (wish !== undefined) registering.afterStep(wish);
        if (wish !== undefined) person.hearOfWish(wish);
      }
      for (const id of changes.watches) {
        const watch = state.watches.get(id);
        const follow = watch && state.follows.get(projectOf(watch));
        if (watch === undefined) grouping.tidied(id);
        else {
          lateness.listed(incarnationOf(watch), watch.account);
          grouping.found(watch, follow?.projectName ?? null);
        }
      }
      checkBounds(state, court);
    },
    needsPerson: (account, problem) => person.mendLater(account, problem),
    isExpected: (error) =>
      ownFaults.isExpected(error) || (error instanceof Error && error.message === 'the notifier broke'),
  };
  const person = createPerson(world);
  const app = createApp(world, plan.accounts, settings);
  return world;
}

const settingsOf = (monitor: Settings['monitor']) => ({ monitor, obeyed: monitor });
function strainOf({ happenings }: Plan): PromptnessPorts['strain'] {
  if (happenings.some(({ kind }) => kind === 'the service limits')) return 'a limit';
  if (happenings.some(({ how }) => how === 'a slow answer')) return 'very slow answers';
  return happenings.some(({ kind }) => kind === 'the service is slow') ? 'slow answers' : 'none';
}

function lineOf(outcome: Reply): string {
  if (outcome.kind === 'problem') return `${outcome.problem.kind} ${outcome.problem.httpStatus ?? ''}`;
  if (outcome.kind === 'aborted') return 'called back';
  return outcome.for === 'status' ? outcome.value.status : 'told';
}
