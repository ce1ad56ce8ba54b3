import type { Delivery, DeliveryFault, DeliveryFate, Hook } from '../../model/hook.ts';
import { backOff, withJitter, type ChanceState } from '../kernel/chance.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { clockAt, earliest } from '../kernel/time.ts';
import { isOnline } from '../machine/machine.ts';
import { freshLine, type HooksState, type Line } from './hooks.ts';

/** The first rest after a failure; each further one is twice as long. */
const firstRestMs = 10_000;
const longestRestMs = 3_600_000;
/** A server may be down over a weekend. */
const patienceMs = 3 * 24 * 3_600_000;
/** Also after that time: the computer may have been off for most of it, or many deliveries shared the tries. */
const fewestTries = 10;

/** A program may have done half of its work, and a receiver that refuses would refuse again; only these may come to another end. */
const mayMend: Readonly<Record<DeliveryFault, boolean>> = {
  'program-failed': false,
  'program-too-long': false,
  'program-not-started': false,
  refused: false,
  busy: true,
  redirected: true,
  'not-trusted': true,
  'no-answer': true,
  locked: true,
  'not-agreed': true,
};

/**
 * Sends off what is due and on disk, one delivery a hook: of those that are due the one that was tried least, then the oldest, so that one
 * which never succeeds holds up no other. To be called after `saveChanges`, since it changes nothing that is saved: a try that a crash cuts
 * off is made again.
 */
export function deliver(state: HooksState, step: Step): void {
  for (const { delivery, afterSave } of [...state.unsaved.values()])
    if (afterSave <= state.savedRevision.value) state.unsaved.remove(delivery);
  for (const line of [...state.lines.values()]) {
    // Thousands may wait for a receiver that is down, and each step comes here.
    if (line.restsUntil > step.at) continue;
    const due = mayGo(state, line).filter((delivery) => dueAt(state, line, delivery) <= step.at);
    const [delivery] = due.toSorted((one, other) => one.tries - other.tries);
    if (delivery === undefined) continue;
    state.lines.patch(line.hook, { running: delivery.id });
    step.effects.push({ kind: 'deliver', delivery, hook: state.hooks.get(line.hook)! });
  }
}

/** When the next rest ends of something that is to be handed on, steady ms. */
export function nextDeliveryTime(state: Readable<HooksState>): number | null {
  const times = [...state.lines.values()].flatMap((line) =>
    mayGo(state, line).map((delivery) => dueAt(state, line, delivery)),
  );
  return earliest(times);
}

/** What a line tries next, and when, steady ms. Null while it tries something, and where nothing waits or may go. */
export function nextInLine(
  state: Readable<HooksState>,
  line: Line,
): { readonly delivery: Delivery; readonly at: number } | null {
  let next: ReturnType<typeof nextInLine> = null;
  for (const delivery of mayGo(state, line)) {
    const at = dueAt(state, line, delivery);
    const isEarlier =
      next === null || at < next.at || (at === next.at && delivery.tries < next.delivery.tries);
    if (isEarlier) next = { delivery, at };
  }
  return next;
}

/** The oldest that was never tried, or where there is none all that failed: among those the one that is due first need not be the oldest. */
function mayGo(state: Readable<HooksState>, { hook, running }: Line): readonly Delivery[] {
  if (running !== null) return [];
  // Without a network each try would fail, and a long journey would use them up; a program needs none.
  if (state.hooks.get(hook)?.target.kind === 'webhook' && !isOnline(state.machine.value)) return [];
  const [oldest] = state.shelves.of(`new ${hook}`);
  const isOnDisk = oldest !== undefined && !state.unsaved.has(oldest);
  return [...(isOnDisk ? [oldest] : state.shelves.of(`failed ${hook}`))].map((id) =>
    state.deliveries.get(id)!,
  );
}

function dueAt({ rests }: Readable<HooksState>, { restsUntil }: Line, { id }: Delivery): number {
  return Math.max(restsUntil, rests.get(id)?.until ?? 0);
}

/** What came of a try. */
export function delivered(
  state: HooksState & ChanceState,
  { delivery: id, result, retryAfterMs }: EventOf<'delivered'>,
  step: Step,
): void {
  const delivery = state.deliveries.get(id);
  const line = [...state.lines.values()].find(({ running }) => running === id);
  const { fault } = result;
  const failed = fault !== null && mayMend[fault];
  if (delivery?.fate.kind === 'waiting') {
    const tries = delivery.tries + 1;
    const isOver = !failed || (tries >= fewestTries && step.clock - delivery.at >= patienceMs);
    const until = step.at + restMs(state, tries, retryAfterMs);
    const fate: DeliveryFate = isOver
      ? { kind: fault === null ? 'done' : 'given-up' }
      : { kind: 'waiting', nextAt: clockAt(state, until) };
    state.deliveries.patch(id, { tries, fate, last: { ...result, at: step.clock } });
    if (isOver) state.rests.remove(id);
    else state.rests.put({ delivery: id, until });
  }
  if (line === undefined) return;
  const failures = failed ? line.failures + 1 : 0;
  // One that fails again and again says no more of its receiver than once.
  const ofDifferent = Math.max(1, Math.min(failures, state.shelves.of(`failed ${line.hook}`).size));
  const restsUntil = failed ? step.at + restMs(state, ofDifferent, retryAfterMs) : 0;
  state.lines.patch(line.hook, { running: null, failures, restsUntil, last: id });
}

function restMs(state: ChanceState, failures: number, retryAfterMs: number | null): number {
  return Math.max(withJitter(state, backOff(firstRestMs, failures, longestRestMs)), retryAfterMs ?? 0);
}

/** The network is there again, or the machine: what failed without it need not rest any longer. */
export function stopResting({ lines, rests }: HooksState): void {
  for (const { hook } of [...lines.values()]) lines.patch(hook, { restsUntil: 0 });
  for (const { delivery } of [...rests.values()]) rests.remove(delivery);
}

/** The person made a hook, or changed it: what waits is tried at once. */
export function hookKept(state: HooksState, { hook }: EventOf<'hook-kept'>): void {
  putHook(state, hook);
  state.lines.patch(hook.id, { failures: 0, restsUntil: 0 });
  for (const id of state.shelves.of(`failed ${hook.id}`)) state.rests.remove(id);
}

export function putHook(state: HooksState, hook: Hook): void {
  state.hooks.put(hook);
  if (!state.lines.has(hook.id)) state.lines.put(freshLine(hook.id));
}

/** What waits for it has nowhere to go any more. */
export function hookRemoved(state: HooksState, { hook }: EventOf<'hook-removed'>): void {
  for (const id of [...state.shelves.of(`new ${hook}`), ...state.shelves.of(`failed ${hook}`)]) {
    state.deliveries.patch(id, { fate: { kind: 'given-up' } });
    state.rests.remove(id);
  }
  state.hooks.remove(hook);
  state.lines.remove(hook);
}
