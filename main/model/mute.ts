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
