import type { BucketObject, Language, PickPage, PlannedObjects, Snapshot } from '../../../main/contract.ts';
import { noon } from './moments.ts';
import { aShownWindow } from './shown-window.ts';

const day = 86_400_000;

const objects: readonly Omit<BucketObject, 'name'>[] = [
  { key: 'autumn/autumn_ep13_master.mov', size: 3_450_000_000, changedAt: noon - 3_600_000, unfit: null },
  { key: 'autumn/予告編_2.mp4', size: 310_000_000, changedAt: noon - day, unfit: null },
  {
    key: 'autumn/autumn_camera_a.mov',
    size: 48_200_000_000,
    changedAt: noon - 40 * day,
    unfit: 'video-too-large',
  },
  {
    key: 'autumn/poster_print.png',
    size: 62_000_000,
    changedAt: noon - 400 * day,
    unfit: 'picture-too-large',
  },
  { key: 'autumn/script_ep13.pdf', size: 420_000, changedAt: noon - 2 * day, unfit: 'extension' },
];

const page: PickPage = {
  folders: [
    { prefix: 'autumn/raw/', name: 'raw/' },
    { prefix: 'autumn/stills/', name: 'stills/' },
  ],
  objects: objects.map((object) => ({ ...object, name: object.key.slice('autumn/'.length) })),
  skipped: 0,
  next: { by: 'token', value: 'more' },
};

const nothingPlanned: PlannedObjects = { plan: 1, found: [], faulty: [], repeated: 0, left: 0 };

const answer = (value: unknown) => ({ kind: 'answer', value });

/** What main says to a person who picks from a bucket. */
export const bucketAnswers = {
  listWorkspaces: answer({
    entries: [{ name: 'drama-studio', bucket: 'drama-studio-media' }],
    skipped: 0,
  }),
  listProjects: answer({ entries: [{ id: 1234, name: 'Autumn drama' }], skipped: 0 }),
  listAssets: answer({ assets: [], skipped: 0, page: 1, pages: 1, total: 0 }),
  planRegister: nothingPlanned,
  listBucket: answer(page),
};

/** A window whose accounts may register files. */
export function aRegistrarsWindow(language: Language): Snapshot {
  const shown = aShownWindow(language);
  return { ...shown, accounts: shown.accounts.map((account) => ({ ...account, mayRegister: true })) };
}
