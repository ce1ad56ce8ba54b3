import { createClient } from '../../main/mi/client.ts';
import { watchIdOf } from '../../main/model/asset.ts';
import { followIdOf } from '../../main/model/follow.ts';
import type { Notice } from '../../main/model/notice.ts';
import type { MonitorSettings } from '../../main/model/monitor-settings.ts';
import type { Effect } from '../../main/monitor/kernel/effects.ts';
import type { Ask, Happening, HappeningKind, MonitorEvent, Reply } from '../../main/monitor/kernel/events.ts';
import { advance } from '../../main/monitor/monitor.ts';
import { createState, type State } from '../../main/monitor/state.ts';
import { pausedUntil as endOfPause } from '../../main/monitor/view/health.ts';
import { askClient } from '../../main/runner/ask-client.ts';
import { createRunner, type Runner, type RunnerPorts } from '../../main/runner/runner.ts';
import { createHearing } from './hearing.ts';
import type { Flight } from './laws/account-record.ts';
import { keyOf } from './service.ts';
import type { World } from './world.ts';

/** What outlives a process beside the watchlist: the settings store. */
export interface Settings {
  monitor: MonitorSettings;
  /** What the present process has heard of it. */
  obeyed: MonitorSettings;
  pausedUntil: number | null;
}

export type App = ReturnType<typeof createApp>;

/** What came over the wire is heard as its step begins, and not where that breaks off. */
interface Hearing {
  readonly hear: () => void;
  readonly lose: () => void;
}

/** The app's process: the real runner, saver, monitor and client, from start to death, again and again. */
export function createApp(world: World, accounts: readonly string[], settings: Settings) {
  let life = 0;
  let runner: Runner | null = null;
  let isLeaving = false;
  let [steps, requests, deaths] = [0, 0, 0];
  let startsAt = 0;
  /** The newest banner met a system that keeps quiet, and has not said otherwise since. */
  let isQuietTried = false;
  let hearings = new Map<Reply, Hearing>();
  /** What the present dispatch has brought about. */
  let taken: HappeningKind[] = [];
  /** What is so as soon as an event is taken. */
  const consequences = new Map<Happening['kind'], () => void>();

  function start(): void {
    life += 1;
    isLeaving = false;
    const mine = life;
    const { laptop, disk, desktop, laws } = world;
    const isAlive = () => mine === life;
    const saved = disk.load();
    const { watches, notices, wishes } = saved;
    laws.asking.started(settings.pausedUntil);
    laws.knowing.started(watches);
    laws.promptness.started(watches);
    laws.showing.started();
    laws.believing.started();
    laws.following.started(saved);
    world.register.started(watches, laws.telling);
    laws.telling.started(notices);
    laws.rhythm.started(notices);
    laws.lateness.started();
    laws.grouping.started(saved);
    for (const watch of watches) laws.grouping.found(watch, null);
    world.clockSeen.started();
    laws.muting.started(saved);
    laws.holding.started();
    laws.handingOn.started(saved);
    laws.registering.started(wishes);
    laws.sending.mayComeEarly();
    laws.absences.started(settings.pausedUntil);
    settings.obeyed = settings.monitor;
    const { monitor, pausedUntil } = settings;
    const beginning = { at: laptop.now(), seed: world.plan.seed + life, settings: monitor, pausedUntil };
    const state = createState({ ...beginning, ...saved, receipts: desktop.receipts() });
    if (world.plan.happenings.some(({ kind }) => kind === 'a step breaks off'))
      world.ownFaults.settleIn(state);
    hearings = new Map();
    consequences.clear();
    runner = createRunner(state, portsOf(isAlive), takeStep);
    world.note(`the app starts with ${watches.length} watches`);
    for (const wish of wishes) world.person.hearOfWish(wish);
    if (!laptop.isOnline()) dispatch({ kind: 'offline' });
    if (laptop.scarce().length > 0) dispatch({ kind: 'scarce', scarce: laptop.scarce() });
    for (const account of accounts) {
      const isLocked = world.chance.happens(0.05);
      const unlockMs = isLocked ? world.chance.between(1_000, 60_000) : world.chance.between(10, 300);
      world.timeline.inLaptop(unlockMs, () => {
        if (!isAlive()) return;
        laws.promptness.disturbed();
        dispatch({ kind: 'account-ready', account, keptAt: world.person.keptAtOf(account) });
      });
    }
  }

  /** What breaks off is done again by the person, who is told so. `asTaken`: what is so from then on. */
  function dispatch(event: Happening, asTaken?: () => void): void {
    world.laws.believing.told(event);
    if (asTaken !== undefined) consequences.set(event.kind, asTaken);
    for (let isDone = false; runner !== null && !isDone;) {
      taken = [];
      const faults = world.ownFaults.count();
      const isSaidDone = runner.dispatch(event);
      isDone = taken.includes(event.kind);
      if (isSaidDone !== isDone)
        world.laws.court.breach(
          0,
          `${event.kind} is said to be ${isSaidDone ? '' : 'not '}done, and is not so`,
        );
      if (world.ownFaults.count() === faults || reportedOnce.has(event.kind)) return;
    }
  }

  function takeStep(state: State, event: MonitorEvent): readonly Effect[] {
    const { laws } = world;
    if (world.ownFaults.strikes(event)) {
      world.note(`the step of ${event.kind} breaks off`);
      laws.promptness.disturbed();
      if (event.kind === 'replied') hearings.get(event.reply)?.lose();
      if (event.kind === 'step-failed') restAfter(event.of);
    } else {
      world.clockSeen.look();
      hearOf(event);
    }
    return advance(state, event);
  }

  /** Not even the failure of the step could be taken: of a banner that the system kept back nothing is known either. */
  function restAfter(lost: Happening): void {
    for (const law of [world.laws.muting, world.laws.holding]) law.rests();
    if (['told', 'problem-not-told'].includes(lost.kind)) world.laws.holding.setSystemQuiet(false);
  }

  function hearOf(event: Happening): void {
    if (event.kind === 'step-failed') {
      world.laws.asking.rests();
      if (reportedOnce.has(event.of.kind)) hearOf(event.of);
      return;
    }
    taken.push(event.kind);
    consequences.get(event.kind)?.();
    consequences.delete(event.kind);
    if (event.kind === 'replied') hearings.get(event.reply)?.hear();
    world.laws.asking.told(event);
    world.laws.absences.told(event);
    if (['wished', 'wishes-answered', 'account-ready'].includes(event.kind))
      world.laws.sending.mayComeEarly();
    world.laws.following.told(event);
    if (event.kind === 'delivered') world.laws.handingOn.over(event.delivery);
    if (event.kind === 'disturbable') {
      isQuietTried = false;
      world.laws.holding.setSystemQuiet(false);
    }
    // Heard late, where not even the failure of its step could be taken at first.
    if (event.kind === 'told' && event.outcome.kind === 'not-now' && isQuietTried)
      world.laws.holding.setSystemQuiet(true);
  }

  function portsOf(isAlive: () => boolean): RunnerPorts {
    const { laptop, timeline, laws, disk, desktop, network } = world;
    const heard = createHearing(world, () => runner?.state ?? null);
    const clients = new Map(
      accounts.map((account) => [
        account,
        createClient({
          fetch: network.fetchFor(account, isAlive),
          now: laptop.now,
          credentials: () => ({ accessKey: keyOf(world.keyOf(account)), secretKey: 'secret' }),
          apiUrl: 'http://simulated.invalid',
          startTimeout: network.timeouts.start,
        }),
      ]),
    );
    function purposeOf(wanted: Ask): Flight['for'] {
      if (wanted.for === 'details') return 'name';
      if (wanted.for !== 'status') return wanted.for;
      const isWatched = runner?.state.watches.has(watchIdOf(wanted.account, wanted.reference));
      return isWatched ? 'status' : 'newcomer';
    }

    /** Each wish is asked for by itself, also where it is for the same file as another. */
    function wishOf({ account, key }: Extract<Ask, { for: 'registration' }>): string {
      const wishes = [...(runner?.state.wishes.values() ?? [])];
      const sent = wishes.find(
        (one) => one.account === account && one.key === key && one.state.kind === 'sent',
      );
      return `${sent?.id} ${key}`;
    }

    async function ask(wanted: Ask, signal: AbortSignal): Promise<Reply> {
      const never = new Promise<never>(() => {});
      world.ownFaults.meetPort('ask', () => {
        if (wanted.for !== 'status') return;
        const watch = watchIdOf(wanted.account, wanted.reference);
        laws.asking.failed(watch);
        laws.absences.lost(watch);
      });
      if (!isAlive() || world.diesAt('before-request')) return never;
      requests += 1;
      const { account } = wanted;
      const purpose = purposeOf(wanted);
      const reference = 'reference' in wanted ? wanted.reference : { ...wanted, assetId: 0 };
      const flight: Flight = {
        account,
        watch: wanted.for === 'registration' ? wishOf(wanted) : watchIdOf(account, reference),
        project: followIdOf(account, reference.workspace, reference.projectId),
        for: purpose,
        sentAt: timeline.now(),
      };
      laws.asking.asked(flight, signal);
      laws.sending.asked(flight);
      if (wanted.for === 'registration') world.fileLeaves(wanted);
      const askedAt = laptop.now();
      laws.following.asked(flight);
      if (purpose === 'page') laws.showing.asked(flight.project, askedAt);
      const reply = await askClient(clients.get(account)!, wanted, signal);
      const told = network.told();
      if (!isAlive() || world.diesAt('after-answer')) return never;
      if (signal.aborted) {
        if (reply.kind === 'answer') world.met('an answer to a request that was called back');
        return reply;
      }
      const hasJumped = Math.abs(laptop.now() - askedAt - (timeline.now() - flight.sentAt)) > 1;
      hearings.set(reply, {
        hear: () => heard(wanted, flight, reply, told, hasJumped),
        lose() {
          laws.asking.lost(flight);
          if (purpose === 'status') laws.absences.lost(flight.watch);
        },
      });
      return reply;
    }

    /** Law 9: nothing disturbs in quiet hours but what may. */
    function checkQuiet(notices: readonly Readonly<Notice>[]): void {
      for (const notice of notices)
        if (laws.holding.isQuiet(notice)) laws.court.breach(9, `${notice.key} came in quiet hours`);
    }

    return {
      now: laptop.now,
      setTimer: (at, run) => laptop.setTimer(at, () => void (isAlive() && run())),
      ask,
      save(changes) {
        world.ownFaults.meetPort('save');
        return isAlive() ? disk.save(changes, isAlive) : new Promise(() => {});
      },
      show(notices, digest, receipt) {
        if (!isAlive()) return new Promise(() => {});
        world.clockSeen.look();
        checkQuiet(notices);
        laws.muting.shown(runner!.state, notices);
        laws.rhythm.handedOver(notices, digest);
        laws.telling.handedOver(runner!.state, notices, digest);
        world.ownFaults.meetPort('show', () => laws.telling.notShown(notices, true));
        isQuietTried = desktop.isQuiet();
        if (isQuietTried) laws.holding.setSystemQuiet(true);
        return desktop.show(notices, digest, receipt, isAlive);
      },
      async deliver(delivery, hook) {
        if (!isAlive()) return new Promise(() => {});
        world.ownFaults.meetPort('deliver');
        laws.handingOn.sent(delivery.id, hook, life);
        return world.receiver.deliver(delivery, hook, isAlive);
      },
      close: () => undefined,
      tellProblem(account, problem) {
        if (!isAlive()) return new Promise(() => {});
        world.ownFaults.meetPort('tellProblem', () => laws.asking.untold(account));
        if (desktop.isQuiet()) {
          laws.holding.setSystemQuiet(true);
          return Promise.resolve('not-now');
        }
        laws.asking.toldProblem(account);
        world.needsPerson(account, problem);
        return Promise.resolve('told');
      },
      changed(changes) {
        if (!isAlive()) return;
        steps += 1;
        // As the shell remembers it, where a pause of some length ends at another time of a clock that was set back.
        settings.pausedUntil = endOfPause(runner!.state) ?? settings.pausedUntil;
        laws.lateness.stepped();
        world.afterStep(runner!.state, changes);
        world.ownFaults.meetPort('changed');
      },
      wentWrong: (error) => {
        if (isAlive() && !world.isExpected(error)) laws.court.breach(0, String(error));
      },
    };
  }

  return {
    start,
    dispatch,
    state: () => runner?.state ?? null,
    /** Whether the person can do anything in it: a quit closes its windows first of all. */
    isOpen: () => runner !== null && !isLeaving,
    /** Counts the processes. */
    life: () => life,
    steps: () => steps,
    requests: () => requests,
    deaths: () => deaths,
    /** When the present process was started, or the next one will be; true time, ms. */
    startsAt: () => startsAt,
    /** Ends between two steps, without a word; `start` comes after `downMs`. */
    die(downMs: number): void {
      if (runner === null) return;
      life += 1;
      deaths += 1;
      runner = null;
      world.laws.absences.died();
      world.note('the app dies');
      startAfter(downMs);
    },
    /** The person ends it; what was not saved is saved first. */
    quit(downMs: number): void {
      const leaving = runner;
      if (leaving === null) return;
      isLeaving = true;
      world.note('the person quits the app');
      const hindrances = () => world.disk.failures() + world.ownFaults.count();
      const before = hindrances();
      void leaving.stop().then(() => {
        if (runner !== leaving) return;
        if (hindrances() === before) checkWritten(leaving.state);
        life += 1;
        runner = null;
        world.laws.absences.died();
        startAfter(downMs);
      });
    },
  };

  /** Whoever quits the app in order finds all of the list again. */
  function checkWritten({ watches }: Runner['state']): void {
    const { disk, laws } = world;
    for (const id of watches.keys())
      if (!disk.hasWatch(id))
        laws.court.breach(1, `${id} was in the list at the quit, and is not on the disk`);
    for (const id of disk.watchIds())
      if (!watches.has(id)) laws.court.breach(1, `${id} had left the list at the quit, and is on the disk`);
  }

  function startAfter(downMs: number): void {
    startsAt = world.timeline.now() + downMs;
    world.timeline.inWorld(downMs, () => {
      if (runner === null) whenAwake(start);
    });
  }

  function whenAwake(run: () => void): void {
    world.timeline.inLaptop(0, run);
  }
}

/** What the app's shell, unlike the person, reports a single time. */
const reportedOnce: ReadonlySet<HappeningKind> = new Set([
  ...(['account-ready', 'account-not-ready', 'account-removed', 'leaving', 'suspended', 'resumed'] as const),
  ...(['offline', 'online', 'scarce', 'settings-changed', 'saved', 'save-failed'] as const),
  ...(['problem-not-told', 'disturbable', 'told', 'delivered', 'wishes-dropped'] as const),
]);
