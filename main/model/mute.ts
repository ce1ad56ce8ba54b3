/** What a person can mute. A group or a project mutes whatever is in it. */
export const muteSubjects = ['watch', 'group', 'project'] as const;
export type MuteSubject = (typeof muteSubjects)[number];

/**
 * How long something is muted: until a time of the clock, epoch ms, which a clock that is set back takes along where the person chose a
 * length and no time of day; or until nothing of it is in progress any more.
 */
export type Mute =
  | { readonly kind: 'until'; readonly at: number; readonly isLength: boolean }
  | { readonly kind: 'until-it-ends' };

/** Whether both end alike; null is not muted. */
export function isSameMute(one: Mute | null, other: Mute | null): boolean {
  if (one?.kind !== 'until' || other?.kind !== 'until') return one?.kind === other?.kind;
  return one.at === other.at && one.isLength === other.isLength;
}

/** An hour stays an hour where the clock is set back by so many milliseconds. */
export function withLengthKept(mute: Mute | null, setBack: number): Mute | null {
  const isToBeSet = setBack !== 0 && mute?.kind === 'until' && mute.isLength;
  return isToBeSet ? { ...mute, at: mute.at - setBack } : mute;
}
