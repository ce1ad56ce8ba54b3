/** A law of design 4 that did not hold, or `0` where the program itself broke. */
export interface Violation {
  readonly law: number;
  readonly text: string;
  /** True time of the story, ms. */
  readonly at: number;
}

export interface Court {
  readonly violations: readonly Violation[];
  readonly breach: (law: number, text: string) => void;
}

export function createCourt(now: () => number, stop: () => void): Court {
  const violations: Violation[] = [];
  return {
    violations,
    breach(law, text) {
      violations.push({ law, text, at: now() });
      // What follows a first breach is confused by it.
      stop();
    },
  };
}
