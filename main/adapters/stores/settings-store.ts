import * as v from 'valibot';
import {
  asItComes,
  columnNames,
  defaultSettings,
  isChoice,
  isColumnWidth,
  settingNames,
  sorts,
  type Arrangement,
  type Settings,
} from '../../contract.ts';
import { accountIdPattern, type AccountRecord, type ForgottenAccount } from '../../model/account.ts';
import { openStore } from './open-store.ts';
import type { StoreUnreadable } from './set-aside.ts';
import { entriesOf, isTime, writable, type Stored } from './stored.ts';

/**
 * What `settings.json` holds: the settings, how the list is arranged, the accounts without their keys, the pause, and the last look
 * for an update.
 */
export interface SettingsContent {
  readonly settings: Settings;
  readonly arrangement: Arrangement;
  readonly accounts: readonly AccountRecord[];
  /** Oldest first. */
  readonly forgotten: readonly ForgottenAccount[];
  /** Epoch milliseconds; null while not paused. */
  readonly pausedUntil: number | null;
  /** When a look for a newer version of the app last found none, epoch ms. */
  readonly lookedForUpdateAt: number | null;
}

export interface SettingsStore {
  readonly get: () => SettingsContent;
  /** Returns when it is on disk; throws `CannotSave`, and keeps what was there, where it could not be written. */
  readonly change: (part: Partial<SettingsContent>) => void;
  readonly unreadable: StoreUnreadable | null;
}

/**
 * Each value is judged by itself: what this version does not understand counts as its default, or as an account that is not there, and
 * costs nothing else. It stays on disk until the person changes that very value, for the version that wrote it.
 */
export function openSettingsStore(options: { folder: string; now: () => number }): SettingsStore {
  const store = openStore<Stored>({ ...options, name: 'settings', read: writable, defaults: {} });
  let stored = store.content;
  let accounts = entriesIn(stored['accounts'], accountRecord);
  let forgotten = entriesIn(stored['forgotten'], forgottenAccount);
  let content: SettingsContent = {
    settings: settingsIn(entriesOf(stored['settings'])),
    arrangement: arrangementIn(entriesOf(stored['arrangement'])),
    accounts: accounts.flatMap(({ record }) => record ?? []),
    forgotten: forgotten.flatMap(({ record }) => record ?? []),
    pausedUntil: pauseEndIn(stored['pausedUntil'], options.now()),
    lookedForUpdateAt: isTime(stored['lookedForUpdateAt']) ? stored['lookedForUpdateAt'] : null,
  };
  // Else it would be on disk until its time comes near, and then count as a pause that the person chose.
  if (isTime(stored['pausedUntil'])) stored = { ...stored, pausedUntil: content.pausedUntil };

  return {
    get: () => content,
    change(part) {
      const changed = { ...content, ...part };
      const changedAccounts = part.accounts ? entriesWith(part.accounts, accounts) : accounts;
      const changedForgotten = part.forgotten ? entriesWith(part.forgotten, forgotten) : forgotten;
      const settings = changesOf(content.settings, changed.settings);
      const toStore: Record<string, unknown> = { ...stored };
      if (Object.keys(settings).length > 0)
        toStore['settings'] = { ...entriesOf(stored['settings']), ...settings };
      if (part.arrangement) toStore['arrangement'] = part.arrangement;
      if (part.accounts) toStore['accounts'] = changedAccounts.map((account) => account.stored);
      if (part.forgotten && (changedForgotten.length > 0 || 'forgotten' in stored))
        toStore['forgotten'] = changedForgotten.map((entry) => entry.stored);
      if (changed.pausedUntil !== content.pausedUntil) toStore['pausedUntil'] = changed.pausedUntil;
      if (part.lookedForUpdateAt !== undefined) toStore['lookedForUpdateAt'] = part.lookedForUpdateAt;
      store.write(toStore);
      stored = toStore;
      accounts = changedAccounts;
      forgotten = changedForgotten;
      content = changed;
    },
    unreadable: store.unreadable,
  };
}

function settingsIn(stored: Stored): Settings {
  return Object.fromEntries(
    settingNames.map((name) => [name, isChoice(name, stored[name]) ? stored[name] : defaultSettings[name]]),
  ) as Settings;
}

const storedOrder = v.object({ by: v.picklist(sorts), isReversed: v.boolean() });

function arrangementIn({ order, widths, hidden }: Stored): Arrangement {
  const hiddenNames = new Set([hidden].flat());
  return {
    order: v.is(storedOrder, order) ? order : asItComes.order,
    widths: Object.fromEntries(
      Object.entries(entriesOf(widths)).filter(
        ([name, width]) => v.is(v.picklist(columnNames), name) && isColumnWidth(width),
      ),
    ),
    hidden: columnNames.filter((name) => hiddenNames.has(name)),
  };
}

/** The longest pause, until the next morning, has 33 hours where the clocks change. One that ends later was not chosen, or by a wrong clock. */
const longestPauseMs = 48 * 3_600_000;

function pauseEndIn(stored: unknown, now: number): number | null {
  return isTime(stored) && stored <= now + longestPauseMs ? stored : null;
}

/** An entry of one of the file's lists. */
interface StoredEntry<Entry> {
  readonly stored: unknown;
  /** Null where this version does not understand it. */
  readonly record: Entry | null;
}

const accountId = v.pipe(v.string(), v.regex(accountIdPattern));

/** Without its identity, name or address an account is none; the rest can be learned again. */
const accountRecord: v.GenericSchema<unknown, AccountRecord> = v.object({
  id: accountId,
  name: v.string(),
  apiUrl: v.string(),
  accessKeyEnding: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(4))), null),
  fingerprint: v.fallback(v.nullable(v.string()), null),
  keptAt: v.fallback(v.nullable(v.number()), null),
  workspaces: v.fallback(v.array(v.string()), []),
  weakAllowed: v.fallback(v.boolean(), false),
  mayRegister: v.fallback(v.boolean(), false),
});

const forgottenAccount: v.GenericSchema<unknown, ForgottenAccount> = v.object({
  id: accountId,
  fingerprint: v.string(),
});

/** Something else in the place of the list is carried along as an entry that is not understood. */
function entriesIn<Entry extends { readonly id: string }>(
  stored: unknown,
  schema: v.GenericSchema<unknown, Entry>,
): readonly StoredEntry<Entry>[] {
  const ids = new Set<string>();
  return [stored ?? []].flat().map((entry: unknown) => {
    const parsed = v.safeParse(schema, entry);
    // Two accounts of one id would share their keys.
    if (!parsed.success || ids.has(parsed.output.id)) return { stored: entry, record: null };
    ids.add(parsed.output.id);
    return { stored: entry, record: parsed.output };
  });
}

/** `records` as they are to be stored, and behind them what was not understood. */
function entriesWith<Entry extends { readonly id: string }>(
  records: readonly Entry[],
  before: readonly StoredEntry<Entry>[],
): readonly StoredEntry<Entry>[] {
  const known = new Map(before.map((entry) => [entry.record?.id, entry]));
  return [
    ...records.map((changed) => {
      const entry = known.get(changed.id);
      return {
        stored: { ...entriesOf(entry?.stored), ...changesOf(entry?.record ?? {}, changed) },
        record: changed,
      };
    }),
    ...before.filter((entry) => entry.record === null),
  ];
}

/** Only what was changed is written, so that a value which this version does not understand is not replaced by its default. */
function changesOf(before: object, after: object): Stored {
  const known = new Map(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => known.get(name) !== value));
}
