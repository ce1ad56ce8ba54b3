import type { State } from '../../../main/monitor/state.ts';
import type { Court } from './court.ts';

/** Banners on their way at once: each waits for a save or for the notifier. */
const bannersAtOnce = 50;
/** Ten thousand imports may end in one minute, and the inbox must have them all. */
export const mostNotices = 20_000;

/** Law 8, and that the app's own books agree with each other. */
export function checkBounds(state: State, court: Court): void {
  if (state.notices.size > mostNotices && settledOf(state) > mostNotices)
    court.breach(8, `the inbox has ${state.notices.size} notices`);
  if (state.banners.size > bannersAtOnce) court.breach(8, `${state.banners.size} banners are on their way`);
  if (state.asking.size > 4 * state.accounts.size + 4)
    court.breach(8, `${state.asking.size} requests are in flight`);
  let inFlight = 0;
  for (const account of state.accounts.values()) inFlight += account.inFlight;
  if (inFlight > state.asking.size) court.breach(8, 'requests in flight are counted wrongly');
}

/** Notices on their way stay, whatever their number. */
function settledOf(state: State): number {
  let settled = 0;
  for (const { fate } of state.notices.values())
    if (fate.kind !== 'recorded' && fate.kind !== 'showing') settled += 1;
  return settled;
}
