import type { Language, PlannedObjects, Snapshot, WishCard } from '../../../main/contract.ts';
import { noon } from './moments.ts';
import { aProblem } from './problems.ts';
import { aSnapshot, anAccount } from './snapshots.ts';

const wish = (number: number, state: WishCard['state']): WishCard => ({
  ...{ id: `w${number}`, account: 'a1', workspace: 'drama', projectId: 1234, bucket: 'drama-media' },
  ...{ key: `autumn/drama_ep0${number}.mov`, wishedAt: noon, state },
});

/** A window in which files are being registered, with something of all that became of them. */
export function aRegisteringWindow(language: Language): Snapshot {
  return aSnapshot({
    language,
    accounts: [{ ...anAccount, mayRegister: true }],
    wishes: [
      wish(1, { kind: 'registered', assetId: 5678 }),
      wish(2, { kind: 'refused', problem: { ...aProblem('refused'), code: '10001' } }),
      wish(3, { kind: 'in-doubt', above: 5678 }),
      wish(4, { kind: 'sent', above: 5678 }),
    ],
  });
}

const planned: PlannedObjects = {
  plan: 1,
  found: [
    { bucket: 'drama-media', key: 'autumn/drama_ep05.mov', line: 1, isUnknownKind: false },
    {
      bucket: 'drama-masters',
      key: 'masters/2026/a_name_that_is_much_longer_than_the_row_is_wide.mov',
      line: 2,
      isUnknownKind: false,
    },
    { bucket: 'drama-media', key: 'autumn/drama_ep06', line: 3, isUnknownKind: true },
  ],
  faulty: [
    { text: 'autumn/', line: 4, fault: 'folder' },
    { text: 'autumn/notes.txt', line: 5, fault: 'extension' },
  ],
  repeated: 1,
  left: 0,
};

const answered = <Value>(value: Value) => ({ kind: 'answer', value });

/** What main answers this window, by the channel. */
export const registeringAnswers = {
  listWorkspaces: answered({ entries: [{ name: 'drama', bucket: 'drama-media' }], skipped: 0 }),
  listProjects: answered({ entries: [{ id: 1234, name: 'Autumn drama' }], skipped: 0 }),
  listAssets: answered({
    ...{ skipped: 0, page: 1, pages: 1, total: 1 },
    assets: [{ id: 5678, fileName: 'drama_ep05.mov', size: null, watched: true }],
  }),
  planRegister: planned,
};
