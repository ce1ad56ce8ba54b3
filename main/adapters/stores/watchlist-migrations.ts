import type { Migrations } from './migrate.ts';

type Entry = Record<string, unknown>;

/** Version 1 knew no groups: no watch was in one, and every notice was about one import. */
const watchOf1 = (watch: Entry): Entry => ({ ...watch, group: null });
const noticeOf1 = (notice: Entry): Entry => ({ ...notice, about: 'import' });

/** Of a part of the base, or of the one file that held all of it: records by id. */
export const contentMigrations: Migrations = {
  1: (content) => ({
    ...content,
    watches: eachValue(content['watches'], watchOf1),
    notices: eachValue(content['notices'], noticeOf1),
    groups: {},
  }),
};

/** Of an entry of the journal: lists. */
export const changesMigrations: Migrations = {
  1: (changes) => ({
    ...changes,
    watches: each(changes['watches'], watchOf1),
    notices: each(changes['notices'], noticeOf1),
    groups: [],
    removedGroups: [],
  }),
};

/** What is no list or record of objects stays as it is: the shape refuses it afterwards. */
function each(list: unknown, step: (entry: Entry) => Entry): unknown {
  return Array.isArray(list) ? list.map((entry) => (isEntry(entry) ? step(entry) : entry)) : list;
}

function eachValue(record: unknown, step: (entry: Entry) => Entry): unknown {
  if (!isEntry(record)) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, entry]) => [key, isEntry(entry) ? step(entry) : entry]),
  );
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
