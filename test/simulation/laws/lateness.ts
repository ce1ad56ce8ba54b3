import type { LateNotice } from '../../../main/model/notice.ts';
import type { Court } from './court.ts';
import { incarnationIn, type Incarnation } from './knowing.ts';

export type LatenessLaw = ReturnType<typeof createLatenessLaw>;

/** "Longer than usual" must be so by the world's time: no import is late that half of those like it took longer than. */
export function createLatenessLaw(court: Court, now: () => number, before: readonly number[]) {
  const all = [...before];
  /** Of what had ended by any moment: where an outage began then, no more of it was learned. */
  let leastUsualMs = Infinity;
  const ofAccount = new Map<string, number[]>();
  let jumpedUnseenAt = -Infinity;
  /** What has become of the newest jump: a process that saw it but died before it could save that knows nothing of it. */
  let jump: 'unseen' | 'seen' | 'saved' = 'saved';
  /** `isFound`: a followed project brought it, and nobody has added it. What is usual is learned of these too. */
  const began = new Map<
    Incarnation,
    { readonly account: string; readonly at: number; readonly isFound?: true }
  >();

  return {
    /** `at`: true time at which the person added it. */
    began: (incarnation: Incarnation, account: string, at: number): void =>
      void began.set(incarnation, { account, at }),
    /** It is in the list, whoever brought it. */
    listed(incarnation: Incarnation, account: string): void {
      if (!began.has(incarnation)) began.set(incarnation, { account, at: now(), isFound: true });
    },
    ended(incarnation: Incarnation, at: number): void {
      const start = began.get(incarnation);
      if (start === undefined) return;
      all.push(at - start.at);
      if (all.length >= few) leastUsualMs = Math.min(leastUsualMs, middle(all));
      const own = ofAccount.get(start.account) ?? [];
      own.push(at - start.at);
      ofAccount.set(start.account, own);
    },
    /** The clock jumped while no process ran, or none that had an alarm to notice it by. */
    clockJumpedUnseen: (): void => void (jumpedUnseenAt = now()),
    clockJumped: (): void => void (jump = 'unseen'),
    /** The process that ran when it jumped has seen it. */
    stepped(): void {
      if (jump === 'unseen') jump = 'seen';
    },
    saved(): void {
      if (jump === 'seen') jump = 'saved';
    },
    started(): void {
      if (jump !== 'saved') jumpedUnseenAt = now();
      jump = 'saved';
    },
    told(notice: LateNotice): void {
      const start = began.get(incarnationIn(notice.key));
      if (start === undefined || start.isFound || jumpedUnseenAt >= start.at) return;
      // Ends that came in an outage, whose time nobody knows, teach nothing: what is usual may be learned of one account alone, of all, or of
      // what was before; of a few in an account the shortest may weigh most.
      const ofOne = [...ofAccount.values()].map((own) => (own.length < few ? Math.min(...own) : middle(own)));
      const ofBefore = before.length > 0 ? middle(before) : Infinity;
      const usualMs = Math.min(middle(all), leastUsualMs, ofBefore, ...ofOne);
      const age = now() - start.at;
      if (age < nearly * usualMs)
        court.breach(1, `${notice.key} says late after ${seconds(age)} where half took ${seconds(usualMs)}`);
    },
  };
}

/** After an outage all that is known of many ends is that they came in it. */
const nearly = 0.8;

/** From so many on the middle one is told apart from the shortest. */
const few = 5;

const seconds = (ms: number) => `${Math.round(ms / 1_000)} s`;

/** Of an even number the shorter of the two in the middle: half took longer than that. */
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;
}
