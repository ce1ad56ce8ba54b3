import type { Answer, WatchId } from '../../../main/model/asset.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { NoticeKey } from '../../../main/model/notice.ts';
import { rowOf } from '../../../main/monitor/view/rows.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { failures, type End } from '../service.ts';
import type { Court } from './court.ts';

/** One watch from its adding to its removal: added again, it is another. */
export type Incarnation = string;
export const incarnationOf = (watch: Pick<Watch, 'id' | 'addedAt'>): Incarnation =>
  `${watch.id}#${watch.addedAt}`;

/** The watch that a notice is about: the notice's key begins like it, and ends with the attempt. */
export const incarnationIn = (key: NoticeKey): Incarnation => key.slice(0, key.lastIndexOf('.'));

const terminal: readonly string[] = ['COMPLETED', ...failures, 'not there'];
export const hasEnded = (answer: Pick<Answer, 'status'> | null) =>
  answer !== null && terminal.includes(answer.status);

/** Our own word for an asset that the service does not find any more. */
export const goneStatus = 'not there';

export interface KnowingPorts {
  readonly court: Court;
  /** True time, ms. */
  readonly now: () => number;
  /** The service has not found it for a while, and would not find it now. */
  readonly isGone: (watch: Pick<Watch, 'account' | 'reference'>) => boolean;
  /** The end was learned of a watch that had been seen in progress: it must be told. `heardAt`: when it was heard of before, true time. */
  readonly learned: (watch: Watch, end: End, wasOpen: boolean, heardAt: number) => void;
  /** The first answer says that it has ended so, and its list had shown that it ran. */
  readonly wasShownRunning: (watch: Watch, status: string) => boolean;
  /** It may be how the attempt before had ended, told by a server that is behind: it is asked for again before it is believed. */
  readonly doubted: (watch: Watch) => void;
  /** The end was learned of an asset that a followed project listed only after it: it may stand in the inbox, without a banner. */
  readonly found: (end: End) => void;
}

/** How the attempt before had ended. Times are true. */
interface Former {
  readonly end: Answer;
  readonly beganAt: number;
  /** The newest answer tells it once more, as the ones before did since this time. */
  readonly saidAgain: { readonly since: number; readonly answer: Answer; readonly told: End | null } | null;
}

/** Past this, with what the clock may have been set by, a server that is behind is not waited for. */
const mayBeBehindMs = 20 * 60_000;
/** What was said for so long is believed. */
const convincingMs = 60_000;

export type KnowingLaws = ReturnType<typeof createKnowingLaws>;

/** Laws 3 and 4: what is known is what the newest answer said, and nothing else changes it. */
export function createKnowingLaws(ports: KnowingPorts) {
  const { court, now, isGone, learned, wasShownRunning, doubted, found } = ports;
  const believed = new Map<Incarnation, Answer>();
  const heardAt = new Map<WatchId, number>();
  /** Ends after which a status came that nobody knows. */
  const ends = new Map<Incarnation, Answer>();
  /** Of attempts that began in this process after another had ended. */
  const formers = new Map<Incarnation, Former>();
  /** Answers about assets that a followed project lists and that were not watched. */
  const strangers = new Map<WatchId, Answer>();

  function check(state: MonitorView, watch: Watch): void {
    const { attempt, known } = watch;
    const isNewAttempt = known === null && attempt > 1;
    // It counted as gone, and the person added it again.
    if (isNewAttempt && believed.get(incarnationOf(watch))?.status === goneStatus)
      believed.delete(incarnationOf(watch));
    believeAgain(watch);
    const belief = believed.get(incarnationOf(watch)) ?? adopted(watch);
    if (known?.status === goneStatus) return checkGone(watch);
    if (known?.status !== belief?.status || known?.text !== belief?.text)
      court.breach(3, `${watch.id} says ${known?.status}, but the newest answer was ${belief?.status}`);
    else if ((rowOf(state, watch).knownAt ?? undefined) !== belief?.receivedAt)
      court.breach(3, `${watch.id} is marked with another age than that of its newest answer`);
    const problem = rowOf(state, watch).problem;
    if (problem !== null && !isOf(watch.account, problem))
      court.breach(6, `${watch.id} is marked with the trouble of another account`);
  }

  function checkGone(watch: Watch): void {
    // A list may have found it since, elsewhere: that moves it, and it is asked for there.
    const isNews = believed.get(incarnationOf(watch))?.status !== goneStatus;
    if (isNews && !isGone(watch)) court.breach(3, `${watch.id} counts as gone, and the service has it`);
    believed.set(incarnationOf(watch), watch.known!);
  }

  const isOpen = (incarnation: Incarnation) => !hasEnded(believed.get(incarnation) ?? null);

  /** The first answer made a watch of it. */
  function adopted(watch: Watch): Answer | null {
    const answer = strangers.get(watch.id) ?? null;
    if (answer === null || answer.receivedAt !== watch.known?.receivedAt) return null;
    believed.set(incarnationOf(watch), answer);
    return answer;
  }

  function mayBeOfBefore(incarnation: Incarnation, answer: Answer): boolean {
    const former = formers.get(incarnation);
    if (former === undefined || !hasEnded(answer) || isAnother(former.end, answer)) return false;
    const { beganAt, saidAgain } = former;
    return now() - beganAt < mayBeBehindMs && now() - (saidAgain?.since ?? now()) < convincingMs;
  }

  /** It came to believe what it had doubted. */
  function believeAgain(watch: Watch): void {
    const incarnation = incarnationOf(watch);
    const said = formers.get(incarnation)?.saidAgain;
    if (!said || said.answer.receivedAt !== watch.known?.receivedAt || !hasEnded(watch.known)) return;
    formers.delete(incarnation);
    believe(watch, said.answer, said.told, now());
  }

  function believe(watch: Watch, answer: Answer, told: End | null, wasHeardAt: number): void {
    const incarnation = incarnationOf(watch);
    const before = ends.get(incarnation) ?? believed.get(incarnation) ?? null;
    // A status that nobody knows is no new beginning: the same end after it is no news.
    if (before !== null && hasEnded(before) && isUnknown(answer)) ends.set(incarnation, before);
    else ends.delete(incarnation);
    believed.set(incarnation, answer);
    const begins = before !== null && hasEnded(before) && !isUnknown(answer) && isAnother(before, answer);
    if (begins) formers.set(incarnation, { end: before, beganAt: now(), saidAgain: null });
    const end = hasEnded(answer) ? told : null;
    if (end === null) return;
    // The first look is a baseline, where nothing but it has told of the import. Two ends with the same word of the same file cannot be told apart where the time in between was not seen.
    if (before === null ? wasShownRunning(watch, answer.status) : isAnother(before, answer))
      learned(watch, end, !hasEnded(before), wasHeardAt);
  }

  return {
    /** An answer reached the process, for a request that was not called back; `told`: of which end. */
    heard(watch: Watch, answer: Answer, told: End | null): void {
      const incarnation = incarnationOf(watch);
      const wasHeardAt = heardAt.get(watch.id) ?? -Infinity;
      heardAt.set(watch.id, now());
      const former = formers.get(incarnation);
      if (former === undefined) return believe(watch, answer, told, wasHeardAt);
      const isAgain = mayBeOfBefore(incarnation, answer);
      const since = former.saidAgain?.since ?? now();
      formers.set(incarnation, { ...former, saidAgain: isAgain ? { since, answer, told } : null });
      if (isAgain) return doubted(watch);
      // Once it is believed of this attempt too, nothing that says it is doubted.
      if (hasEnded(answer) && !isAnother(former.end, answer)) formers.delete(incarnation);
      believe(watch, answer, told, wasHeardAt);
    },
    heardOfStranger(watch: WatchId, answer: Answer, told: End | null): void {
      strangers.set(watch, answer);
      heardAt.set(watch, now());
      const end = hasEnded(answer) ? told : null;
      if (end !== null) found(end);
    },
    isOpen: (watch: Watch | undefined): boolean => watch === undefined || isOpen(incarnationOf(watch)),
    /** Whether its group waits for it: one that has ended does not begin again by a status that nobody knows. */
    isAwaited: (incarnation: Incarnation): boolean => isOpen(incarnation) && !ends.has(incarnation),
    /** Null before any answer. */
    statusOf: (incarnation: Incarnation): string | null => believed.get(incarnation)?.status ?? null,
    /** It had an answer at one time since it was added. */
    isKnown: (watch: Watch): boolean => believed.has(incarnationOf(watch)),
    /** When the newest answer came, true time. */
    heardAt: (watch: WatchId): number => heardAt.get(watch) ?? -Infinity,
    afterStep(state: MonitorView, watches: readonly WatchId[]): void {
      for (const id of watches) {
        const watch = state.watches.get(id);
        if (watch !== undefined) check(state, watch);
      }
    },
    checkAll(state: MonitorView): void {
      for (const watch of state.watches.values()) check(state, watch);
    },
    /** A new process knows what is on disk. */
    started(watches: readonly Watch[]): void {
      believed.clear();
      strangers.clear();
      ends.clear();
      formers.clear();
      for (const watch of watches) if (watch.lastEnd !== null) ends.set(incarnationOf(watch), watch.lastEnd);
      for (const watch of watches) if (watch.known !== null) believed.set(incarnationOf(watch), watch.known);
    },
  };
}

/** Trace ids and network reasons of the world end in the account they were made for. */
function isOf(account: string, { traceId, message }: { traceId: string | null; message: string | null }) {
  return traceId === null ? !/ a\d$/.test(message ?? '') || message!.endsWith(account) : traceId === account;
}

const isUnknown = (answer: Answer) => !hasEnded(answer) && answer.status !== 'IN_PROGRESS';

/** Another status, or another file. */
function isAnother(before: Answer, { status, metaData }: Answer): boolean {
  const [one, other] = [before.metaData?.durationMs ?? null, metaData?.durationMs ?? null];
  return before.status !== status || (one !== null && other !== null && one !== other);
}
