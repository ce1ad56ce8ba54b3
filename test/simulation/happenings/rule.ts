import type { Happening } from '../plan.ts';
import type { World } from '../world.ts';

/** A kind of thing that can happen. */
export interface Rule {
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** The ways in which it can happen. */
  readonly ways: readonly string[];
  /** Shortest and longest, ms. */
  readonly lasts: readonly [least: number, most: number];
  readonly act: (world: World, happening: Happening) => void;
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
