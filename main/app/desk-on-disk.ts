import { randomUUID } from 'node:crypto';
import { lookForKeys } from '../adapters/keys/found-keys.ts';
import { cannotSave } from '../adapters/stores/cannot-save.ts';
import type { Receipts } from '../adapters/notifiers/receipts.ts';
import { programEnvironment } from '../adapters/programs/program-environment.ts';
import { runProgram } from '../adapters/programs/run-program.ts';
import type { SettingsStore } from '../adapters/stores/settings-store.ts';
import { openWatchlistStore } from '../adapters/stores/watchlist-store.ts';
import { openVaultStore } from '../adapters/vault/vault-store.ts';
import { createVault, keyPair, webhookSecrets, type VaultPorts } from '../adapters/vault/vault.ts';
import type { FoundKeys, Settings } from '../contract.ts';
import type { AccountPorts } from '../desk/accounts.ts';
import { createClients } from '../desk/clients.ts';
import { openDesk, type DeskPorts } from '../desk/desk.ts';
import type { HookPorts } from '../desk/hooks.ts';
import { sendWebhook } from '../hooks/send-webhook.ts';
import { testAccount } from '../mi/account-test.ts';
import { createClient } from '../mi/client.ts';
import type { FetchPort } from '../mi/exchange.ts';
import type { Notice } from '../model/notice.ts';
import { after, setTimer } from '../runner/timer.ts';
import { checkDraft } from './check-draft.ts';
import type { Warnings } from './warnings.ts';

export interface DeskOnDiskPorts
  extends
    Pick<VaultPorts, 'platform' | 'safeStorage'>,
    Pick<DeskPorts, 'show' | 'close' | 'tell' | 'tellProblem' | 'wentWrong'> {
  /** The app's own folder. */
  readonly folder: string;
  /** Of the same folder. */
  readonly settings: SettingsStore;
  /** Searched for keys; see main/adapters/keys. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string | null;
  readonly fetch: FetchPort;
  readonly fetchOnce: FetchPort;
  readonly agree: AccountPorts['agree'];
  readonly chooseProgram: HookPorts['chooseProgram'];
  readonly language: HookPorts['language'];
  /** The app's own, without any key: of it, and of the facts, that of the person's programs is made. */
  readonly programEnvironment: NodeJS.ProcessEnv;
  /** Keeps this text out of every log and every error from now on. */
  readonly guardSecret: (secret: string) => void;
  /** Applies changed settings; calls `keep` if they may be written. */
  readonly settingsChange: (before: Settings, after: Settings, keep: () => void) => void;
  readonly warn: Pick<Warnings, 'raise' | 'withdraw'>;
  readonly receipts: Pick<Receipts, 'left' | 'keepOnly'>;
}

/** How long a program of the person may run; `words/hooks` says it, too. */
const programTimeMs = 300_000;

/** Opens a desk with its stores and its vault in one folder and the service on the network. Other work runs meanwhile. */
export async function openDeskOnDisk(ports: DeskOnDiskPorts) {
  const { folder, settings } = ports;
  const now = Date.now;
  const watchlist = await openWatchlistStore({ folder, now, warn: ports.warn.raise });
  const sealed = openVaultStore({ folder, now });
  const vault = createVault({ ...ports, store: sealed.keys, after }, keyPair);
  // A ledger that could not be read may wait for any of them.
  if (!watchlist.isUnread) ports.receipts.keepOnly(awaitedReceipts(watchlist.stored.notices));
  const places = await lookForKeys(ports);
  const found = places.filter((place) => place.kind === 'keys');

  const fetches = { fetch: ports.fetch, fetchOnce: ports.fetchOnce };
  const desk = openDesk({
    ...ports,
    now,
    setTimer,
    accounts: {
      vault,
      records: () => settings.get().accounts,
      forgotten: () => settings.get().forgotten,
      write: settings.change,
      newId: randomUUID,
      agree: ports.agree,
      createClients: (keys, apiUrl) => createClients({ ...fetches, now }, keys, apiUrl),
      testAccount: ({ keys, apiUrl }, tell) => {
        const clientFor = (address: string) =>
          createClient({ ...fetches, now, credentials: () => keys, apiUrl: address });
        return testAccount(apiUrl, { now, clientFor, tell }, new AbortController().signal);
      },
      checkDraft,
      foundKeys: () =>
        found.map(({ source, accessKey, secretKey }) => ({
          source,
          keys: { accessKey, secretKey },
          accessKeyEnding: accessKey.slice(-4),
        })),
      guardSecret: ports.guardSecret,
    },
    hooks: {
      newId: randomUUID,
      language: ports.language,
      vault: createVault({ ...ports, store: sealed.webhooks, after }, webhookSecrets),
      chooseProgram: ports.chooseProgram,
      run: (path, variables, signal) =>
        runProgram(
          {
            ...{ path, signal, timeLimitMs: programTimeMs },
            environment: { ...programEnvironment(ports.programEnvironment, process.execPath), ...variables },
          },
          { platform: ports.platform, after },
        ),
      send: (secrets, message, signal) => sendWebhook(secrets, message, signal, { fetch: ports.fetch, now }),
    },
    settings: {
      get: () => settings.get().settings,
      set: (changed) =>
        ports.settingsChange(settings.get().settings, changed, () => settings.change({ settings: changed })),
    },
    arrangement: {
      get: () => settings.get().arrangement,
      set: (arrangement) => settings.change({ arrangement }),
    },
    watchlist: {
      stored: watchlist.stored,
      save: (changes) => saveOrWarn(() => watchlist.save(changes), ports.warn),
    },
    receipts: ports.receipts.left,
    pausedUntil: settings.get().pausedUntil,
    seed: now() | 0,
  });

  const remember = (part: Parameters<typeof settings.change>[0]) =>
    void saveOrWarn(async () => settings.change(part), ports.warn).catch(ports.wentWrong);
  for (const unreadable of [settings.unreadable, sealed.unreadable])
    if (unreadable) ports.warn.raise(unreadable);
  const foundKeys: FoundKeys[] = found.map(({ source, accessKey }) => ({
    source,
    accessKeyEnding: accessKey.slice(-4),
  }));
  return {
    desk,
    async close(): Promise<void> {
      await desk.close();
      await watchlist.close();
    },
    foundKeys,
    unusableKeys: places.filter((place) => place.kind === 'unusable'),
    rememberPause: (pausedUntil: number | null) => remember({ pausedUntil }),
    lastLook: settings.get().lookedForUpdateAt,
    rememberLook: (lookedForUpdateAt: number) => remember({ lookedForUpdateAt }),
  };
}

/** The receipts of banners of which the ledger does not say whether they were shown. */
function awaitedReceipts(notices: readonly Notice[]): ReadonlySet<string> {
  return new Set(notices.flatMap(({ fate }) => (fate.kind === 'showing' ? fate.receipt : [])));
}

/** Warns of a failed write until one succeeds; the monitor keeps what could not be written and tries again. */
async function saveOrWarn(save: () => Promise<void>, warn: DeskOnDiskPorts['warn']): Promise<void> {
  try {
    await save();
    warn.withdraw('cannot-save');
  } catch (error) {
    warn.raise({ kind: 'cannot-save', fault: cannotSave(error).fault });
    throw error;
  }
}
