import { setTimeout as wait } from 'node:timers/promises';
import { trayPictureOf } from '../../../main/app/tray-picture.ts';
import type { WatchlistStore } from '../../../main/adapters/stores/watchlist-store.ts';
import { openDesk, type Desk } from '../../../main/desk/desk.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import type { Reply } from '../../../main/model/reply.ts';
import { setTimer } from '../../../main/runner/timer.ts';
import { bannerOf } from '../../../main/wording/banner.ts';
import { words } from '../../../words/words.ts';
import { noHooks } from '../../unit/desk/desk-in-memory.ts';
import { asItComes, defaultSettings } from '../../../main/contract.ts';

type Client = Pick<MediaIntelligenceClient, 'importStatus' | 'readPage'>;

export interface BusyDesk {
  readonly desk: Desk;
  /** Notices in each banner, in the order in which they were shown. */
  readonly banners: readonly number[];
  /** From now on every import has ended. */
  readonly endAll: () => void;
  readonly requests: () => number;
}

/** Assets of one project, which the list of the made-up service holds. */
export const assetsInProject = 200;

/**
 * The real desk with its runner, on the store that is handed in. Only the service and the screen are made up: an answer comes within a fifth of
 * a second, a list shows running imports without metadata, what the window is told is cloned as Electron's channel would, and tray and
 * banners are put into words.
 */
export async function openBusyDesk(accounts: readonly string[], store: WatchlistStore): Promise<BusyDesk> {
  const banners: number[] = [];
  let [status, requests] = ['IN_PROGRESS', 0];
  const metaData = { resolution: '1920x1080', durationMs: 2_640_000, size: 8_400_000_000, format: 'mov' };
  // Each at a moment of its own, as from a network: those of fifty accounts would else all be taken in one turn.
  const answer = <Value>(value: Value): Promise<Reply<Value>> =>
    wait(20 + ((requests * 37) % 180), { kind: 'answer', value });
  const client: Client = {
    importStatus({ assetId }) {
      requests += 1;
      return answer({ assetId, status, text: null, metaData, receivedAt: Date.now() });
    },
    readPage(_workspace, projectId) {
      const complete = status === 'COMPLETED';
      const assets = Array.from({ length: assetsInProject }, (_, index) => {
        const assetId = (projectId - 1) * assetsInProject + index + 1;
        return { assetId, fileName: `autumn_episode_${assetId}_master.mov`, size: null, complete };
      });
      return answer({ assets, skipped: 0, totalCount: assets.length, pages: 1 });
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
    tellProblem: () => Promise.resolve('told'),
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

function accountsOf(accounts: readonly string[], client: Client): Parameters<typeof openDesk>[0]['accounts'] {
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
