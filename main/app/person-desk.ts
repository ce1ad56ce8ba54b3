import { homedir } from 'node:os';
import { readFile } from 'node:fs/promises';
import { findKeys } from '../adapters/keys/found-keys.ts';
import { openSettingsStore } from '../adapters/stores/settings-store.ts';
import { openWatchlistStore } from '../adapters/stores/watchlist-store.ts';
import { openVaultStore } from '../adapters/vault/vault-store.ts';
import { createVault, type VaultPorts } from '../adapters/vault/vault.ts';
import type { FoundKeys, Warning } from '../contract.ts';
import { openDesk, type DeskPorts } from '../desk/desk.ts';
import { testAccount } from '../mi/account-test.ts';
import { defaultApiUrl } from '../mi/api-address.ts';
import { createClient } from '../mi/client.ts';
import type { FetchPort } from '../mi/exchange.ts';
import { setTimer } from '../runner/timer.ts';
import { checkDraft } from './check-draft.ts';

export interface PersonDeskPorts
  extends
    Pick<VaultPorts, 'platform' | 'safeStorage'>,
    Pick<DeskPorts, 'show' | 'tell' | 'tellProblem' | 'wentWrong'> {
  /** The app's own folder. */
  readonly folder: string;
  readonly fetch: FetchPort;
  /** Keys that no log and no error may show from now on. */
  readonly guardSecret: (secret: string) => void;
}

/** The person's desk: their stores on disk, their vault, and the service over the network. */
export async function openPersonDesk(ports: PersonDeskPorts) {
  const { folder } = ports;
  const now = Date.now;
  const settings = openSettingsStore({ folder, now });
  const watchlist = openWatchlistStore({ folder, now });
  const sealed = openVaultStore({ folder, now });
  const wait = (delayMs: number) => new Promise<void>((resolve) => setTimeout(resolve, delayMs));
  const vault = createVault({
    platform: ports.platform,
    safeStorage: ports.safeStorage,
    store: sealed,
    wait,
  });
  await vault.ready();
  const found = await findKeys({
    environment: process.env,
    home: homedir(),
    readFile: (path) => readFile(path, 'utf8'),
  });

  const desk = openDesk({
    ...ports,
    now,
    setTimer,
    accounts: {
      vault,
      records: () => settings.get().accounts,
      writeRecords: (accounts) => settings.change({ accounts }),
      createClient: (keys, apiUrl) =>
        createClient({ fetch: ports.fetch, now, credentials: () => keys, apiUrl }),
      testAccount: ({ keys, apiUrl }, tell) => {
        const clientFor = (address: string) =>
          createClient({ fetch: ports.fetch, now, credentials: () => keys, apiUrl: address });
        return testAccount(apiUrl, { now, clientFor, tell }, new AbortController().signal);
      },
      checkDraft,
      foundKeys: () =>
        found.map(({ source, ...keys }) => ({ source, keys, accessKeyEnding: keys.accessKey.slice(-4) })),
      guardSecret: ports.guardSecret,
      defaultApiUrl,
    },
    settings: {
      get: () => settings.get().settings,
      set: (changed) => settings.change({ settings: changed }),
    },
    watchlist,
    pausedUntil: settings.get().pausedUntil,
    seed: now() | 0,
  });

  const warnings: Warning[] = [settings, watchlist, sealed].flatMap(({ unreadable }) => unreadable ?? []);
  const foundKeys: FoundKeys[] = found.map(({ source, accessKey }) => ({
    source,
    accessKeyEnding: accessKey.slice(-4),
  }));
  return {
    desk,
    warnings,
    foundKeys,
    rememberPause: (pausedUntil: number | null) => settings.change({ pausedUntil }),
  };
}
