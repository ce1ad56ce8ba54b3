import { schedule } from './asking.ts';
import { setBackDisturbances } from './disturbances.ts';
import type { MonitorEvent } from './event.ts';
import { setBack } from './follow/looks.ts';
import { doubtAges } from './learning/age.ts';
import type { Moment } from './moment.ts';
import type { Gathering, State } from './state.ts';

/** Smaller steps, as time servers make them, delay nothing that matters. */
const noticedMs = 1_000;
/** By how much an import may seem younger than it is. */
const doubtfulMs = 60_000;

/**
 * Moves every plan along when the clock was set back: a time that was seconds away would else be hours away, and nothing would be
 * asked, saved or told until then. A pause until a time of day ends at that time all the same.
 */
export function followClock(state: State, { kind, at }: MonitorEvent, moment: Moment): void {
  const back = state.newestAt - at;
  state.newestAt = at;
  if (back < noticedMs) return;
  if (back >= doubtfulMs) doubtAges(state, moment);
  for (const watch of state.watches.values()) {
    if (watch.dueAt !== null) schedule(state, watch, watch.dueAt - back);
    if (watch.missing !== null) watch.missing.since -= back;
  }
  for (const account of state.accounts.values()) {
    account.sendFrom -= back;
    setBackDisturbances(account, back);
    if (account.slowdown === null) continue;
    account.slowdown = {
      ...account.slowdown,
      since: account.slowdown.since - back,
      probeAt: account.slowdown.probeAt - back,
      notBefore: account.slowdown.notBefore - back,
    };
  }
  for (const [request, asking] of state.asking) {
    state.asking.set(request, { ...asking, since: asking.since - back });
  }
  for (const group of state.groups.values()) group.undoableUntil -= back;
  for (const follow of state.follows.values()) setBack(follow, back);
  const { machine, gathering, saveProblem } = state;
  if (state.pausedUntil !== null && state.pauseIsLength) {
    // Its own alarm came, which counts the time that passed and not that of the clock.
    const isOver = kind === 'tick' && state.wakeAt === state.pausedUntil;
    state.pausedUntil = isOver ? at : state.pausedUntil - back;
  }
  machine.askFrom -= back;
  machine.lenientUntil -= back;
  if (machine.doubtedAt !== null) machine.doubtedAt -= back;
  state.lastBannerAt -= back;
  if (gathering !== null) setGatheringBack(gathering, back);
  if (saveProblem !== null) state.saveProblem = { ...saveProblem, retryAt: saveProblem.retryAt - back };
}

function setGatheringBack(gathering: Gathering, back: number): void {
  gathering.flushAt -= back;
  gathering.since -= back;
  gathering.heardAt -= back;
  if (gathering.askableFrom !== null) gathering.askableFrom -= back;
}
