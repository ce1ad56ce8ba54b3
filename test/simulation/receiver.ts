import type { Delivered, Delivery, DeliveryFault, Hook } from '../../main/model/hook.ts';
import type { Chance } from './random.ts';
import type { Timeline } from './timeline.ts';

export const receiverMoods = ['takes', 'is busy', 'asks to wait', 'cuts', 'hangs', 'is not there'] as const;
export type ReceiverMood = (typeof receiverMoods)[number];

export interface ReceiverPorts {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly diesAt: (place: 'before-delivery' | 'after-delivery') => boolean;
  /** It has it, whatever the app hears of that. */
  readonly received: (delivery: Delivery, hook: Hook) => void;
}

export type Receiver = ReturnType<typeof createReceiver>;

/** How long the app waits for the word of a receiver. */
const patienceMs = 30_000;

/** The programs and addresses that ended imports are handed on to. */
export function createReceiver({ timeline, chance, diesAt, received }: ReceiverPorts) {
  let mood: ReceiverMood = 'takes';
  const failed = (fault: DeliveryFault, retryAfterMs: number | null = null): Delivered => ({
    result: { fault, figure: null, detail: null },
    retryAfterMs,
  });
  const taken: Delivered = { result: { fault: null, figure: 200, detail: null }, retryAfterMs: null };

  function answerOf(present: ReceiverMood): Delivered {
    if (present === 'takes') return taken;
    if (present === 'is busy') return failed('busy');
    return present === 'asks to wait' ? failed('busy', 60_000) : failed('no-answer');
  }

  return {
    setMood(next: ReceiverMood): void {
      mood = next;
    },
    deliver(delivery: Delivery, hook: Hook, isAlive: () => boolean): Promise<Delivered> {
      const present = mood;
      return new Promise((resolve) => {
        if (diesAt('before-delivery')) return;
        timeline.inLaptop(chance.between(5, 500), () => {
          // What has left the app arrives without it.
          if (present !== 'is not there') received(delivery, hook);
          if (isAlive() && diesAt('after-delivery')) return;
          timeline.inLaptop(present === 'hangs' ? patienceMs : chance.between(0, 300), () => {
            if (isAlive()) resolve(answerOf(present));
          });
        });
      });
    },
  };
}
