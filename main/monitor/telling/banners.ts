import type { Notice, NoticeFate, Receipt } from '../../model/notice.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { keepRhythm, takeGathered, tellTime } from './gathering.ts';
import { forgetOldest, type PendingBanner, type TellingState } from './ledger.ts';

/**
 * Makes one banner of all that was gathered. It is shown after the save that records it as `showing` has ended. One banner at a time
 * waits for the disk: meanwhile the next is not made, and where the disk is full, the one that waits takes in what comes.
 */
export function makeBanner(state: TellingState, canAsk: boolean, step: Step): void {
  const waiting = waitingBanner(state);
  if (waiting !== null && state.saveProblem.value === null) return;
  const gathering = takeGathered(state, canAsk, step);
  const notices = [...state.inbox.of('waiting')];
  if (gathering === null || notices.length === 0) return;
  const banner = waiting ?? newBanner(state, step);
  for (const key of notices) state.notices.patch(key, { fate: { kind: 'showing', receipt: banner.receipt } });
  state.banners.put({
    ...banner,
    notices: [...banner.notices, ...notices],
    afterSave: state.revision.value + 1,
  });
  if (waiting === null) keepRhythm(state, notices.length, step.at);
}

/** When the next banner is to be made, steady ms; null while only an event can change that. */
export function nextBannerTime(state: Readable<TellingState>): number | null {
  const gathering = state.gathering.value;
  if (gathering === null || (waitingBanner(state) !== null && state.saveProblem.value === null)) return null;
  const time = tellTime(state, gathering);
  return time === Infinity ? null : time;
}

function newBanner({ nextBanner }: TellingState, { at }: Step): PendingBanner {
  const banner = nextBanner.value;
  nextBanner.set(banner + 1);
  const receipt = `${at}-${banner}`;
  return { banner, notices: [], receipt, afterSave: 0, handedOver: false };
}

function waitingBanner({ banners }: Readable<TellingState>): PendingBanner | null {
  return [...banners.values()].find(({ handedOver }) => !handedOver) ?? null;
}

export function handOver(state: TellingState, step: Step): void {
  const { banners, notices, overdue, rhythm, savedRevision } = state;
  for (const { banner, handedOver, afterSave, receipt, notices: keys } of banners.values()) {
    if (handedOver || afterSave > savedRevision.value) continue;
    rhythm.set({ ...rhythm.value, lastBannerAt: step.at });
    banners.patch(banner, { handedOver: true });
    const told = keys.flatMap((key) => notices.get(key) ?? []);
    const digest = keys.some((key) => overdue.has(key));
    step.effects.push({ kind: 'show', banner, notices: told, digest, receipt });
  }
}

/**
 * In the first step of a run: notices that a crash caught on their way. One whose banner left a receipt was shown; any other may have
 * been seen, so it waits for the digest.
 */
export function takeUpBanners(state: TellingState, receipts: readonly Receipt[]): void {
  const shownAt = new Map(receipts.map(({ name, at }) => [name, at]));
  for (const { key, fate } of state.notices.values()) {
    if (fate.kind !== 'showing') continue;
    const at = shownAt.get(fate.receipt);
    const shown: NoticeFate | null = at === undefined ? null : { kind: 'shown', by: 'node-notifier', at };
    state.notices.patch(key, { fate: shown ?? { kind: 'recorded' } });
  }
}

/** The system keeps quiet no more. */
export function disturbable({ isSystemQuiet, nextBanner }: TellingState): void {
  isSystemQuiet.set(false);
  nextBanner.set(nextBanner.value + 1);
}

/** More stay on no screen for long. */
const mostOnScreen = 50;

/** Takes a banner from the screen once all that it tells of is over. */
export function closeBanners(
  { onScreen, notices }: TellingState,
  isOver: (notice: Notice) => boolean,
  { effects }: Step,
): void {
  for (const { banner, receipt, notices: keys } of [...onScreen.values()]) {
    if (!keys.every((key) => notices.has(key) && isOver(notices.get(key)!))) continue;
    onScreen.remove(banner);
    effects.push({ kind: 'close', receipt });
  }
}

/** What became of a banner. One that was tried before another, or before the system was quiet no more, says nothing of now. */
export function told(state: TellingState, { banner: number, outcome }: EventOf<'told'>, step: Step): void {
  if (outcome.kind !== 'not-now') state.lastNotifier.set(outcome.kind === 'shown' ? outcome.by : null);
  else if (number === state.nextBanner.value - 1) state.isSystemQuiet.set(true);
  const banner = state.banners.get(number);
  if (banner === undefined) return;
  const fate: NoticeFate =
    outcome.kind === 'not-now'
      ? { kind: 'postponed', reason: 'do-not-disturb' }
      : { ...outcome, at: step.clock };
  for (const key of banner.notices) state.notices.patch(key, { fate });
  state.banners.remove(number);
  if (outcome.kind === 'shown')
    state.onScreen.put({ banner: number, notices: banner.notices, receipt: banner.receipt });
  for (const oldest of state.onScreen.keys())
    if (state.onScreen.size > mostOnScreen) state.onScreen.remove(oldest);
  forgetOldest(state);
}
