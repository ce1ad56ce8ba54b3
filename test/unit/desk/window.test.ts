import { describe, expect, it, vi } from 'vitest';
import { snapshotOf } from '../../../main/desk/desk.ts';
import { asset, canary, deskWith, draft, frame, recordOf, reference } from './desk-in-memory.ts';

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

  it('hears what an account and a group that a program or a webhook hears of are called now', async () => {
    const { desk, changes, requests } = deskWith();
    await desk.accounts.save(draft);
    const group = { id: 'g1', name: 'Drama', eachAsset: true, tell: { allDone: false, firstFailure: false } };
    requests.add({ account: 'a1', assets: [asset], group });
    const target = { kind: 'program', path: '/opt/tell.sh' } as const;
    const scopes = [
      { kind: 'account', account: 'a1' },
      { kind: 'group', group: desk.projection.groups()[0]!.id },
    ] as const;
    for (const scope of scopes) {
      const hook = { id: scope.kind, scope, events: ['completed'], target } as const;
      desk.runner.dispatch({ kind: 'hook-kept', hook });
    }
    const names = () =>
      changes.findLast(({ hooks }) => hooks !== undefined)?.hooks?.map(({ scopeName }) => scopeName);
    await vi.waitFor(() => expect(names()).toEqual([draft.name, 'Drama']));
    desk.runner.dispatch({ kind: 'group-changed', group: scopes[1].group, name: 'News' });
    await vi.waitFor(() => expect(names()).toEqual([draft.name, 'News']));
    await desk.accounts.save({ ...draft, id: 'a1', name: 'Studio' });
    await vi.waitFor(() => expect(names()).toEqual(['Studio', 'News']));
  });

  it('hears of quiet hours also while an account needs the person', async () => {
    const { desk, changes } = deskWith('IN_PROGRESS', [recordOf('a1')]);
    desk.runner.dispatch({ kind: 'account-not-ready', account: 'a1' });
    desk.changeSettings({ quietHours: true, quietDays: 127, quietFrom: 0, quietUntil: 0 });
    await vi.waitFor(() => expect(changes.at(-1)?.quiet).toMatchObject({ kind: 'hours' }));
    expect(snapshotOf(desk, frame)).toMatchObject({
      health: { kind: 'key-missing' },
      quiet: { kind: 'hours' },
    });
    changes.length = 0;
    desk.changeSettings({ quietHours: false });
    await vi.waitFor(() => expect(changes.at(-1)?.quiet).toBeNull());
    expect(snapshotOf(desk, frame).quiet).toBeNull();
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
    expect(desk.state.settings.value.floorMs).toBe(60_000);
  });
});
