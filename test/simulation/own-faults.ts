import type { Happening as MonitorHappening, HappeningKind } from '../../main/monitor/kernel/events.ts';
import type { State } from '../../main/monitor/state.ts';

/** Of which events the step can be struck; null: of any. */
const steps = {
  'any step': null,
  'an answer': ['replied'],
  'a save': ['saved', 'save-failed'],
  'what became of a banner': ['told'],
  'what became of a delivery': ['delivered'],
  'an alarm': ['tick'],
  'what the system tells': ['suspended', 'resumed', 'offline', 'online', 'scarce', 'disturbable'],
  'what became of an account': ['account-ready', 'account-not-ready', 'account-removed'],
  'what the person does': [
    ...([
      'added',
      'removed',
      'undone',
      'check-now',
      'handled',
      'muted',
      'wished',
      'wishes-answered',
    ] as const),
    ...([
      'wishes-dropped',
      'renamed',
      'paused',
      'unpaused',
      'followed',
      'unfollowed',
      'notices-read',
    ] as const),
    ...(['inbox-cleared', 'hook-kept', 'settings-changed'] as const),
  ],
} satisfies Record<string, readonly HappeningKind[] | null>;

export type StruckStep = keyof typeof steps;
export const struckSteps = Object.keys(steps) as readonly StruckStep[];

/** A part of the program that breaks as soon as it is called. */
export const brokenPorts = ['ask', 'save', 'show', 'deliver', 'tellProblem', 'changed'] as const;
export type BrokenPort = (typeof brokenPorts)[number];

interface Strike {
  readonly step: StruckStep;
  /** At which of its writes the step breaks off; at its very end where it makes fewer. */
  readonly write: number;
  /** So many steps break off in a row: the second is the one that takes up the first. */
  readonly inRow: number;
}

const text = 'a fault of our own';
const isOwnFault = (error: unknown): boolean => error instanceof Error && error.message === text;

export type OwnFaults = ReturnType<typeof createOwnFaults>;

/** Faults of our own: steps of the monitor break off in the midst of what they write, and ports throw where they should answer. */
export function createOwnFaults(met: (fault: string) => void) {
  let strikes: readonly Strike[] = [];
  let [inRow, write, left, count] = [0, 1, Infinity, 0];
  const ports = new Set<BrokenPort>();

  function meet(): void {
    left -= 1;
    if (left <= 0) breakOff();
  }

  function breakOff(): never {
    left = Infinity;
    throw new Error(text);
  }

  function armed(strike: Pick<Strike, 'write'>): true {
    left = write = strike.write;
    count += 1;
    return true;
  }

  return {
    isExpected: isOwnFault,
    /** How many there were. */
    count: () => count,
    plan: (strike: Strike): void => void (strikes = [...strikes, strike]),
    breakPort: (port: BrokenPort): void => void ports.add(port),
    heal(): void {
      strikes = [];
      inRow = 0;
      ports.clear();
    },
    /** From now on every write of this state can be the one that breaks. */
    settleIn(state: State): void {
      const before =
        (act: (...given: never[]) => unknown) =>
        (...given: never[]) => {
          meet();
          return act(...given);
        };
      for (const part of Object.values(state) as unknown[]) {
        if (isCollection(part))
          Object.assign(part, {
            put: before(part.put),
            patch: before(part.patch),
            remove: before(part.remove),
          });
        else if (isCell(part)) Object.assign(part, { set: before(part.set) });
      }
      const { commit } = state.store;
      Object.assign(state.store, { commit: () => (left < Infinity ? breakOff() : commit()) });
    },
    /** Whether the step of this event breaks off, which is about to begin. */
    strikes({ kind }: MonitorHappening): boolean {
      if (inRow > 0) {
        inRow -= 1;
        met('a fault of our own in the step after another');
        return armed({ write });
      }
      const strike = strikes.find(({ step }) => steps[step] === null || matches(steps[step], kind));
      if (strike === undefined) return false;
      strikes = strikes.filter((each) => each !== strike);
      inRow = strike.inRow - 1;
      met(`a fault of our own in the step of ${kind}`);
      return armed(strike);
    },
    /** `lost`: what is so where it throws. */
    meetPort(port: BrokenPort, lost: () => void = () => {}): void {
      if (!ports.delete(port)) return;
      count += 1;
      met(`a fault of our own: ${port} throws`);
      lost();
      throw new Error(text);
    },
  };
}

const matches = (kinds: readonly HappeningKind[], kind: HappeningKind): boolean => kinds.includes(kind);

type Writes = Record<'put' | 'patch' | 'remove', (...given: never[]) => unknown>;

const isCollection = (part: unknown): part is Writes =>
  typeof part === 'object' && part !== null && 'patch' in part && 'keep' in part;

const isCell = (part: unknown): part is Record<'set', (...given: never[]) => unknown> =>
  typeof part === 'object' && part !== null && 'value' in part && 'set' in part;
