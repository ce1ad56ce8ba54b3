import { trayPictureOf } from '../../../main/app/tray-picture.ts';
import type { WatchlistStore } from '../../../main/adapters/stores/watchlist-store.ts';
import { openDesk, type Desk } from '../../../main/desk/desk.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { bannerOf } from '../../../main/wording/banner.ts';
import { words } from '../../../words/words.ts';
import { noHooks } from '../../unit/desk/desk-in-memory.ts';
import { asItComes, defaultSettings } from '../../../main/contract.ts';

export interface BusyDesk {
  readonly desk: Desk;
  /** Notices in each banner, in the order in which they were shown. */
  readonly banners: readonly number[];
  /** From now on every import has ended. */
  readonly endAll: () => void;
  readonly requests: () => number;
}

/**
 * The real desk with its runner, on the store that is handed in. Only the service and the screen are made up: an answer comes at
 * the next turn, what the window is told is cloned as Electron's channel would, and tray and banners are put into words.
 */
export async function openBusyDesk(accounts: readonly string[], store: WatchlistStore): Promise<BusyDesk> {
  const banners: number[] = [];
  let [status, requests] = ['IN_PROGRESS', 0];
  const metaData = { resolution: '1920x1080', durationMs: 2_640_000, size: 8_400_000_000, format: 'mov' };
  const client: Pick<MediaIntelligenceClient, 'importStatus'> = {
    importStatus: ({ assetId }) => {
      requests += 1;
      const value = { assetId, status, text: null, metaData, receivedAt: Date.now() };
      return new Promise((resolve) => setImmediate(resolve, { kind: 'answer', value }));
    },
  };
  const desk = openDesk({
    now: Date.now,
    setTimer,
    wentWrong: (error) => {
      throw error;
    },
    show: (notices, digest) => {
      bannerOf(notices, { words: words.en, language: 'en', digest });
      banners.push(notices.length);
      return Promise.resolve({ kind: 'shown', by: 'electron' });
    },
    close: () => undefined,
    tell: (change, picture) => {
      structuredClone(change);
      trayPictureOf(desk, picture, [], null, Date.now(), 'en');
    },
    hooks: noHooks,
    tellProblem: () => undefined,
    watchlist: store,
    pausedUntil: null,
    seed: 1,
    settings: { get: () => defaultSettings, set: () => undefined },
    arrangement: { get: () => asItComes, set: () => undefined },
    accounts: accountsOf(accounts, client),
  });
  await desk.accounts.open();
  return { desk, banners, endAll: () => (status = 'COMPLETED'), requests: () => requests };
}

function accountsOf(
  accounts: readonly string[],
  client: Pick<MediaIntelligenceClient, 'importStatus'>,
): Parameters<typeof openDesk>[0]['accounts'] {
  const records = accounts.map((id) => ({
    id,
    name: id,
    apiUrl: 'http://127.0.0.1',
    accessKeyEnding: null,
    fingerprint: null,
    keptAt: null,
    workspaces: [],
    weakAllowed: false,
    mayRegister: false,
  }));
  return {
    vault: {
      credentials: () => Promise.resolve({ accessKey: 'key', secretKey: 'secret' }),
      keep: () => Promise.resolve('keyring'),
      forget: () => Promise.resolve(),
      storageOf: () => 'keyring',
      keyringMissing: () => false,
    },
    records: () => records,
    forgotten: () => [],
    write: () => undefined,
    newId: () => 'new',
    agree: () => Promise.resolve(true),
    createClients: () => ({ client: client as MediaIntelligenceClient, bucketClient: null }),
    testAccount: () => Promise.resolve([]),
    checkDraft: (draft) => draft,
    foundKeys: () => [],
    guardSecret: () => undefined,
  };
}
