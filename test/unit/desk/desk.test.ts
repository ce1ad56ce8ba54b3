import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../../main/contract.ts';
import type { AccountRecord } from '../../../main/desk/accounts.ts';
import type { Keys } from '../../../main/mi/keys.ts';
import { openDesk, snapshotOf, type DeskPorts } from '../../../main/desk/desk.ts';
import { createWatchRequests } from '../../../main/desk/watch-requests.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import { aProblem } from '../../support/samples/problems.ts';
import { someSettings as settings } from '../../support/samples/settings.ts';

const canary = 'CANARYSECRET0000000000000000000000000001';
const refusal = {
  kind: 'problem',
  problem: aProblem('credentials'),
};
const reference = { workspace: 'my-space', projectId: 1, assetId: 7 };

/** What the app around the desk knows. */
const frame = {
  version: '0',
  platform: 'linux',
  language: 'en',
  demo: false,
  settings,
  foundKeys: [],
  warnings: [],
} as const;

/** A desk on a service that answers `status` for every asset, with everything kept in memory. */
function deskWith(status = 'IN_PROGRESS', records: AccountRecord[] = []) {
  const world = {
    status,
    records,
    settings,
    vault: new Map<string, Keys>(),
    /** Accounts whose key the keyring does not give out yet. */
    locked: new Map<string, Promise<Keys | null>>(),
    /** Access keys that the service refuses. */
    refused: new Set<string>(),
    now: 1_000_000,
  };
  const changes: Change[] = [];
  const guarded: string[] = [];
  const answer = () =>
    Promise.resolve({
      kind: 'answer',
      value: { assetId: 7, status: world.status, text: null, metaData: null, receivedAt: world.now },
    });
  const clientOf = ({ accessKey }: Keys) =>
    ({
      importStatus: () => (world.refused.has(accessKey) ? Promise.resolve(refusal) : answer()),
      assetDetails: () => Promise.resolve({ kind: 'aborted' }),
    }) as unknown as MediaIntelligenceClient;
  const show = vi.fn(() => Promise.resolve({ kind: 'shown', by: 'node-notifier' } as const));
  const ports: DeskPorts = {
    now: () => world.now,
    setTimer: () => () => undefined,
    show,
    wentWrong: (error) => {
      throw error;
    },
    accounts: {
      vault: {
        credentials: (id, toldLocked) => {
          const locked = world.locked.get(id);
          if (locked !== undefined) toldLocked?.();
          return locked ?? Promise.resolve(world.vault.get(id) ?? null);
        },
        keep: (id, keys) => {
          world.vault.set(id, keys);
          return Promise.resolve('keyring');
        },
        forget: (id) => {
          world.vault.delete(id);
          return Promise.resolve();
        },
        storageOf: (id) => (world.vault.has(id) ? 'keyring' : 'none'),
        keyringMissing: () => false,
      },
      records: () => world.records,
      writeRecords: (next) => {
        world.records = [...next];
      },
      createClient: clientOf,
      testAccount: () => Promise.resolve([]),
      checkDraft: (draft) => draft,
      foundKeys: () => [],
      guardSecret: (secret) => guarded.push(secret),
    },
    settings: {
      get: () => world.settings,
      set: (next) => {
        world.settings = next;
      },
    },
    watchlist: { watches: [], notices: [], groups: [], save: () => Promise.resolve() },
    pausedUntil: null,
    seed: 1,
    tellProblem: vi.fn(),
    tell: (change) => changes.push(change),
  };
  const desk = openDesk(ports);
  return {
    desk,
    world,
    changes,
    guarded,
    show,
    requests: createWatchRequests(desk.runner, { writeText: vi.fn() }),
  };
}

const draft = {
  id: null,
  name: 'Mine',
  accessKey: 'ACCESSKEY1234',
  secretKey: canary,
  apiUrl: 'https://mi.example.com',
};
const keys = { accessKey: 'ACCESSKEY1234', secretKey: canary };
const recordOf = (id: string): AccountRecord => ({
  id,
  name: id,
  apiUrl: 'https://mi.example.com',
  accessKeyEnding: '1234',
  workspaces: [],
  weakAllowed: false,
});
const asset = { reference, label: null, fileName: 'a.mov' };

describe('an account', () => {
  it('is kept with its key, and only the ending of the access key is shown', async () => {
    const { desk, world, guarded } = deskWith();
    expect(await desk.accounts.save(draft)).toEqual({ id: 'a1', storage: 'keyring' });
    expect(world.vault.get('a1')).toEqual({ accessKey: 'ACCESSKEY1234', secretKey: canary });
    expect(desk.accounts.cards()).toMatchObject([{ id: 'a1', accessKeyEnding: '1234', storage: 'keyring' }]);
    expect(guarded).toEqual([canary]);
  });

  it('keeps the stored key where the draft brings none', async () => {
    const { desk, world } = deskWith();
    await desk.accounts.save(draft);
    await desk.accounts.save({ ...draft, id: 'a1', name: 'New name', accessKey: null, secretKey: null });
    expect(world.vault.get('a1')?.secretKey).toBe(canary);
    expect(desk.accounts.cards()).toMatchObject([{ name: 'New name' }]);
  });

  it.each([
    ['accessKey', { accessKey: null }],
    ['secretKey', { secretKey: null }],
  ])('needs its %s', async (field, missing) => {
    const { desk } = deskWith();
    await expect(desk.accounts.save({ ...draft, ...missing })).rejects.toMatchObject({
      error: { code: 'bad-field', field, fault: 'empty' },
    });
  });

  it('keeps its name while another one cannot take it, in capitals or not', async () => {
    const { desk } = deskWith();
    await desk.accounts.save(draft);
    await expect(desk.accounts.save({ ...draft, name: 'MINE' })).rejects.toMatchObject({
      error: { code: 'bad-field', field: 'name', fault: 'name-taken' },
    });
    await expect(desk.accounts.save({ ...draft, id: 'a1' })).resolves.toMatchObject({ id: 'a1' });
    await expect(desk.accounts.save({ ...draft, name: 'Theirs' })).resolves.toMatchObject({ id: 'a2' });
  });

  it('that is gone is said to be gone', async () => {
    const { desk } = deskWith();
    await expect(desk.accounts.save({ ...draft, id: 'a9' })).rejects.toMatchObject({
      error: { code: 'account-gone' },
    });
    await expect(desk.accounts.useFoundKeys({ source: 'environment', name: 'Mine' })).rejects.toMatchObject({
      error: { code: 'found-keys-gone' },
    });
  });

  it('stays in the list without a client when its key cannot be read', async () => {
    const { desk } = deskWith('IN_PROGRESS', [recordOf('a1')]);
    await desk.accounts.open();
    expect(desk.accounts.client('a1')).toBeNull();
    expect(desk.projection.picture().health).toEqual({ kind: 'key-missing', account: 'a1' });
  });

  it('does not wait for another one whose key is locked', async () => {
    const { desk, world } = deskWith('IN_PROGRESS', [recordOf('a1'), recordOf('a2')]);
    const unlocked = Promise.withResolvers<Keys>();
    world.locked.set('a1', unlocked.promise);
    world.vault.set('a2', keys);
    const opened = desk.accounts.open();
    await vi.waitFor(() => expect(desk.accounts.client('a2')).not.toBeNull());
    expect(desk.accounts.client('a1')).toBeNull();
    expect(desk.projection.picture().health).toEqual({ kind: 'key-missing', account: 'a1' });
    unlocked.resolve(keys);
    await opened;
    expect(desk.accounts.client('a1')).not.toBeNull();
  });

  it('that was saved or forgotten while its key was locked stays so', async () => {
    const { desk, world } = deskWith('IN_PROGRESS', [recordOf('a1'), recordOf('a2')]);
    const given = Promise.withResolvers<null>();
    for (const id of ['a1', 'a2']) world.locked.set(id, given.promise);
    const opened = desk.accounts.open();
    await desk.accounts.save({ ...draft, id: 'a1' });
    const client = desk.accounts.client('a1');
    await desk.accounts.forget('a2');
    given.resolve(null);
    await opened;
    expect(desk.accounts.client('a1')).toBe(client);
    expect([...desk.state.accounts.keys()]).toEqual(['a1']);
  });

  it('in trouble is named to the window, and no other one is', async () => {
    const { desk, world, changes, requests } = deskWith('IN_PROGRESS', [recordOf('a1'), recordOf('a2')]);
    world.vault.set('a1', keys).set('a2', { ...keys, accessKey: 'REFUSED' });
    world.refused.add('REFUSED');
    await desk.accounts.open();
    for (const account of ['a1', 'a2']) requests.add({ account, assets: [asset], group: null });
    await vi.waitFor(() =>
      expect(changes.findLast(({ troubles }) => troubles)).toMatchObject({
        troubles: { a2: { kind: 'credentials' } },
      }),
    );
    const rows = desk.projection.rows();
    expect(rows.map(({ account, problem }) => [account, problem?.kind ?? null])).toEqual([
      ['a1', null],
      ['a2', 'credentials'],
    ]);
    expect(Object.keys(snapshotOf(desk, frame).troubles)).toEqual(['a2']);

    world.refused.clear();
    await desk.accounts.save({ ...draft, id: 'a2' });
    await vi.waitFor(() => expect(changes.findLast(({ troubles }) => troubles)?.troubles).toEqual({}));
  });

  it('is forgotten with its key', async () => {
    const { desk, world } = deskWith();
    await desk.accounts.save(draft);
    await desk.accounts.forget('a1');
    expect(world.vault.size).toBe(0);
    expect(desk.projection.picture().health).toEqual({ kind: 'no-account' });
  });
});

describe('the watchlist', () => {
  it('asks for a new watch at once, and tells of its end once', async () => {
    const { desk, world, show, requests } = deskWith();
    await desk.accounts.save(draft);
    expect(requests.add({ account: 'a1', assets: [asset, asset], group: null })).toEqual({
      added: 1,
      alreadyWatched: 1,
    });
    await vi.waitFor(() => expect(desk.projection.rows()).toMatchObject([{ outcome: 'importing' }]));
    world.status = 'FAILED';
    world.now += 20_000;
    requests.checkNow({ watches: 'all' });
    await vi.waitFor(() => expect(desk.projection.inbox()).toMatchObject([{ outcome: 'failed' }]));
    world.now += 10_000;
    desk.runner.dispatch({ kind: 'tick' });
    await vi.waitFor(() => expect(desk.projection.inbox()).toMatchObject([{ fate: { kind: 'shown' } }]));
    expect(show).toHaveBeenCalledOnce();
  });

  it('brings back what was stopped by mistake', async () => {
    const { desk, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    const { undo } = requests.stopWatching({ watches: ['a1:my-space/7'] });
    expect(desk.projection.rows()).toEqual([]);
    expect(requests.undoStopWatching({ undo })).toEqual({ restored: 1 });
    expect(requests.undoStopWatching({ undo })).toEqual({ restored: 0 });
    expect(desk.projection.rows()).toMatchObject([{ id: 'a1:my-space/7' }]);
  });

  it('copies ids in the form that Add and the command line understand', async () => {
    const { desk, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    expect(requests.copyIds({ watches: ['a1:my-space/7', 'gone'] })).toEqual({ copied: 'my-space/1/7' });
    const understood = requests.understand({
      account: 'a1',
      text: 'my-space/1/7',
      workspace: null,
      projectId: null,
    });
    expect(understood.found).toMatchObject([{ reference, watched: true }]);
  });
});

describe('the window', () => {
  it('is told of one moment in one message, and only of what changed', async () => {
    const { desk, changes, requests } = deskWith();
    await desk.accounts.save(draft);
    await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0));
    changes.length = 0;
    requests.add({
      account: 'a1',
      assets: [asset, { ...asset, reference: { ...reference, assetId: 8 } }],
      group: null,
    });
    await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0));
    expect(changes[0]?.rows).toHaveLength(2);
    expect(changes[0]?.counts?.all).toBe(2);
    expect(changes[0]).not.toHaveProperty('settings');
  });

  it('never hears a secret', async () => {
    const { desk, changes, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    await vi.waitFor(() => expect(changes.length).toBeGreaterThan(0));
    expect(JSON.stringify([changes, snapshotOf(desk, frame)])).not.toContain(canary);
  });

  it('sees changed settings, and the monitor obeys them', () => {
    const { desk } = deskWith();
    desk.changeSettings({ floorMs: 60_000 });
    expect(desk.state.settings.floorMs).toBe(60_000);
  });
});
