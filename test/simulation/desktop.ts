import type { Notice } from '../../main/model/notice.ts';
import type { ShowOutcome } from '../../main/monitor/kernel/events.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

export type NotifierMood = 'well' | 'refuses' | 'throws' | 'says nothing, shows nothing' | 'says nothing';

export interface DesktopPorts {
  readonly timeline: Timeline;
  readonly leavesReceipts: boolean;
  readonly chance: Chance;
  readonly diesAt: (place: 'before-banner' | 'after-banner') => boolean;
  /** The person sees it. */
  readonly appeared: (notices: readonly Readonly<Notice>[], digest: boolean) => void;
  /** It said so, or nothing at all. */
  readonly notShown: (notices: readonly Readonly<Notice>[], inWords: boolean) => void;
  /** From now on every run can know that its banner was shown. */
  readonly leftReceipt: (receipt: string) => void;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
}

export type Desktop = ReturnType<typeof createDesktop>;

/** How long the adapters wait for a notifier's word. */
const silenceMs = 30_000;

/** The system's notifications. */
export function createDesktop(ports: DesktopPorts) {
  const { timeline, chance, diesAt, appeared, leavesReceipts } = ports;
  let mood: NotifierMood = 'well';
  let isQuiet = false;
  const receipts: { readonly name: string; readonly at: number }[] = [];
  const notShown = (reason: 'no-notification-service' | 'no-answer') =>
    ({ kind: 'not-shown', reasons: [{ by: 'electron', reason }] }) as const;

  return {
    setMood(next: NotifierMood): void {
      mood = next;
    },
    isQuiet: () => isQuiet,
    /** The person tells the system to show no banners, or lets it again. */
    setQuiet(next: boolean): void {
      isQuiet = next;
    },
    /** What is there to be found at a start. */
    receipts: () => [...receipts],
    show(
      notices: readonly Readonly<Notice>[],
      digest: boolean,
      receipt: string,
      isAlive: () => boolean,
    ): Promise<ShowOutcome> {
      if (isQuiet) {
        ports.notShown(notices, true);
        return Promise.resolve({ kind: 'not-now' });
      }
      const present = mood;
      return new Promise((resolve, reject) => {
        if (diesAt('before-banner')) return;
        timeline.inLaptop(chance.between(5, 500), () => {
          if (!isAlive() && !leavesReceipts) return;
          if (present === 'refuses' || present === 'throws') {
            ports.notShown(notices, true);
            return present === 'refuses'
              ? resolve(notShown('no-notification-service'))
              : reject(new Error('the notifier broke'));
          }
          if (present !== 'says nothing, shows nothing') appeared(notices, digest);
          if (present === 'well' && leavesReceipts)
            timeline.inLaptop(chance.between(0, 30), () => {
              // The time of a file has fractions.
              receipts.push({ name: receipt, at: ports.clock() + 0.25 });
              ports.leftReceipt(receipt);
            });
          if (isAlive() && diesAt('after-banner')) return;
          const answersIn = present === 'well' ? chance.between(0, 300) : silenceMs;
          timeline.inLaptop(answersIn, () => {
            if (!isAlive()) return;
            if (present === 'well') return resolve({ kind: 'shown', by: 'node-notifier' });
            ports.notShown(notices, false);
            resolve(notShown('no-answer'));
          });
        });
      });
    },
  };
}
