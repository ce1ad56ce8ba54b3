import { describe, expect, it, vi } from 'vitest';
import { createRequests, type RequestPorts } from '../../../main/desk/requests.ts';
import type { State } from '../../../main/monitor/state.ts';
import { asset, deskWith, draft } from './desk-in-memory.ts';

async function openedDesk() {
  const { desk } = deskWith();
  await desk.accounts.save(draft);
  const { store } = desk.state as State;
  const { commit } = store;
  return {
    desk,
    requests: createRequests(desk, { now: () => 1 } as unknown as RequestPorts),
    /** The n-th step from now on breaks off. */
    breakOff(at: number): void {
      let left = at;
      Object.assign(store, {
        commit() {
          left -= 1;
          if (left === 0) throw new Error('a fault of our own');
          commit();
        },
      });
    },
  };
}

describe('what the window asks for, and a fault of our own keeps from being done', () => {
  const add = { account: 'a1', assets: [asset], group: null };
  const failed = { error: { code: 'failed' } };

  it('is refused, and done when it is asked for again', async () => {
    const { desk, requests, breakOff } = await openedDesk();
    breakOff(1);
    expect(() => requests.add(add)).toThrow(expect.objectContaining(failed));
    expect(desk.state.watches.size).toBe(0);
    expect(requests.add(add)).toEqual({ added: 1, alreadyWatched: 0 });
    const [watch] = desk.state.watches.keys();
    breakOff(1);
    expect(() => requests.stopWatching({ watches: [watch!] })).toThrow(expect.objectContaining(failed));
    breakOff(1);
    expect(() => requests.pause({ for: 'one-hour' })).toThrow(expect.objectContaining(failed));
    expect([desk.state.watches.size, desk.state.pause.value]).toEqual([1, null]);
  });
});

describe('what may not be registered any more', () => {
  const place = { account: 'a1', workspace: 'my-space', projectId: 1, bucket: 'films-media' };
  const wish = { ...place, id: 'w1', key: '1.mp4', label: null, replaces: null };

  it('is dropped where the step that was to drop it breaks off', async () => {
    const { desk, breakOff } = await openedDesk();
    breakOff(2);
    desk.runner.dispatch({ kind: 'wished', wishes: [wish] });
    expect(desk.state.wishes.size).toBe(0);
  });

  it('is dropped where what the window shows breaks', async () => {
    const { desk } = await openedDesk();
    const note = vi.spyOn(desk.projection, 'note').mockImplementation(() => {
      throw new Error('a fault of our own');
    });
    desk.runner.dispatch({ kind: 'wished', wishes: [wish] });
    expect(note).toHaveBeenCalled();
    expect(desk.state.wishes.size).toBe(0);
  });
});
