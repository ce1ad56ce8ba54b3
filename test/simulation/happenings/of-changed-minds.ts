import type { Hook, HookEvent } from '../../../main/model/hook.ts';
import { hookEvents } from '../../../main/model/hook.ts';
import type { MuteSubject } from '../../../main/model/mute.ts';
import type { Happening } from '../plan.ts';
import { breakSilence } from './of-the-laptop.ts';
import { hour, minute, second, type Rule } from './rule.ts';

/** What the person makes otherwise than it was, in the midst of it. All of it is drawn apart from the others. */
export const ofChangedMinds = {
  'a hook': {
    weight: 0,
    ways: [
      ...[
        'is made',
        'is made',
        'is made',
        'is removed',
        'is removed',
        'stays as it is',
        'is of a group',
        'is of an account',
      ],
      ...['goes elsewhere', 'hears of all', 'hears of completed', 'hears of failed', 'hears of all-done'],
    ],
    lasts: [second, hour],
    act: ({ person }, happening) => {
      if (happening.how === 'is made') person.makeHook(hookOf(happening));
      else person.changeHook(happening.assetId, (hook) => changed(hook, happening));
    },
  },
  'the person is quiet': {
    weight: 0,
    ways: ['from now on', 'but for failures', 'also for failures', 'no longer for failures', 'no longer'],
    lasts: [second, 20 * minute],
    act: ({ person }, { how, lasts }) => {
      if (how === 'no longer') person.endQuiet();
      else if (how.endsWith('for failures') && how !== 'but for failures')
        person.letFailuresPass(how === 'no longer for failures');
      else person.keepQuiet(lasts, how === 'but for failures');
    },
  },
  'the system is quiet': {
    weight: 0,
    ways: ['for a while'],
    lasts: [second, 5 * minute],
    act: (world, { lasts }) => {
      world.desktop.setQuiet(true);
      world.timeline.inWorld(lasts, () => breakSilence(world));
    },
  },
  'the person mutes for some time': {
    weight: 0,
    ways: ['watch', 'watch', 'group', 'project', 'all of an account'],
    lasts: [second, hour],
    act: ({ person }, { how, account, assetId, lasts }) => {
      if (how === 'all of an account') person.muteAllOf(account, lasts);
      else person.mute(how as MuteSubject, account, assetId, lasts, true);
    },
  },
  'the person unmutes one': {
    weight: 0,
    ways: ['watch', 'group', 'project'],
    lasts: [0, 0],
    act: ({ person }, { how, account, assetId }) => person.unmute(how as MuteSubject, account, assetId),
  },
  'the person pauses for some time': {
    weight: 0,
    ways: ['to its end', 'and resumes'],
    lasts: [second, hour],
    act: ({ person }, { how, lasts }) => person.pause(how === 'and resumes' ? hour : lasts, lasts, true),
  },
  'another key': {
    weight: 0,
    ways: ['is entered', 'is entered where it was locked', 'is entered wrong'],
    lasts: [second, 5 * minute],
    act: ({ person }, { how, account, lasts }) => {
      if (how === 'is entered where it was locked') person.enterKeyWhereLocked(account, lasts);
      else person.enterKey(account, how === 'is entered');
    },
  },
  'the person sees to': {
    weight: 0,
    ways: ['the notices of an account', 'a failure', 'all of an account'],
    lasts: [0, 0],
    act: ({ person }, { how, account, assetId }) => {
      if (how === 'a failure') person.handle(account, assetId);
      else if (how === 'all of an account') person.checkAllOf(account);
      else person.readOf(account);
    },
  },
  'the person leaves a project for a moment': {
    weight: 0,
    ways: ['and undoes it'],
    lasts: [0, 3 * minute],
    act: ({ person, plan }, { account, lasts }) => {
      if (plan.follows.includes(account)) person.leaveAndUndo(account, lasts);
    },
  },
  'the person stops watching all of an account': {
    weight: 0,
    ways: ['and undoes it'],
    lasts: [0, 3 * minute],
    act: ({ person }, { account, lasts }) => person.removeAllAndUndo(account, lasts),
  },
  'the settings': {
    weight: 0,
    ways: ['tidy the list', 'leave the list alone', 'tell of late imports', 'tell of none that is late'],
    lasts: [minute, hour],
    act: ({ person }, { how, lasts }) => {
      if (how.endsWith('list') || how.endsWith('alone'))
        person.tidyAfter(how === 'tidy the list' ? lasts : null);
      else person.wantLate(how === 'tell of late imports');
    },
  },
} satisfies Record<string, Rule>;

function hookOf({ account, assetId, lasts }: Happening): Omit<Hook, 'id'> {
  const scope = { account: { kind: 'account', account }, group: groupScopeOf(account) } as const;
  return {
    scope: assetId % 2 === 0 ? scope.account : scope.group,
    events: hookEvents,
    target: { kind: 'program', path: `/usr/bin/made-${lasts}` },
  };
}

const groupScopeOf = (account: string) => ({ kind: 'group', group: `together-${account}` }) as const;

function changed(hook: Hook, { how, account, lasts }: Happening): Hook | null {
  switch (how) {
    case 'is removed':
      return null;
    case 'is of a group':
      return { ...hook, scope: groupScopeOf(account) };
    case 'is of an account':
      return { ...hook, scope: { kind: 'account', account } };
    case 'goes elsewhere':
      return hook.target.kind === 'program'
        ? { ...hook, target: { kind: 'webhook', origin: `https://${lasts}.invalid`, shape: 'facts' } }
        : { ...hook, target: { kind: 'program', path: `/usr/bin/other-${lasts}` } };
    case 'hears of all':
      return { ...hook, events: hookEvents };
    case 'stays as it is':
      return hook;
    default:
      return { ...hook, events: [how.replace('hears of ', '') as HookEvent] };
  }
}

const whatDisturbs = [
  ...(['the person is quiet', 'the system is quiet', 'the person mutes for some time'] as const),
  ...(['the person unmutes one', 'the person sees to', 'the settings'] as const),
] as const;

/** What comes together in a story: only where one meets the other do they matter. */
export const themesOfChange = [
  ['a hook', 'a hook', 'the receiver'],
  [...whatDisturbs, 'the person reads'],
  ['the person mutes for some time', 'the person unmutes one', 'the clock jumps', 'the person is quiet'],
  [
    ...(['the person mutes for some time', 'the person mutes', 'the clock jumps'] as const),
    ...(['the person stops watching all of an account', 'the person leaves a project for a moment'] as const),
  ],
  ['the person pauses for some time', 'the clock jumps', 'the laptop sleeps', 'the person sees to'],
  ['another key', 'a key', 'the account', 'the person sees to', 'the person is quiet'],
  [...whatDisturbs, 'a hook', 'another key', 'the person pauses for some time'],
] as const;
