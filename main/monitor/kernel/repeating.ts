import type { EventOf, Happening, HappeningKind } from './events.ts';

type Subjects = { readonly [Kind in HappeningKind]?: (event: EventOf<Kind>) => string };

const ofAccount = ({ account }: { readonly account: string }): string => `account ${account}`;

/**
 * What the shell reports only once, by what it is about: without it the monitor would take the machine, an account, a banner or the disk for
 * what they no longer are.
 */
const subjects: Subjects = {
  'account-ready': ofAccount,
  'account-not-ready': ofAccount,
  'account-removed': ofAccount,
  leaving: () => 'the run',
  suspended: () => 'sleep',
  resumed: () => 'sleep',
  offline: () => 'the network',
  online: () => 'the network',
  scarce: () => 'what there is little of',
  'settings-changed': () => 'the settings',
  saved: () => 'the disk',
  'save-failed': () => 'the disk',
  'problem-not-told': ({ account }) => `the problem of ${account}`,
  disturbable: () => 'quiet',
  told: ({ banner }) => `banner ${banner}`,
  delivered: ({ delivery }) => `delivery ${delivery}`,
  // Also said by the desk, of what may not be registered any more.
  'wishes-dropped': ({ wishes }) => `the wishes ${wishes.join()}`,
};

/** Whether it is handled again where its step breaks off. */
export const isRepeated = ({ kind }: Happening): boolean => subjects[kind] !== undefined;

/** Whether the newer says all that the older one did. */
export function overtakes(newer: Happening, older: Happening): boolean {
  const subject = subjectOf(newer);
  return subject !== null && subject === subjectOf(older);
}

function subjectOf<Kind extends HappeningKind>(event: EventOf<Kind>): string | null {
  const subject = subjects[event.kind] as Subjects[Kind];
  return subject?.(event) ?? null;
}
