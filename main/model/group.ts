import type { Mute } from './mute.ts';

/** Identifies a group of this app; made by whoever adds, never used again for another group. */
export type GroupId = string;

/** The round in which the watch was in progress last. Saved with the watch, so that a round counts the same after a restart. */
export interface Membership {
  readonly id: GroupId;
  readonly round: number;
  /** The first of its attempts in that round, where more than the newest ended in it. */
  readonly since?: number;
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
 * From the first member in progress until none is. A group that gets a new member, or a member's import that begins again, after
 * that is in its next round: whoever follows a project is told again and again, and never twice of the same.
 */
export interface Round {
  /** Counts from 1. */
  readonly number: number;
  readonly isOpen: boolean;
  /** An import that was seen in progress has ended in it. Without one there is nothing to tell: all were a baseline. */
  readonly hasEnds: boolean;
  readonly failureTold: boolean;
}

/** Who its members are stands in the watches. */
export interface Group extends NewGroup {
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly round: Round;
  readonly mute: Mute | null;
}

export const firstRound: Round = { number: 1, isOpen: true, hasEnds: false, failureTold: false };
