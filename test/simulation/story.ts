import { advance } from '../../main/monitor/advance.ts';
import type { Effect } from '../../main/monitor/effect.ts';
import type { MonitorEvent } from '../../main/monitor/event.ts';
import { createState, savedWatch, type SavedWatch } from '../../main/monitor/initial-state.ts';
import type { Notice, NoticeKey } from '../../main/monitor/notice.ts';
import { problemKinds, problemRules, type Problem, type ProblemKind } from '../../main/monitor/problem.ts';
import type { State } from '../../main/monitor/state.ts';
import { noChanges } from './disk.ts';
import { seeded } from './random.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

interface SimulatedImport {
  readonly assetId: number;
  readonly endsAt: number;
  readonly as: string;
}

/** What the person saw: each banner with the notices it told of. */
export interface SeenBanner {
  readonly at: number;
  readonly notices: readonly NoticeKey[];
  readonly digest: boolean;
}

const minute = 60_000;
const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
const endings = ['COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'];
/** Trouble that passes by itself; what stops an account is mended by the person in `mend`. */
const passing = problemKinds.filter((kind) => problemRules[kind].then === 'slow');

/**
 * One seed's story in virtual time: a service with scripted imports, a network, a disk, a notifier, a laptop that sleeps, and a
 * process that can die between any two steps. Rough for `roughMs`, then calm until everything has come to rest.
 */
export function tellStory(seed: number, { imports = 12, roughMs = 40 * minute } = {}) {
  const random = seeded(seed);
  const between = (least: number, most: number) => least + random() * (most - least);
  const chance = (probability: number) => random() < probability;
  const world: SimulatedImport[] = Array.from({ length: imports }, (_, index) => ({
    assetId: index + 1,
    endsAt: between(-minute, roughMs * 1.2),
    as: endings[Math.floor(random() * endings.length)]!,
  }));

  const disk = { watches: new Map<string, SavedWatch>(), notices: new Map<NoticeKey, Notice>() };
  let unsaved = noChanges();
  const seen: SeenBanner[] = [];
  const violations: string[] = [];
  let now = 1_000_000;
  let rough = false;
  let trouble: ProblemKind | null = null;
  let life = 0;
  let crashes = 0;
  let steps = 0;
  let [waitUntil, lastStep] = [0, { at: 0, count: 0 }];
  const queue: { at: number; order: number; run: () => void }[] = [];
  let order = 0;
  let state = start();

  function later(delayMs: number, run: () => void): void {
    const bornIn = life;
    // What a process has set going dies with it.
    queue.push({ at: now + delayMs, order: order++, run: () => (bornIn === life ? run() : undefined) });
  }

  function start(): State {
    return createState({
      at: now,
      seed: seed + life,
      settings,
      watches: structuredClone([...disk.watches.values()]),
      notices: structuredClone([...disk.notices.values()]),
      pausedUntil: null,
    });
  }

  function dispatch(event: WithoutTime<MonitorEvent>): void {
    steps += 1;
    lastStep = { at: now, count: lastStep.at === now ? lastStep.count + 1 : 1 };
    if (lastStep.count > 500) throw new Error(`seed ${seed}: the monitor turns in circles at ${now}`);
    for (const effect of advance(state, { ...event, at: now } as MonitorEvent)) perform(effect);
    checkLaws();
  }

  function perform(effect: Effect): void {
    switch (effect.kind) {
      case 'ask':
        if (state.accounts.get(effect.account)?.stopped)
          violations.push('a request while the account is stopped');
        if (now < waitUntil) violations.push('a request before Retry-After');
        return later(between(20, rough && chance(0.05) ? 20_000 : 400), () => answer(effect));
      case 'learn-name':
        return later(50, () => dispatch({ kind: 'not-named', watch: effect.watch, request: effect.request }));
      case 'save':
        return save(effect);
      case 'show':
        return show(effect);
      case 'wake':
        return effect.at === null ? undefined : later(effect.at - now, () => dispatch({ kind: 'tick' }));
      case 'tell-problem':
        return later(between(minute, 3 * minute), mend);
      case 'abort':
      case 'watches-changed':
      case 'notices-changed':
    }
  }

  function answer({ watch, request, reference }: Extract<Effect, { kind: 'ask' }>): void {
    if (!state.asking.has(request)) return;
    if (state.machine.suspended) violations.push('an answer was taken while suspended');
    const kind =
      trouble ?? (rough && chance(0.02) ? problemKinds[Math.floor(random() * problemKinds.length)]! : null);
    if (kind !== null) {
      const problem = problemOf(kind);
      dispatch({ kind: 'problem', watch, request, problem });
      if (problem.retryAfterMs !== null && !state.accounts.get('a1')?.stopped)
        waitUntil = now + problem.retryAfterMs;
      return;
    }
    const imported = world[reference.assetId - 1]!;
    const status = now - 1_000_000 >= imported.endsAt ? imported.as : 'IN_PROGRESS';
    const said = rough && chance(0.01) ? 'TRANSCODING' : status;
    const content = { assetId: reference.assetId, status: said, text: null, metaData: null, receivedAt: now };
    dispatch({ kind: 'answered', watch, request, answer: content });
  }

  /** One write at a time, like the real one: what could not be written goes with the next. */
  function save({ revision, watches, notices }: Extract<Effect, { kind: 'save' }>): void {
    for (const id of watches) unsaved.watches.add(id);
    for (const key of notices) unsaved.notices.add(key);
    unsaved.revision = revision;
    if (!unsaved.writing) write();
  }

  function write(): void {
    const { revision } = unsaved;
    const keys = { watches: [...unsaved.watches], notices: [...unsaved.notices] };
    const content = structuredClone({
      watches: keys.watches.flatMap((id) => state.watches.get(id) ?? []).map(savedWatch),
      notices: keys.notices.flatMap((key) => state.notices.get(key) ?? []),
    });
    unsaved = { ...noChanges(), revision, writing: true };
    const fails = rough && chance(0.05);
    later(between(1, fails ? 1_000 : 30), () => {
      unsaved.writing = false;
      if (fails) {
        for (const id of keys.watches) unsaved.watches.add(id);
        for (const key of keys.notices) unsaved.notices.add(key);
        return dispatch({ kind: 'save-failed', revision, reason: 'disk full' });
      }
      for (const id of keys.watches) disk.watches.delete(id);
      for (const watch of content.watches) disk.watches.set(watch.id, watch);
      for (const notice of content.notices) disk.notices.set(notice.key, notice);
      dispatch({ kind: 'saved', revision });
      if (unsaved.revision > revision && !unsaved.writing) write();
    });
  }

  function show({ banner, notices, digest }: Extract<Effect, { kind: 'show' }>): void {
    const keys = notices.map((notice) => notice.key);
    for (const key of keys) {
      if (disk.notices.get(key)?.fate.kind !== 'showing')
        violations.push(`${key} shown before it was saved as showing`);
    }
    later(between(5, 500), () => {
      if (rough && chance(0.1)) return dispatch({ kind: 'not-shown', banner, reasons: [] });
      seen.push({ at: now, notices: keys, digest });
      later(between(0, 300), () => dispatch({ kind: 'shown', banner, by: 'node-notifier' }));
    });
  }

  function problemOf(kind: ProblemKind): Problem {
    return {
      kind,
      httpStatus: null,
      code: null,
      message: null,
      field: null,
      traceId: null,
      retryAfterMs: kind === 'rate-limit' && chance(0.5) ? 30_000 : null,
      clockOffsetMs: null,
      at: now,
    };
  }

  function mend(): void {
    waitUntil = 0;
    dispatch({ kind: 'account-ready', account: 'a1' });
  }

  function checkLaws(): void {
    const inFlight = [...state.asking.values()].filter((asking) => asking.for === 'status');
    if (new Set(inFlight.map((asking) => asking.watch)).size !== inFlight.length)
      violations.push('two requests for one watch');
    if (state.asking.size > 4) violations.push('more than four requests at once');
    const mayNotAsk = state.machine.suspended || !state.machine.online || state.pausedUntil !== null;
    if (mayNotAsk && state.asking.size > 0) violations.push('a request while suspended, offline or paused');
    if (state.accounts.get('a1')?.inFlight !== state.asking.size && state.accounts.has('a1'))
      violations.push('in-flight count is off');
  }

  function disturb(): void {
    if (!rough) return;
    later(between(5_000, 4 * minute), disturb);
    const what = Math.floor(random() * 7);
    if (what === 0) sleep();
    else if (what === 1) goOffline();
    else if (what === 2) beInTrouble();
    else if (what === 3) crash();
    else if (what === 4) pause();
    else if (what === 5) lookNow();
    else removeAndUndo();
  }

  function sleep(): void {
    dispatch({ kind: 'suspended' });
    later(between(1_000, 10 * minute), () => {
      dispatch({ kind: 'resumed' });
      if (chance(0.3)) dispatch({ kind: 'resumed' });
    });
  }

  function goOffline(): void {
    dispatch({ kind: 'offline' });
    later(between(1_000, 5 * minute), () => dispatch({ kind: 'online' }));
  }

  function beInTrouble(): void {
    trouble = passing[Math.floor(random() * passing.length)]!;
    later(between(1_000, 5 * minute), () => {
      trouble = null;
    });
  }

  function pause(): void {
    dispatch({ kind: 'paused', until: now + between(1_000, 3 * minute) });
  }

  /** The person may ask before `Retry-After` is over. */
  function lookNow(): void {
    waitUntil = 0;
    dispatch({ kind: 'check-now', watches: 'all' });
  }

  /** At once: a crash in between would truly end the watch. */
  function removeAndUndo(): void {
    const watches = [...state.watches.values()].filter(() => chance(0.3)).map((watch) => ({ ...watch }));
    dispatch({ kind: 'removed', watches: watches.map((watch) => watch.id) });
    dispatch({ kind: 'put-back', watches });
  }

  function crash(): void {
    life += 1;
    waitUntil = 0;
    crashes += 1;
    trouble = null;
    unsaved = noChanges();
    now += between(0, 5 * minute);
    state = start();
    dispatch({ kind: 'account-ready', account: 'a1' });
    later(1_000, disturb);
  }

  function runUntil(end: number): void {
    while (queue.length > 0) {
      queue.sort((one, other) => one.at - other.at || one.order - other.order);
      if (queue[0]!.at > end) break;
      const next = queue.shift()!;
      now = Math.max(now, next.at);
      next.run();
    }
    now = end;
  }

  dispatch({ kind: 'account-ready', account: 'a1' });
  dispatch({
    kind: 'added',
    watches: world.map(({ assetId }) => ({
      account: 'a1',
      reference: { workspace: 'sim', projectId: 1, assetId },
      label: null,
      fileName: null,
    })),
  });
  // The first look at each asset comes before the trouble: an import that ends unseen before it is a baseline.
  runUntil(now + 10_000);
  rough = true;
  later(5_000, disturb);
  runUntil(now + roughMs);
  rough = false;
  trouble = null;
  if (state.machine.suspended) dispatch({ kind: 'resumed' });
  if (!state.machine.online) dispatch({ kind: 'online' });
  dispatch({ kind: 'unpaused' });
  mend();
  runUntil(now + 60 * minute);

  return { state, world, seen, violations, crashes, steps, disk };
}
