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
/** About three days of them: a server may be down over a weekend. */
const mostFailures = 80;

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
};

/**
 * Sends off what is due and on disk, one delivery a hook, the oldest first. To be called after `saveChanges`, since it changes nothing that
 * is saved: a try that a crash cuts off is made again.
 */
export function deliver(state: HooksState, step: Step): void {
  for (const { delivery, afterSave } of [...state.unsaved.values()])
    if (afterSave <= state.savedRevision.value) state.unsaved.remove(delivery);
  for (const line of [...state.lines.values()]) {
    const delivery = nextOf(state, line);
    if (delivery === null || line.restsUntil > step.at || state.unsaved.has(delivery.id)) continue;
    state.lines.patch(line.hook, { running: delivery.id });
    step.effects.push({ kind: 'deliver', delivery, hook: state.hooks.get(line.hook)! });
  }
}

/** When the next rest of a hook ends that has something to hand on, steady ms. */
export function nextDeliveryTime(state: Readable<HooksState>): number | null {
  const resting = [...state.lines.values()].filter((line) => {
    const delivery = nextOf(state, line);
    return delivery !== null && !state.unsaved.has(delivery.id);
  });
  return earliest(resting.map(({ restsUntil }) => restsUntil));
}

function nextOf(state: Readable<HooksState>, { hook, running }: Line): Delivery | null {
  if (running !== null) return null;
  // Without a network each try would fail, and a long journey would use them up; a program needs none.
  if (state.hooks.get(hook)?.target.kind === 'webhook' && !isOnline(state.machine.value)) return null;
  const [oldest] = state.shelves.of(`waiting ${hook}`);
  return oldest === undefined ? null : (state.deliveries.get(oldest) ?? null);
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
  const failures = fault !== null && mayMend[fault] ? (line?.failures ?? 0) + 1 : 0;
  const restMs = Math.max(
    withJitter(state, backOff(firstRestMs, failures, longestRestMs)),
    retryAfterMs ?? 0,
  );
  const restsUntil = failures === 0 ? 0 : step.at + restMs;
  if (line !== undefined) state.lines.patch(line.hook, { running: null, failures, restsUntil, last: id });
  if (delivery?.fate.kind !== 'waiting') return;
  const goesOn = failures > 0 && failures < mostFailures;
  const fate: DeliveryFate = goesOn
    ? { kind: 'waiting', nextAt: clockAt(state, restsUntil) }
    : { kind: fault === null ? 'done' : 'given-up' };
  const last = { ...result, at: step.clock };
  state.deliveries.patch(id, { tries: delivery.tries + 1, fate, last });
}

/** The network is there again, or the machine: what failed without it need not rest any longer. */
export function stopResting({ lines }: HooksState): void {
  for (const { hook } of [...lines.values()]) lines.patch(hook, { restsUntil: 0 });
}

/** The person made a hook, or changed it: what waits is tried at once. */
export function hookKept(state: HooksState, { hook }: EventOf<'hook-kept'>): void {
  putHook(state, hook);
  state.lines.patch(hook.id, { failures: 0, restsUntil: 0 });
}

export function putHook(state: HooksState, hook: Hook): void {
  state.hooks.put(hook);
  if (!state.lines.has(hook.id)) state.lines.put(freshLine(hook.id));
}

/** What waits for it has nowhere to go any more. */
export function hookRemoved(state: HooksState, { hook }: EventOf<'hook-removed'>): void {
  for (const id of [...state.shelves.of(`waiting ${hook}`)])
    state.deliveries.patch(id, { fate: { kind: 'given-up' } });
  state.hooks.remove(hook);
  state.lines.remove(hook);
}
