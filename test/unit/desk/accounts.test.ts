import { describe, expect, it, vi } from 'vitest';
import { snapshotOf } from '../../../main/desk/desk.ts';
import type { Keys } from '../../../main/mi/keys.ts';
import { asset, canary, deskWith, draft, frame, keys, recordOf } from './desk-in-memory.ts';

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

  it.each(['http://attacker.example', 'https://user:word@mi.example.com', 'mi.example.com', ''])(
    'whose address was changed on disk to "%s" sends its key nowhere, and takes a good address with the key it has',
    async (apiUrl) => {
      const { desk, world } = deskWith('IN_PROGRESS', [{ ...recordOf('a1'), apiUrl }]);
      world.vault.set('a1', keys);
      await desk.accounts.open();
      expect(desk.accounts.client('a1')).toBeNull();
      expect(desk.projection.picture().health).toEqual({ kind: 'key-missing', account: 'a1' });
      await desk.accounts.save({ ...draft, id: 'a1', accessKey: null, secretKey: null });
      expect(desk.accounts.client('a1')).not.toBeNull();
      expect(world.vault.get('a1')).toEqual(keys);
    },
  );

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
