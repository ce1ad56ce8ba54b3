import { describe, expect, it, vi } from 'vitest';
import { defaultApiUrl } from '../../../main/contract.ts';
import type { AccountRecord } from '../../../main/model/account.ts';
import { createAccounts } from '../../../main/desk/accounts.ts';
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

  it('has a key that is as old as it was kept, and a new one where it was exchanged on disk', async () => {
    const { desk, accountPorts, world } = deskWith();
    await desk.accounts.save(draft);
    const keptAt = world.now;
    world.now += 60_000;
    await desk.accounts.save({ ...draft, id: 'a1', name: 'New name' });
    expect(world.records).toMatchObject([{ keptAt }]);
    await desk.accounts.save({ ...draft, id: 'a1', secretKey: 'another' });
    expect(world.records).toMatchObject([{ keptAt: world.now }]);
    const open = async () => {
      const dispatch = vi.fn();
      await createAccounts({
        ...accountPorts,
        now: () => world.now + 60_000,
        changed: vi.fn(),
        dispatch,
      }).open();
      return dispatch.mock.calls.flat();
    };
    expect(await open()).toEqual([{ kind: 'account-ready', account: 'a1', keptAt: world.now }]);
    world.vault.set('a1', { accessKey: 'OTHERKEY5678', secretKey: 'other' });
    expect(await open()).toEqual([{ kind: 'account-ready', account: 'a1', keptAt: world.now + 60_000 }]);
  });

  it('is named by the key that is used, where an older one has come back', async () => {
    const { desk, accountPorts, world } = deskWith();
    await desk.accounts.save(draft);
    const [{ fingerprint }] = world.records as [AccountRecord];
    await desk.accounts.save({ ...draft, id: 'a1', accessKey: 'NEWERKEY5678' });
    world.vault.set('a1', keys);
    const ports = { ...accountPorts, now: () => world.now, dispatch: vi.fn() };
    const writesNothing = vi.fn();
    for (const [keptAt, write] of [
      [world.now + 60_000, accountPorts.write],
      [world.now + 120_000, writesNothing],
    ] as const) {
      const changed = vi.fn();
      const next = createAccounts({ ...ports, now: () => keptAt, write, changed });
      await next.open();
      expect(next.client('a1')).not.toBeNull();
      expect(next.cards()).toMatchObject([{ accessKeyEnding: '1234' }]);
      expect(changed).toHaveBeenCalled();
    }
    expect(world.records).toMatchObject([{ fingerprint, keptAt: world.now + 60_000 }]);
    expect(writesNothing).not.toHaveBeenCalled();
  });

  it('is used where its name cannot be written', async () => {
    const { desk, accountPorts, world } = deskWith();
    await desk.accounts.save(draft);
    world.vault.set('a1', { ...keys, accessKey: 'OTHERKEY5678' });
    const write = () => {
      throw new Error('the disk is full');
    };
    const next = createAccounts({
      ...accountPorts,
      now: () => world.now,
      dispatch: vi.fn(),
      changed: vi.fn(),
      write,
    });
    await expect(next.open()).rejects.toThrow('the disk is full');
    expect(next.client('a1')).not.toBeNull();
  });

  it('stays in the list without a client when its key cannot be read', async () => {
    const { desk } = deskWith('IN_PROGRESS', [recordOf('a1')]);
    await desk.accounts.open();
    expect(desk.accounts.client('a1')).toBeNull();
    expect(desk.projection.picture().health).toEqual({ kind: 'key-missing', account: 'a1' });
  });

  it.each(['http://attacker.example', 'https://user:word@mi.example.com', 'mi.example.com', ''])(
    'whose address was changed on disk to "%s" sends its key nowhere, and at a good address wants both keys again',
    async (apiUrl) => {
      const { desk, world, clientsMade } = deskWith('IN_PROGRESS', [{ ...recordOf('b1'), apiUrl }]);
      world.vault.set('b1', keys);
      await desk.accounts.open();
      expect(desk.accounts.client('b1')).toBeNull();
      expect(desk.projection.picture().health).toEqual({ kind: 'key-missing', account: 'b1' });
      await expect(
        desk.accounts.save({ ...draft, id: 'b1', accessKey: null, secretKey: null }),
      ).rejects.toMatchObject({
        error: { code: 'bad-field', field: 'accessKey', fault: 'needed-for-new-address' },
      });
      expect(clientsMade).toEqual([]);
      const { id } = await desk.accounts.save({ ...draft, id: 'b1' });
      expect(desk.accounts.client(id)).not.toBeNull();
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

  it('on this computer itself needs no network, whatever the others need', () => {
    const { desk, world } = deskWith();
    expect(desk.accounts.needNetwork()).toBe(false);
    world.records = [recordOf('a1')];
    expect(desk.accounts.needNetwork()).toBe(true);
    world.records = [...world.records, { ...recordOf('a2'), apiUrl: 'http://127.0.0.1:4010' }];
    expect(desk.accounts.needNetwork()).toBe(false);
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

  describe('at another address', () => {
    const elsewhere = { ...draft, id: 'a1', apiUrl: 'https://attacker.example' };

    it.each([
      ['accessKey', { accessKey: null, secretKey: null }],
      ['accessKey', { accessKey: null }],
      ['secretKey', { secretKey: null }],
    ])('wants its %s again, to be tested and to be saved', async (field, missing) => {
      const { desk, world, tested } = deskWith();
      await desk.accounts.save(draft);
      world.questions.length = 0;
      const refusal = { error: { code: 'bad-field', field, fault: 'needed-for-new-address' } };
      const tell = vi.fn();
      await expect(desk.accounts.test({ ...elsewhere, ...missing }, tell)).rejects.toMatchObject(refusal);
      await expect(desk.accounts.save({ ...elsewhere, ...missing })).rejects.toMatchObject(refusal);
      expect(tested).toEqual([]);
      expect(world.questions).toEqual([]);
      expect(desk.accounts.cards()).toMatchObject([{ id: 'a1', apiUrl: draft.apiUrl }]);
    });

    it('is another account: the watches of the old one are nobody’s', async () => {
      const { desk, world, requests } = deskWith();
      await desk.accounts.save(draft);
      requests.add({ account: 'a1', assets: [asset], group: null });
      expect(await desk.accounts.save(elsewhere)).toMatchObject({ id: 'a2' });
      expect([...desk.state.accounts.keys()]).toEqual(['a2']);
      expect([...world.vault.keys()]).toEqual(['a2']);
      expect(desk.accounts.cards()).toMatchObject([{ id: 'a2', name: 'Mine', workspaces: [] }]);
      expect(await desk.accounts.save({ ...draft, id: 'a2' })).toMatchObject({ id: 'a1' });
    });

    it('keeps its place in the list', async () => {
      const { desk } = deskWith();
      for (const name of ['One', 'Two', 'Three']) await desk.accounts.save({ ...draft, name });
      await desk.accounts.save({ ...elsewhere, id: 'a2', name: 'Two' });
      expect(desk.accounts.cards().map(({ name }) => name)).toEqual(['One', 'Two', 'Three']);
    });
  });

  describe('that cannot be written', () => {
    it.each([
      ['at another address leaves the keys of the one that stays', { id: 'a1', apiUrl: defaultApiUrl }],
      ['as a new one leaves no keys', { name: 'Other' }],
      ['with another secret keeps its keys', { id: 'a1', secretKey: 'another' }],
    ])('%s', async (_how, wanted) => {
      const { desk, accountPorts, world } = deskWith();
      await desk.accounts.save(draft);
      const write = () => {
        throw new Error('the disk is full');
      };
      const ports = { ...accountPorts, now: () => world.now, dispatch: vi.fn(), changed: vi.fn() };
      const full = createAccounts({ ...ports, write });
      await full.open();
      const client = full.client('a1');
      await expect(full.save({ ...draft, ...wanted })).rejects.toThrow('the disk is full');
      expect([...world.vault.keys()]).toEqual(['a1']);
      expect(full.client('a1')).toBe(client);
      expect(ports.dispatch).not.toHaveBeenCalledWith({ kind: 'account-removed', account: 'a1' });
    });
  });

  describe('on a host that is new', () => {
    it('is tested and saved only once the person agreed in a dialog that names it, which is asked once', async () => {
      const { desk, world, tested, clientsMade } = deskWith();
      world.agrees = false;
      const refusal = { error: { code: 'not-agreed' } };
      await expect(desk.accounts.test(draft, vi.fn())).rejects.toMatchObject(refusal);
      await expect(desk.accounts.save(draft)).rejects.toMatchObject(refusal);
      expect([tested, clientsMade, [...world.vault]]).toEqual([[], [], []]);
      const question = { kind: 'new-host', about: draft.apiUrl };
      expect(world.questions).toEqual([question, question]);

      world.agrees = true;
      await desk.accounts.test(draft, vi.fn());
      await desk.accounts.save(draft);
      await desk.accounts.save({ ...draft, id: 'a1', name: 'New name' });
      expect(world.questions).toHaveLength(3);
      expect(tested).toHaveLength(1);
    });

    it('needs no dialog where the keyring gave out keys for it, nor for the service’s own address', async () => {
      const { desk, world } = deskWith('IN_PROGRESS', [recordOf('b1')]);
      world.vault.set('b1', keys);
      await desk.accounts.open();
      await desk.accounts.test({ ...draft, id: 'b1' }, vi.fn());
      await desk.accounts.save({ ...draft, name: 'Other', apiUrl: defaultApiUrl });
      expect(world.questions).toEqual([]);
    });

    describe('for which keys lie weakly encrypted on disk, as anybody could have put them there', () => {
      function weaklyKept() {
        const records = [recordOf('b1'), recordOf('b2'), { ...recordOf('own'), apiUrl: defaultApiUrl }];
        const all = deskWith('IN_PROGRESS', records);
        for (const { id } of records) {
          all.world.vault.set(id, keys);
          all.world.weak.add(id);
        }
        return all;
      }

      it('gets none before the person agreed, and no other account waits for that', async () => {
        const { desk, world, clientsMade } = weaklyKept();
        const answer = Promise.withResolvers<boolean>();
        world.agreement = answer.promise;
        const opened = desk.accounts.open();
        await vi.waitFor(() => expect(desk.accounts.client('own')).not.toBeNull());
        expect(clientsMade.map(({ apiUrl }) => apiUrl)).toEqual([defaultApiUrl]);
        expect(desk.projection.picture().health).toMatchObject({ kind: 'key-missing' });
        answer.resolve(true);
        await opened;
        expect(clientsMade.map(({ apiUrl }) => apiUrl).slice(1)).toEqual([draft.apiUrl, draft.apiUrl]);
        expect(world.questions).toEqual([{ kind: 'new-host', about: draft.apiUrl }]);
      });

      it('gets none where the person did not agree, who is asked again where they enter it', async () => {
        const { desk, world, tested } = weaklyKept();
        world.agrees = false;
        await desk.accounts.open();
        expect([desk.accounts.client('b1'), desk.accounts.client('b2')]).toEqual([null, null]);
        expect(world.questions).toHaveLength(1);
        world.agrees = true;
        await desk.accounts.test({ ...draft, id: 'b1' }, vi.fn());
        expect(world.questions).toHaveLength(2);
        expect(tested).toHaveLength(1);
      });
    });

    it('is asked again where the file alone names it', async () => {
      const { desk, world } = deskWith('IN_PROGRESS', [recordOf('b1')]);
      await desk.accounts.open();
      await desk.accounts.test({ ...draft, id: 'b1' }, vi.fn());
      expect(world.questions).toHaveLength(1);
    });

    it('is not saved where the account went while the dialog stood open', async () => {
      const { desk, world } = deskWith('IN_PROGRESS', [recordOf('b1')]);
      const saving = desk.accounts.save({ ...draft, id: 'b1' });
      await desk.accounts.forget('b1');
      await expect(saving).rejects.toMatchObject({ error: { code: 'account-gone' } });
      expect(world.vault.size).toBe(0);
    });
  });

  describe('that is saved while the keyring asks for its password', () => {
    async function savedAtPrompt(change: Partial<typeof draft> = {}) {
      const { desk, world } = deskWith();
      await desk.accounts.save(draft);
      const { promise, resolve } = Promise.withResolvers<undefined>();
      world.prompt = promise;
      const saving = desk.accounts.save({ ...draft, id: 'a1', ...change });
      await Promise.resolve();
      return { desk, world, saving, answer: resolve };
    }

    it.each([
      ['with another secret', { secretKey: 'another' }],
      ['at another address', { apiUrl: defaultApiUrl }],
    ])(
      'stays disconnected where the person disconnected it meanwhile, its key too: %s',
      async (_, change) => {
        const { desk, world, saving, answer } = await savedAtPrompt(change);
        await desk.accounts.forget('a1');
        answer(undefined);
        await expect(saving).rejects.toMatchObject({ error: { code: 'account-gone' } });
        expect([world.vault.size, world.records]).toEqual([0, []]);
        expect([...desk.state.accounts.keys()]).toEqual([]);
        expect(world.forgotten).toMatchObject([{ id: 'a1' }]);
      },
    );

    it('stays disconnected also where its key was to be kept weakly', async () => {
      const { desk, world } = deskWith();
      await desk.accounts.save(draft);
      const { promise, resolve } = Promise.withResolvers<undefined>();
      world.prompt = promise;
      const keeping = desk.accounts.keepWeakly('a1');
      await vi.waitFor(() => expect(world.questions).toHaveLength(2));
      await desk.accounts.forget('a1');
      resolve(undefined);
      await expect(keeping).rejects.toMatchObject({ error: { code: 'account-gone' } });
      expect([world.vault.size, world.records]).toEqual([0, []]);
    });

    it('registers no files where the person turned that off meanwhile, and keeps the workspaces that were listed', async () => {
      const { desk, world } = deskWith();
      await desk.accounts.save(draft);
      await desk.accounts.allowRegistering({ account: 'a1', isAllowed: true });
      const { promise, resolve } = Promise.withResolvers<undefined>();
      world.prompt = promise;
      const saving = desk.accounts.save({ ...draft, id: 'a1', name: 'New name' });
      await desk.accounts.allowRegistering({ account: 'a1', isAllowed: false });
      desk.accounts.rememberWorkspaces('a1', desk.accounts.client('a1')!, ['my-space']);
      resolve(undefined);
      await saving;
      expect(world.records).toMatchObject([
        { name: 'New name', mayRegister: false, workspaces: ['my-space'] },
      ]);
    });

    it('leaves its name to nobody who is saved meanwhile', async () => {
      const { desk, world, saving, answer } = await savedAtPrompt({ name: 'New name' });
      const other = desk.accounts.save({ ...draft, name: 'New name', accessKey: 'OTHERKEY5678' });
      answer(undefined);
      await saving;
      await expect(other).rejects.toMatchObject({ error: { code: 'bad-field', fault: 'name-taken' } });
      expect([...world.vault.keys()]).toEqual(['a1']);
    });

    it('has what was saved last, where the person saves it again meanwhile', async () => {
      const { desk, world, saving, answer } = await savedAtPrompt({ secretKey: 'first', name: 'First' });
      const again = desk.accounts.save({ ...draft, id: 'a1', secretKey: 'second', name: 'Second' });
      answer(undefined);
      await Promise.all([saving, again]);
      expect(world.vault.get('a1')?.secretKey).toBe('second');
      expect(world.records).toMatchObject([{ id: 'a1', name: 'Second' }]);
    });
  });

  it('is kept weakly only once the person agreed', async () => {
    const { desk, world } = deskWith();
    await desk.accounts.save(draft);
    world.agrees = false;
    await expect(desk.accounts.keepWeakly('a1')).rejects.toMatchObject({ error: { code: 'not-agreed' } });
    expect(world.records).toMatchObject([{ weakAllowed: false, mayRegister: false }]);
    world.agrees = true;
    await desk.accounts.keepWeakly('a1');
    expect(world.questions.at(-1)).toEqual({ kind: 'weakly', about: 'Mine' });
    expect(world.records).toMatchObject([{ weakAllowed: true, mayRegister: false }]);
  });

  describe('of which a file says that its key may be kept weakly, as anybody could have written there', () => {
    const planted = { ...recordOf('b1'), apiUrl: defaultApiUrl, weakAllowed: true };
    const saved = { ...draft, id: 'b1', apiUrl: defaultApiUrl };
    const question = { kind: 'weakly', about: 'Mine' };

    function withoutKeyring() {
      const all = deskWith('IN_PROGRESS', [planted]);
      all.world.hasKeyring = false;
      return all;
    }

    it('gets a question, and keeps the key for this run only after a no, which is remembered', async () => {
      const { desk, world } = withoutKeyring();
      world.agrees = false;
      expect(await desk.accounts.save(saved)).toEqual({ id: 'b1', storage: 'session' });
      expect(await desk.accounts.save({ ...saved, secretKey: 'other' })).toMatchObject({
        storage: 'session',
      });
      expect(world.questions).toEqual([question]);
      expect([world.vault.size, world.records]).toMatchObject([0, [{ weakAllowed: false }]]);
    });

    it('gets one question in a run where the person agrees', async () => {
      const { desk, world } = withoutKeyring();
      expect(await desk.accounts.save(saved)).toEqual({ id: 'b1', storage: 'weak' });
      await desk.accounts.save({ ...saved, secretKey: 'other' });
      expect(world.questions).toEqual([question]);
      expect(world.records).toMatchObject([{ weakAllowed: true }]);
    });

    it('is asked about in its turn once the keyring was waited for, and at once where that is all that was wanted', async () => {
      const { desk, world } = withoutKeyring();
      await desk.accounts.save(saved);
      expect(world.inTurn).toEqual(['weakly']);
      const { id } = await desk.accounts.save({
        ...saved,
        id: null,
        name: 'Other',
        accessKey: 'OTHERKEY5678',
      });
      await desk.accounts.keepWeakly(id);
      expect(world.questions.map(({ kind }) => kind)).toEqual(['weakly', 'weakly']);
      expect(world.inTurn).toEqual(['weakly']);
    });

    it('gets none after it was agreed to in this run, nor where a keyring takes the key', async () => {
      const { desk, world } = withoutKeyring();
      world.hasKeyring = true;
      await desk.accounts.save(saved);
      expect(world.questions).toEqual([]);
      world.hasKeyring = false;
      expect(await desk.accounts.keepWeakly('b1')).toEqual({ storage: 'weak' });
      await desk.accounts.save({ ...saved, secretKey: 'other' });
      expect(world.questions).toEqual([question]);
    });

    it('gets none for the key that lies there weakly already, but for another one, whoever put that there', async () => {
      const { desk, world } = withoutKeyring();
      world.vault.set('b1', keys);
      world.weak.add('b1');
      await desk.accounts.open();
      await desk.accounts.save({ ...saved, name: 'Renamed', accessKey: null, secretKey: null });
      expect(world.questions).toEqual([]);
      await desk.accounts.save({ ...saved, secretKey: 'other' });
      expect(world.questions).toEqual([question]);
    });
  });

  it('has nothing that waits to be registered where it may register nothing, as what was on the wire as that was turned off', async () => {
    const { desk } = deskWith();
    await desk.accounts.save(draft);
    const allow = (isAllowed: boolean) => desk.accounts.allowRegistering({ account: 'a1', isAllowed });
    const place = { account: 'a1', workspace: 'my-space', projectId: 1, bucket: 'films-media' };
    const wish = { ...place, id: 'w1', key: '1.mp4', label: null, replaces: null };
    await allow(true);
    desk.runner.dispatch({ kind: 'wished', wishes: [wish] });
    expect(desk.state.wishes.size).toBe(1);
    await allow(false);
    desk.runner.dispatch({ kind: 'wished', wishes: [{ ...wish, id: 'w2', key: '2.mp4' }] });
    expect([...desk.state.wishes.keys()]).toEqual(['w1']);
  });

  it('registers files only once the person agreed, no longer once it is turned off, and not at another address', async () => {
    const { desk, world } = deskWith();
    await desk.accounts.save(draft);
    const allow = (isAllowed: boolean) => desk.accounts.allowRegistering({ account: 'a1', isAllowed });
    world.agrees = false;
    await expect(allow(true)).rejects.toMatchObject({ error: { code: 'not-agreed' } });
    expect(world.questions.at(-1)).toEqual({ kind: 'register', about: 'Mine' });
    expect(desk.accounts.mayRegister('a1')).toBe(false);
    world.agrees = true;
    await allow(true);
    expect(desk.accounts.mayRegister('a1')).toBe(true);
    await allow(false);
    expect(desk.accounts.mayRegister('a1')).toBe(false);
    await allow(true);
    await desk.accounts.save({ ...draft, id: 'a1', apiUrl: 'https://other.example' });
    expect(world.records).toMatchObject([{ mayRegister: false }]);
  });
});

describe('an account that was disconnected', () => {
  it('leaves its watches to nobody: another one neither asks about them nor tells of their end', async () => {
    const { desk, world, show, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    await vi.waitFor(() => expect(desk.projection.rows()).toMatchObject([{ status: 'IN_PROGRESS' }]));
    await desk.accounts.forget('a1');
    world.status = 'FAILED';
    await desk.accounts.save({ ...draft, accessKey: 'ANOTHERKEY5678', apiUrl: 'https://other.example' });
    desk.runner.dispatch({ kind: 'check-now', watches: 'all' });
    await desk.close();
    expect(desk.projection.rows()).toMatchObject([{ account: 'a1', status: 'IN_PROGRESS' }]);
    expect(show).not.toHaveBeenCalled();
    expect([...desk.state.accounts.keys()]).toEqual(['a2']);
  });

  it('gets its watches back when it is connected again, whatever it is called', async () => {
    const { desk, world, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    await desk.accounts.forget('a1');
    expect(JSON.stringify(world.forgotten)).not.toContain(draft.accessKey);
    world.status = 'COMPLETED';
    expect(await desk.accounts.save({ ...draft, name: 'Again' })).toMatchObject({ id: 'a1' });
    await vi.waitFor(() => expect(desk.projection.rows()).toMatchObject([{ status: 'COMPLETED' }]));
    expect(world.forgotten).toEqual([]);
  });

  it.each([
    ['another access key', { accessKey: 'ANOTHERKEY5678' }],
    ['another address', { apiUrl: 'https://other.example' }],
  ])('is not connected again by %s', async (_what, other) => {
    const { desk } = deskWith();
    await desk.accounts.save(draft);
    await desk.accounts.forget('a1');
    expect(await desk.accounts.save({ ...draft, ...other })).toMatchObject({ id: 'a2' });
  });

  it('is known by the keys that it had last, and two of the same keys are two', async () => {
    const { desk } = deskWith();
    await desk.accounts.save({ ...draft, name: 'One' });
    await desk.accounts.save({ ...draft, name: 'Two' });
    await desk.accounts.save({ ...draft, name: 'One', id: 'a1', accessKey: 'ROTATEDKEY5678' });
    await desk.accounts.forget('a1');
    expect(await desk.accounts.save({ ...draft, name: 'Three' })).toMatchObject({ id: 'a3' });
    const rotated = { ...draft, name: 'Four', accessKey: 'ROTATEDKEY5678' };
    expect(await desk.accounts.save(rotated)).toMatchObject({ id: 'a1' });
    expect(await desk.accounts.save({ ...rotated, name: 'Five' })).toMatchObject({ id: 'a4' });
  });

  it('does not give its workspaces to whoever is connected while they are listed', async () => {
    const { desk, world } = deskWith();
    await desk.accounts.save(draft);
    const client = desk.accounts.client('a1')!;
    await desk.accounts.save({ ...draft, id: 'a1', accessKey: 'ANOTHERKEY5678' });
    desk.accounts.rememberWorkspaces('a1', client, ['of-the-first-key']);
    expect(world.records).toMatchObject([{ workspaces: [] }]);
    desk.accounts.rememberWorkspaces('a1', desk.accounts.client('a1')!, ['of-the-second-key']);
    expect(world.records).toMatchObject([{ workspaces: ['of-the-second-key'] }]);
  });
});
