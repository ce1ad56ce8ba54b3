import { describe, expect, it, vi } from 'vitest';
import { limits } from '../../../main/contract.ts';
import { pauseOf } from '../../../main/desk/pause.ts';
import { asset, deskWith, draft, reference } from './desk-in-memory.ts';

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

  it('says how many it checks now, and what keeps it from it', async () => {
    const { desk, world, requests } = deskWith();
    await desk.accounts.save(draft);
    const check = (...watches: readonly string[]) => requests.checkNow({ watches });
    expect(requests.checkNow({ watches: 'all' })).toEqual({ checked: 0, hold: null });
    requests.add({ account: 'a1', assets: [asset], group: null });
    expect(check('a1:my-space/7', 'gone')).toEqual({ checked: 1, hold: null });
    desk.runner.dispatch({ kind: 'offline' });
    const offline = { checked: 0, hold: { kind: 'offline', since: world.now } };
    expect([check('a1:my-space/7'), requests.checkNow({ watches: 'all' })]).toEqual([offline, offline]);
    desk.runner.dispatch(pauseOf('one-hour', world.now));
    const until = world.now + 3_600_000;
    expect(check('a1:my-space/7')).toEqual({ checked: 0, hold: { kind: 'paused', until } });
    desk.runner.dispatch({ kind: 'unpaused' });
    desk.runner.dispatch({ kind: 'online' });
    desk.runner.dispatch({ kind: 'account-not-ready', account: 'a1' });
    expect(check('a1:my-space/7')).toEqual({ checked: 0, hold: { kind: 'key-missing' } });
    await desk.accounts.forget('a1');
    expect(check('a1:my-space/7')).toEqual({ checked: 0, hold: { kind: 'account-gone' } });
    expect(requests.checkNow({ watches: 'all' })).toEqual({ checked: 0, hold: null });
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

  it('refuses what it has no room for, whole, until something has left it', async () => {
    const { desk, requests } = deskWith();
    await desk.accounts.save(draft);
    const assetsFrom = (first: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...asset,
        reference: { ...reference, assetId: first + index },
      }));
    requests.add({ account: 'a1', assets: assetsFrom(1, limits.watches - 1), group: null });
    const add = () => requests.add({ account: 'a1', assets: assetsFrom(50_000, 2), group: null });
    expect(add).toThrow('list-full');
    expect(desk.state.watches.size).toBe(limits.watches - 1);
    const { undo } = requests.stopWatching({ watches: ['a1:my-space/1', 'a1:my-space/2'] });
    expect(add()).toEqual({ added: 2, alreadyWatched: 0 });
    expect(() => requests.undoStopWatching({ undo })).toThrow('list-full');
    requests.stopWatching({ watches: ['a1:my-space/3'] });
    expect(requests.undoStopWatching({ undo })).toEqual({ restored: 2 });
    expect(desk.state.watches.size).toBe(limits.watches);
  });

  it('copies ids in the form that Add and the command line understand', async () => {
    const { clipboard, desk, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    expect(await requests.copyIds({ watches: ['a1:my-space/7', 'gone'] })).toEqual({
      copied: 'my-space/1/7',
    });
    expect(clipboard.text).toBe('my-space/1/7');
    const understood = await requests.understand({
      account: 'a1',
      text: 'my-space/1/7',
      workspace: null,
      projectId: null,
      uses: [],
    });
    expect(understood.found).toMatchObject([{ reference, watched: true }]);
  });

  it('offers what is not found again in another project, and counts it as added', async () => {
    const { desk, requests, world } = deskWith('not-found');
    await desk.accounts.save(draft);
    expect(requests.add({ account: 'a1', assets: [asset], group: null })).toMatchObject({ added: 1 });
    await vi.waitFor(() =>
      expect(desk.projection.rows()).toMatchObject([{ problem: { kind: 'not-found' } }]),
    );
    world.status = 'IN_PROGRESS';
    world.now += 20_000;
    const watched = async (text: string) => {
      const place = { workspace: null, projectId: null };
      const { found } = await requests.understand({ account: 'a1', text, ...place, uses: [] });
      return found.map((each) => each.watched);
    };
    expect(await watched('my-space/1/7')).toEqual([true]);
    expect(await watched('my-space/2/7')).toEqual([false]);
    const elsewhere = { ...asset, reference: { ...reference, projectId: 2 } };
    const add = () => requests.add({ account: 'a1', assets: [elsewhere], group: null });
    expect(add()).toEqual({ added: 1, alreadyWatched: 0 });
    await vi.waitFor(() => expect(desk.projection.rows()).toMatchObject([{ outcome: 'importing' }]));
    expect(await watched('my-space/1/7')).toEqual([true]);
    expect(add()).toEqual({ added: 0, alreadyWatched: 1 });
  });

  it('says that nothing was copied while another program holds the clipboard', async () => {
    const { clipboard, desk, requests } = deskWith();
    await desk.accounts.save(draft);
    requests.add({ account: 'a1', assets: [asset], group: null });
    clipboard.isHeldByAnother = true;
    await expect(requests.copyIds({ watches: ['a1:my-space/7'] })).rejects.toMatchObject({
      error: { code: 'not-copied' },
    });
  });
});
