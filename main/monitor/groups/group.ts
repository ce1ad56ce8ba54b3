import type { WatchId } from '../asset.ts';
import type { Watch } from '../state.ts';
import { emptyTally, type Bucket } from '../tally.ts';

/** Identifies a group of this app; made by whoever adds, never used again for another group. */
export type GroupId = string;

/** The round in which the watch was in progress last. Saved with the watch, so that a round counts the same after a restart. */
export interface Membership {
  readonly id: GroupId;
  readonly round: number;
}

/** What the person wants to hear of the group as a whole. */
export interface GroupTell {
  readonly allDone: boolean;
  readonly firstFailure: boolean;
}

/** A group as the person asks for it. */
export interface NewGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly tell: GroupTell;
  /** Each import is also told by itself. */
  readonly eachAsset: boolean;
}

/**
 * From the first member in progress until none is. A group that gets a new member, or a member's import that begins again,
 * after that is in its next round: whoever follows a project is told again and again, and never twice of the same.
 */
export interface Round {
  /** Counts from 1. */
  readonly number: number;
  isOpen: boolean;
  /** An import that was seen in progress has ended in it. Without one there is nothing to tell: all were a baseline. */
  hasEnds: boolean;
  failureTold: boolean;
  /** Of the members of this round. Belongs to the run. */
  readonly counts: Record<Bucket, number>;
  /** Belongs to the run. */
  readonly failed: Set<WatchId>;
}

export interface Group {
  readonly id: GroupId;
  name: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  tell: GroupTell;
  eachAsset: boolean;
  round: Round;
  /** Belongs to the run, as do `counts` of all of them and `newlyFailed`. */
  readonly members: Set<WatchId>;
  readonly counts: Record<Bucket, number>;
  /** The first failure of this round, learned in this moment and to be told as the group's. */
  newlyFailed: Watch | null;
  /** Until then (epoch ms) the removal of a member in progress can be undone: before that, the round is not over. */
  undoableUntil: number;
}

/** What is kept of a group between two runs; who its members are stands in the watches. */
export interface SavedGroup extends Pick<Group, 'id' | 'name' | 'createdAt' | 'tell' | 'eachAsset'> {
  readonly round: Readonly<Pick<Round, 'number' | 'isOpen' | 'hasEnds' | 'failureTold'>>;
}

export function savedGroup({ id, name, createdAt, tell, eachAsset, round }: Group): SavedGroup {
  const { number, isOpen, hasEnds, failureTold } = round;
  return { id, name, createdAt, tell, eachAsset, round: { number, isOpen, hasEnds, failureTold } };
}

/** A group without its members: they are counted as they enter. */
export function restoredGroup({ round, ...saved }: SavedGroup): Group {
  return {
    ...saved,
    round: { ...round, counts: emptyTally(), failed: new Set() },
    members: new Set(),
    counts: emptyTally(),
    newlyFailed: null,
    undoableUntil: 0,
  };
}

export function newGroup({ id, name, tell, eachAsset }: NewGroup, createdAt: number): Group {
  return restoredGroup({ id, name, createdAt, tell, eachAsset, round: beginningOf(1) });
}

export function roundAfter({ number }: Round): Round {
  return { ...beginningOf(number + 1), counts: emptyTally(), failed: new Set() };
}

const beginningOf = (number: number) => ({ number, isOpen: true, hasEnds: false, failureTold: false });
