import type { Violation } from '../../test/simulation/laws/court.ts';
import type { Outcome } from '../../test/simulation/story.ts';

/** What a number of stories came to, as a worker hands it over. */
export interface Totals {
  seeds: number;
  simulatedMs: number;
  steps: number;
  requests: number;
  deaths: number;
  notices: number;
  banners: number;
  readonly faults: Map<string, number>;
  readonly broken: { readonly seed: number; readonly violation: Violation }[];
}

export function noTotals(): Totals {
  const nothing = { seeds: 0, simulatedMs: 0, steps: 0, requests: 0, deaths: 0, notices: 0, banners: 0 };
  return { ...nothing, faults: new Map(), broken: [] };
}

export function addStory(totals: Totals, { seed, violations, faults, ...counted }: Outcome): void {
  const [violation] = violations;
  const broken = violation === undefined ? [] : [{ seed, violation }];
  addTotals(totals, { ...counted, seeds: 1, faults: new Map(faults), broken });
}

export function addTotals(totals: Totals, more: Totals): void {
  totals.seeds += more.seeds;
  totals.simulatedMs += more.simulatedMs;
  totals.steps += more.steps;
  totals.requests += more.requests;
  totals.deaths += more.deaths;
  totals.notices += more.notices;
  totals.banners += more.banners;
  for (const [fault, count] of more.faults) totals.faults.set(fault, (totals.faults.get(fault) ?? 0) + count);
  totals.broken.push(...more.broken);
}
