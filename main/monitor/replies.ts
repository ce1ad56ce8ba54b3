import { watchAnswered } from './answers.ts';
import { endRequest } from './asking.ts';
import type { EventOf } from './event.ts';
import { newcomerAnswered } from './follow/newcomers.ts';
import { takePage } from './follow/pages.ts';
import { noteFruit } from './fruitless.ts';
import { learnFromAnswer } from './follow/running-listed.ts';
import type { Moment } from './moment.ts';
import type { State } from './state.ts';

/** A page of a followed project's list. */
export function pageRead(state: State, event: EventOf<'page-read'>, moment: Moment): void {
  const asking = endRequest(state, event.request);
  const account = asking && state.accounts.get(asking.account);
  if (asking?.for !== 'page' || !account) return;
  noteFruit(state, account, moment);
  takePage(state, asking, event.page, moment);
}

/** The answer to a request that is still wanted: of a watch, or of an asset that a followed project lists. */
export function answered(state: State, event: EventOf<'answered'>, moment: Moment): void {
  const asking = endRequest(state, event.request);
  const account = asking && state.accounts.get(asking.account);
  if (!asking || !account) return;
  noteFruit(state, account, moment);
  if (asking.for === 'newcomer') return newcomerAnswered(state, asking, event.answer, moment);
  if (asking.for !== 'status') return;
  watchAnswered(state, asking, event.answer, moment);
  const watch = state.watches.get(asking.watch);
  if (watch !== undefined) learnFromAnswer(state, watch, asking, moment);
}
