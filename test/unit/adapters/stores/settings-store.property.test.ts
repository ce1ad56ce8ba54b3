import '../../../support/electron-path.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSettingsStore } from '../../../../main/adapters/stores/settings-store.ts';
import { isChoice, settingDefinitions, settingNames, type SettingName } from '../../../../main/contract.ts';
import { accountIdPattern } from '../../../../main/model/account.ts';
import { temporaryFolderInMemory } from '../../../support/temporary-folder.ts';

const now = () => Date.UTC(2026, 0, 2, 3, 4, 5);

/** Any JSON, and what comes near a settings file with any JSON in any place of it. */
const json = fc.jsonValue({ maxDepth: 3 });
const choice = fc
  .constantFrom(...settingNames)
  .chain((name) =>
    fc.tuple(fc.constant(name), fc.oneof(json, fc.constantFrom(...settingDefinitions[name].choices))),
  );
const settings = fc.array(choice).map((entries) => Object.fromEntries(entries) as Record<string, unknown>);
const account = fc.record(
  {
    id: fc.oneof(fc.constantFrom('a1', 'a2', 'A 3'), json),
    name: fc.oneof(fc.string(), json),
    apiUrl: fc.oneof(fc.webUrl(), json),
    accessKeyEnding: json,
    workspaces: fc.oneof(fc.array(fc.string()), json),
    colour: json,
  },
  { requiredKeys: [] },
);
const settingsFile = fc
  .tuple(
    fc.record(
      {
        version: json,
        settings: fc.oneof(
          fc
            .tuple(settings, fc.dictionary(fc.string(), json))
            .map(([ours, theirs]) => ({ ...theirs, ...ours })),
          json,
        ),
        accounts: fc.oneof(fc.array(fc.oneof(account, json)), json),
        forgotten: fc.oneof(
          fc.array(fc.oneof(fc.record({ id: fc.constantFrom('a1', 'a2'), fingerprint: fc.string() }), json)),
          json,
        ),
        pausedUntil: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), json),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.string(), json),
  )
  .map(([ours, theirs]) => ({ ...theirs, ...ours }));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What no version of this store wrote. */
function foreign({
  settings: _settings,
  accounts: _accounts,
  forgotten: _forgotten,
  pausedUntil: _pause,
  ...others
}: Record<string, unknown>) {
  return others;
}

/** A choice of the setting other than the present one. */
function another(name: SettingName, present: unknown) {
  const recorded = name === 'openShortcut' ? ['Control+Shift+I'] : [];
  return [...settingDefinitions[name].choices, ...recorded].find((value) => value !== present);
}

test('any JSON as settings file: the app starts with valid settings, and what it does not know outlives each change', () => {
  const folder = temporaryFolderInMemory();
  const file = join(folder, 'settings.json');
  fc.assert(
    fc.property(fc.oneof(settingsFile, json), fc.constantFrom(...settingNames), (content, name) => {
      // What was set aside would gather.
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(file, JSON.stringify(content));
      const before: unknown = JSON.parse(readFileSync(file, 'utf8'));
      const store = openSettingsStore({ folder, now });
      const { settings, accounts, pausedUntil } = store.get();
      expect(Object.keys(settings)).toEqual(settingNames);
      for (const known of settingNames) expect(isChoice(known, settings[known])).toBe(true);
      for (const { id } of accounts) expect(id).toMatch(accountIdPattern);
      expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
      if (pausedUntil !== null) expect(new Date(pausedUntil).toISOString()).toBeTruthy();
      expect(store.unreadable === null).toBe(isObject(before));

      store.change({ settings: { ...settings, [name]: another(name, settings[name]) } });
      const left = [...store.get().forgotten, { id: 'left', fingerprint: 'F' }];
      store.change({ accounts: [...accounts, { ...newcomer, id: 'new' }], forgotten: left });
      const after = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      if (isObject(before)) {
        expect(foreign(after)).toEqual(foreign(before));
        expect(after['accounts']).toEqual(expect.arrayContaining([before['accounts'] ?? []].flat()));
        expect(after['forgotten']).toEqual(expect.arrayContaining([before['forgotten'] ?? []].flat()));
        if (isObject(before['settings']))
          expect(after['settings']).toEqual({
            ...before['settings'],
            [name]: another(name, settings[name]),
          });
      }
      expect(openSettingsStore({ folder, now }).get()).toEqual(store.get());
    }),
    { numRuns: 200 },
  );
}, 30_000);

const newcomer = {
  name: 'New',
  apiUrl: 'https://mi.example.invalid',
  accessKeyEnding: null,
  fingerprint: null,
  keptAt: null,
  workspaces: [],
  weakAllowed: false,
  mayRegister: false,
};
