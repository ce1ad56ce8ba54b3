import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Court } from './court.ts';

const mostAccounts = 3;
/** Banners on their way at once: each waits for a save or for the notifier. */
const bannersAtOnce = 50;
/** Ten thousand imports may end in one minute, and the inbox must have them all. */
export const mostNotices = 20_000;
export const mostWatches = 20_000;
export const mostOutcomes = 1_000;

/** Law 8, and that the app's own books agree with each other. */
export function checkBounds(state: MonitorView, court: Court): void {
  if (state.notices.size > mostNotices && settledOf(state) > mostNotices)
    court.breach(8, `the inbox has ${state.notices.size} notices`);
  if (state.watches.size > mostWatches) court.breach(8, `the list has ${state.watches.size} imports`);
  if (state.deliveries.size > mostNotices) court.breach(8, `${state.deliveries.size} deliveries are kept`);
  if (state.banners.size > bannersAtOnce) court.breach(8, `${state.banners.size} banners are on their way`);
  if (state.requests.size > 4 * state.accounts.size + 4)
    court.breach(8, `${state.requests.size} requests are in flight`);
  const { watches, groups, follows, timelines } = state;
  // Those of accounts, which need not be ready yet, and of the machine.
  if (timelines.size > watches.size + groups.size + follows.size + mostAccounts + 1)
    court.breach(8, `there are ${timelines.size} timelines`);
  let inFlight = 0;
  for (const account of state.accounts.keys()) inFlight += state.onTheWire.of(account);
  if (inFlight > state.requests.size) court.breach(8, 'requests in flight are counted wrongly');
}

/** Notices on their way stay, whatever their number. */
function settledOf(state: MonitorView): number {
  let settled = 0;
  for (const { fate } of state.notices.values())
    if (fate.kind !== 'recorded' && fate.kind !== 'showing') settled += 1;
  return settled;
}
