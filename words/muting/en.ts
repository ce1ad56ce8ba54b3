import type { MuteSpan, MuteSubject } from '../../main/contract.ts';

/** Holding back what would be told of an import, a group, or a followed project. */
export const muting = {
  mute: 'Mute',
  muteProject: (name: string) => `Mute ${name}`,
  unmuteProject: (name: string) => `Unmute ${name}`,
  spans: {
    'one-hour': 'For 1 hour',
    'until-tomorrow': 'Until 8:00 tomorrow',
    'until-it-ends': 'Until it finishes',
  } satisfies Record<MuteSpan, string> as Record<MuteSpan, string>,
  untilAllEnd: 'Until all are finished',
  unmute: { watch: 'Unmute', group: 'Unmute group', project: 'Unmute project' } satisfies Record<
    MuteSubject,
    string
  > as Record<MuteSubject, string>,
  allEnded: 'None of the selected imports is in progress',
  done: 'Muted. The inbox still lists what finishes.',
  undone: 'Unmuted',
  until: (time: string) => `muted until ${time}`,
  untilEnd: {
    watch: 'muted until it finishes',
    group: 'muted until all are finished',
    project: 'muted until all are finished',
  } satisfies Record<MuteSubject, string> as Record<MuteSubject, string>,
  /** Said of an import; until when is said beside it. */
  withGroup: 'with its group',
  withProject: 'with its project',
};
