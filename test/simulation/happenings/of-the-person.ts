import type { MuteSubject } from '../../../main/model/mute.ts';
import type { GroupChoice } from '../laws/group-books.ts';
import { hour, minute, second, type Rule } from './rule.ts';

/** What the person wants otherwise. */
const groupChanges: Readonly<Record<string, Partial<GroupChoice>>> = {
  'calls it otherwise': { name: 'Otherwise' },
  'wants the whole told': { tell: { allDone: true, firstFailure: false } },
  'wants the first failure told': { tell: { allDone: false, firstFailure: true } },
  'wants both told': { tell: { allDone: true, firstFailure: true } },
  'wants nothing told': { tell: { allDone: false, firstFailure: false } },
  'wants each told': { eachAsset: true },
  'wants none told by itself': { eachAsset: false },
  'wants each told and not the whole': { tell: { allDone: false, firstFailure: false }, eachAsset: true },
  'dissolves it': {},
  'takes it out': {},
  'takes it out and undoes it': {},
};

/** What the person does at the window and the tray. */
export const ofThePerson = {
  'the person checks': {
    weight: 4,
    ways: ['all', 'one'],
    lasts: [0, 0],
    act: ({ person }, { how, account, assetId }) => {
      if (how === 'all') person.checkAll();
      else person.checkOne(account, assetId);
    },
  },
  'the person stops watching': {
    weight: 4,
    ways: ['and undoes it', 'for good', 'and adds it again'],
    lasts: [0, 3 * minute],
    act: ({ person }, { how, account, assetId, lasts }) => {
      if (how === 'and undoes it') person.removeAndUndo(account, assetId, lasts);
      else if (how === 'for good') person.remove(account, assetId);
      else person.removeAndAdd(account, assetId, lasts);
    },
  },
  'the person pauses': {
    weight: 2,
    ways: ['to its end', 'and resumes'],
    lasts: [second, hour],
    act: ({ person }, { how, lasts }) => person.pause(how === 'and resumes' ? hour : lasts, lasts, false),
  },
  'the person reads': {
    weight: 1,
    ways: ['all notices', 'and clears the inbox'],
    lasts: [0, 0],
    act: ({ person }, { how }) => {
      if (how === 'all notices') person.say({ kind: 'notices-read', notices: 'all' });
      else person.clearInbox();
    },
  },
  'the person handles failures': {
    weight: 1,
    ways: ['all', 'and takes it back'],
    lasts: [0, 0],
    act: ({ app, person }, { how }) => {
      const watches = [...(app.state()?.watches.keys() ?? [])];
      person.say({ kind: 'handled', watches, isHandled: how === 'all' });
    },
  },
  // Drawn apart from the others.
  'the person mutes': {
    weight: 0,
    ways: [
      'watch',
      'group',
      'project',
      'watch until it ends',
      'group until it ends',
      'project until it ends',
    ],
    lasts: [second, 20 * minute],
    act: ({ person }, { how, account, assetId, lasts }) => {
      const [of] = how.split(' ');
      person.mute(of as MuteSubject, account, assetId, how.endsWith('ends') ? null : lasts, false);
    },
  },
  'the person changes a group': {
    weight: 0,
    ways: Object.keys(groupChanges),
    lasts: [second, 3 * minute],
    act: ({ person }, { how, account, assetId, lasts }) => {
      if (how === 'dissolves it') person.ungroup(account, assetId);
      else if (how === 'takes it out') person.removeGroup(account, assetId, null);
      else if (how === 'takes it out and undoes it') person.removeGroup(account, assetId, lasts);
      else person.changeGroup(account, assetId, groupChanges[how]!);
    },
  },
  'the person unmutes': {
    weight: 0,
    ways: ['all'],
    lasts: [0, 0],
    act: ({ person }) => person.unmuteAll(),
  },
  'the person renames': {
    weight: 1,
    ways: ['My film', ''],
    lasts: [0, 0],
    act: ({ person }, { how, account, assetId }) => person.rename(account, assetId, how || null),
  },
  'the person changes the settings': {
    weight: 2,
    ways: ['5 s', '10 s', '30 s', '60 s', 'no notices of completed', 'no notices'],
    lasts: [10 * second, 20 * minute],
    act: ({ person }, { how, lasts }) => person.changeSettings(how, lasts),
  },
  'the person leaves a project': {
    weight: 0.7,
    ways: ['and follows it again'],
    lasts: [second, 5 * minute],
    act: ({ person, plan }, { lasts, account }) => {
      if (plan.follows.includes(account)) person.leave(account, lasts);
    },
  },
  'the account': {
    weight: 1.5,
    ways: ['is removed and connected again', 'is locked in the keyring'],
    lasts: [second, 5 * minute],
    act: ({ person }, { how, account, lasts }) =>
      person.disconnect(
        how === 'is locked in the keyring' ? 'account-not-ready' : 'account-removed',
        account,
        lasts,
      ),
  },
} satisfies Record<string, Rule>;
