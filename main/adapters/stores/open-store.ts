import { accessSync, constants, existsSync, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import * as v from 'valibot';
import { cannotSave } from './cannot-save.ts';
import { migrate, type Migrations } from './migrate.ts';
import { namesIn } from './names-in.ts';
import { setAside, type StoreUnreadable } from './set-aside.ts';

export interface StoreOptions<Content extends object> {
  /** `settings` becomes `settings.json`. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** The shape of `Content` as it is on disk at `version`. */
  readonly shape: v.GenericSchema<unknown, Content>;
  /** Counts from 1; raised when the shape changes in a way that older files do not have. */
  readonly version: number;
  readonly migrations: Migrations;
  readonly defaults: Content;
  /** Epoch milliseconds; names the copy of an unreadable file. */
  readonly now: () => number;
}

export interface OpenedStore<Content extends object> {
  /** What was on disk when the store was opened, or the defaults. */
  readonly content: Content;
  /** Set where the file could not be read: it was put aside and the defaults are used. */
  readonly unreadable: StoreUnreadable | null;
  /** Returns when the content is on disk. Throws `CannotSave` and leaves the old content where it could not be written. */
  readonly write: (content: Content) => void;
}

/** Opens one store file. It never throws for what the file holds, and never loses it. */
export function openStore<Content extends object>(options: StoreOptions<Content>): OpenedStore<Content> {
  removeUnfinished(options);
  // Opening a file that is not there would make its folder, and fail on a disk that cannot be written to.
  if (!isThere(fileOf(options)))
    return { content: options.defaults, unreadable: null, write: writerOf(options, null) };
  const read = readStore(options);
  if (read.kind === 'read')
    return { content: read.content, unreadable: null, write: writerOf(options, read.store) };
  const unreadable = setAside(fileOf(options), options.now());
  return { content: options.defaults, unreadable, write: writerOf(options, null) };
}

function fileOf({ folder, name }: Pick<StoreOptions<object>, 'name' | 'folder'>): string {
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
function removeUnfinished({ folder, name }: Pick<StoreOptions<object>, 'name' | 'folder'>): void {
  for (const left of namesIn(folder).filter((file) => file.startsWith(`${name}.json.tmp-`))) {
    try {
      rmSync(join(folder, left));
    } catch {
      // A folder that cannot be written to. It is in nobody's way, and the next start tries again.
      return;
    }
  }
}

type Stored = Record<string, unknown>;
type Read<Content> =
  | { readonly kind: 'read'; readonly content: Content; readonly store: ElectronStore<Stored> }
  | { readonly kind: 'unreadable' };

function readStore<Content extends object>(options: StoreOptions<Content>): Read<Content> {
  try {
    const store = openFile(options);
    const migrated = migrate(store.store, options.version, options.migrations);
    const parsed = v.safeParse(options.shape, migrated);
    if (!parsed.success) return { kind: 'unreadable' };
    return { kind: 'read', content: parsed.output, store };
  } catch {
    // Half-written text, a wrong type, a newer version, no permission: whichever it was, the file is kept and told.
    return { kind: 'unreadable' };
  }
}

function writerOf<Content extends object>(
  options: StoreOptions<Content>,
  opened: ElectronStore<Stored> | null,
): OpenedStore<Content>['write'] {
  let store = opened;
  return (content) => {
    try {
      refuseAtOnce(options.folder);
      store ??= openFile(options);
      store.store = { version: options.version, ...content };
    } catch (error) {
      throw cannotSave(error);
    }
  };
}

/**
 * Throws where the folder may not be written to. conf would try that again for a second, in a loop in which nothing else runs
 * (atomically 2.1, writeFileSync). A folder that is not there is made by conf.
 */
function refuseAtOnce(folder: string): void {
  if (existsSync(folder)) accessSync(folder, constants.W_OK);
}

const versioned = v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

function openFile({ name, folder }: Pick<StoreOptions<object>, 'name' | 'folder'>): ElectronStore<Stored> {
  return new ElectronStore<Stored>({
    name,
    cwd: folder,
    configFileMode: 0o600,
    clearInvalidConfig: false,
    // Keys are ids that hold dots and slashes, not paths.
    accessPropertiesByDotNotation: false,
    serialize: (value) => JSON.stringify(value),
    // conf 16 reads a file that holds an array, a string or `null` as an empty store, and the next write would lose it.
    deserialize: (text) => v.parse(versioned, JSON.parse(text)),
  });
}
