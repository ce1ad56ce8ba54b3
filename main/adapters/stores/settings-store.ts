import * as v from 'valibot';
import { floors, languages, notifierChoices, themes, type Settings } from '../../contract.ts';
import type { AccountRecord } from '../../desk/accounts.ts';
import { openStore } from './open-store.ts';
import type { StoreUnreadable } from './set-aside.ts';

export const defaultSettings: Settings = {
  floorMs: 5_000,
  noticeCompleted: true,
  noticeFailed: true,
  noticeLate: false,
  sound: true,
  notifier: 'automatic',
  language: 'system',
  theme: 'system',
  startAtLogin: false,
};

/** What `settings.json` holds: the settings, the accounts without their keys, and the pause. */
export interface SettingsContent {
  readonly settings: Settings;
  readonly accounts: readonly AccountRecord[];
  /** Epoch milliseconds; null while not paused. */
  readonly pausedUntil: number | null;
}

export interface SettingsStore {
  readonly get: () => SettingsContent;
  /** Returns when it is on disk; throws `CannotSave`, and keeps what was there, where it could not be written. */
  readonly change: (part: Partial<SettingsContent>) => void;
  readonly unreadable: StoreUnreadable | null;
}

export function openSettingsStore(options: { folder: string; now: () => number }): SettingsStore {
  const store = openStore({
    ...options,
    name: 'settings',
    shape,
    version: 1,
    migrations: {},
    defaults: { settings: defaultSettings, accounts: [], pausedUntil: null },
  });
  let content = store.content;
  return {
    get: () => content,
    change(part) {
      const changed = { ...content, ...part };
      store.write(changed);
      content = changed;
    },
    unreadable: store.unreadable,
  };
}

const account: v.GenericSchema<unknown, AccountRecord> = v.object({
  id: v.string(),
  name: v.string(),
  apiUrl: v.string(),
  accessKeyEnding: v.nullable(v.pipe(v.string(), v.maxLength(4))),
  workspaces: v.array(v.string()),
  weakAllowed: v.boolean(),
});

// A setting that an older file does not name takes its default; one of a wrong type makes the file unreadable.
const settings: v.GenericSchema<unknown, Settings> = v.object({
  floorMs: v.optional(v.picklist(floors), defaultSettings.floorMs),
  noticeCompleted: v.optional(v.boolean(), defaultSettings.noticeCompleted),
  noticeFailed: v.optional(v.boolean(), defaultSettings.noticeFailed),
  noticeLate: v.optional(v.boolean(), defaultSettings.noticeLate),
  sound: v.optional(v.boolean(), defaultSettings.sound),
  notifier: v.optional(v.picklist(notifierChoices), defaultSettings.notifier),
  language: v.optional(v.picklist(languages), defaultSettings.language),
  theme: v.optional(v.picklist(themes), defaultSettings.theme),
  startAtLogin: v.optional(v.boolean(), defaultSettings.startAtLogin),
});

const shape: v.GenericSchema<unknown, SettingsContent> = v.object({
  settings,
  accounts: v.array(account),
  pausedUntil: v.nullable(v.number()),
});
