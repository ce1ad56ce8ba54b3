import { accessSync, constants, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { CannotSave, cannotSave } from './cannot-save.ts';
import { namesIn } from './names-in.ts';
import { makeOwnFilesPrivate } from './private-files.ts';
import { setAside, type StoreUnreadable } from './set-aside.ts';
import { readStored, type Stored } from './stored.ts';

export interface StoreOptions<Content> {
  /** `settings` becomes `settings.json`. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Throws where the file cannot be used at all; it is then set aside. */
  readonly read: (stored: Stored) => Content;
  /** Where there is no file, or none that can be used. */
  readonly defaults: Content;
  /** Epoch milliseconds; names the copy of an unreadable file. */
  readonly now: () => number;
}

export interface OpenedStore<Content> {
  /** What was on disk when the store was opened, or the defaults. */
  readonly content: Content;
  /** Set where the file could not be read: the defaults are used, and it was put aside, or stays and is not written in this run. */
  readonly unreadable: StoreUnreadable | null;
  /** Returns when the content is on disk. Throws `CannotSave` and leaves the old content where it could not be written. */
  readonly write: (content: object) => void;
}

/**
 * electron-store answers IPC of any frame, as of the first store that is made, which may be at the first save. Called before the gate
 * opens, so that the gate can take that listener away for good.
 */
export function letStoresListen(): void {
  ElectronStore.initRenderer();
}

type Place = Pick<StoreOptions<unknown>, 'name' | 'folder'>;

/** Opens one store file. It never throws for what the file holds, and never loses it. */
export function openStore<Content>(options: StoreOptions<Content>): OpenedStore<Content> {
  makeOwnFilesPrivate(options.folder);
  tidy(options);
  // Opening a file that is not there would make its folder, and fail on a disk that cannot be written to.
  if (!isThere(fileOf(options)))
    return { content: options.defaults, unreadable: null, write: writerOf(options, null) };
  try {
    // Before electron-store opens it, which would wait at a pipe for ever and read through a link.
    const content = options.read(readStored(fileOf(options)));
    return { content, unreadable: null, write: writerOf(options, openFile(options)) };
  } catch {
    // Half-written text, a link in its place, no permission: whichever it was, the file is kept and told.
    const unreadable = setAside(fileOf(options), options.now());
    const isUnread = unreadable.copy === unreadable.file;
    return { content: options.defaults, unreadable, write: writerOf(options, null, isUnread) };
  }
}

function fileOf({ folder, name }: Place): string {
  return join(folder, `${name}.json`);
}

/** A file that may not even be looked at is there: reading it fails, and that is told. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** A crash in the midst of a write leaves the new file under a name of its own; without this they would gather. */
function tidy({ folder, name }: Place): void {
  for (const file of namesIn(folder).filter((found) => found.startsWith(`${name}.json.tmp-`))) {
    try {
      rmSync(join(folder, file));
    } catch {
      // A folder that cannot be written to. It is in nobody's way, and the next start tries again.
      return;
    }
  }
}

/**
 * `isUnread`: over a file that was neither read nor set aside nothing is written in this run. Once its folder had its owner again, the next
 * look for an update would write over all accounts and keys, which a restart brings back.
 */
function writerOf(place: Place, opened: ElectronStore<Record<string, unknown>> | null, isUnread = false) {
  let store = opened;
  return (content: object): void => {
    try {
      refuseAtOnce(place);
      if (isUnread && isThere(fileOf(place))) throw new CannotSave('not-read', 'still in its place');
      store ??= openFile(place);
      store.store = { ...content };
    } catch (error) {
      throw cannotSave(error);
    }
  };
}

/**
 * Throws where the folder may not be written to. conf would try that again for a second, in a loop in which nothing else runs
 * (atomically 2.1, writeFileSync). It would also make the folder readable to all, and write through a link that took the file's place.
 */
function refuseAtOnce(place: Place): void {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  accessSync(place.folder, constants.W_OK);
  const present = lstatSync(fileOf(place), { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) throw new CannotSave('in-the-way', 'no regular file');
}

function openFile(place: Place): ElectronStore<Record<string, unknown>> {
  // With it conf 16 writes into the file itself, which a full disk cuts short. A start from a terminal that is a snap inherits it.
  delete process.env['SNAP'];
  return new ElectronStore({
    name: place.name,
    cwd: place.folder,
    configFileMode: 0o600,
    clearInvalidConfig: false,
    // Keys are ids that hold dots and slashes, not paths.
    accessPropertiesByDotNotation: false,
    serialize: (value) => JSON.stringify(value),
    // conf 16 takes every file for UTF-8, and one that holds an array or `null` for an empty store, which the next write would lose.
    deserialize: () => readStored(fileOf(place)),
  });
}
