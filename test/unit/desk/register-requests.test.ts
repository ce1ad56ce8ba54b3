import { describe, expect, it } from 'vitest';
import { createRegisterRequests } from '../../../main/desk/register-requests.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import type { Wish } from '../../../main/model/wish.ts';
import { answerOf, createStage, newWatchOf, problemOf } from '../monitor/stage.ts';

/** Failed imports 5 and 6 of account a1, and what is known of where they came from. */
function deskWith({
  mayRegister = true,
  bucket = 'w-media' as string | null,
  changedAt = null as number | null,
} = {}) {
  const stage = createStage({}, { lists: false });
  stage.connect();
  stage.send({ kind: 'added', watches: [newWatchOf(5), newWatchOf(6), newWatchOf(7)] });
  for (const assetId of [5, 6, 7])
    stage.state.watches.patch(`a1:w/${assetId}`, {
      known: answerOf(assetId, assetId === 7 ? 'IN_PROGRESS' : 'FAILED'),
    });
  stage.state.store.commit();
  const allowed = { mayRegister };
  const client = {
    lookUpAsset: ({ assetId }: { assetId: number }) =>
      Promise.resolve(
        assetId === 6
          ? { kind: 'problem', problem: problemOf('not-found') }
          : {
              kind: 'answer',
              value: {
                fileName: 'film.mp4',
                projectId: 1,
                metaData: null,
                key: `autumn/${assetId}.mp4`,
                registeredAt: 5_000,
              },
            },
      ),
  } as unknown as MediaIntelligenceClient;
  const requests = createRegisterRequests(
    { state: stage.state, dispatch: stage.send, stop: () => Promise.resolve() },
    {
      client: () => client,
      bucketClient: () => ({
        list: () => Promise.reject(new Error('not asked here')),
        stateOf: () => Promise.resolve({ kind: 'answer', value: { isThere: true, changedAt } }),
      }),
      mayRegister: () => allowed.mayRegister,
      allowRegistering: () => Promise.resolve(null),
    },
    { bucketOf: () => Promise.resolve(bucket) },
  );
  const wishes = () => [...stage.state.wishes.values()];
  return {
    requests,
    allowed,
    wishes,
    /** Nobody knows what became of the one wish. */
    doubt(): Wish {
      const [wish] = wishes();
      const inDoubt: Wish = { ...wish!, state: { kind: 'in-doubt', above: 7 } };
      stage.state.wishes.put(inDoubt);
      stage.state.store.commit();
      return inDoubt;
    },
    plan: (...ids: number[]) => requests.planRegisterAgain({ watches: ids.map((id) => `a1:w/${id}`) }),
  };
}

const off = { error: { code: 'registering-off' } };
const gone = { error: { code: 'plan-gone' } };

describe('registering failed imports again', () => {
  it('finds out where they came from, and registers just that', async () => {
    const { plan, requests, wishes } = deskWith();
    const planned = await plan(5, 6, 7);
    expect(planned.files).toMatchObject([
      {
        watch: 'a1:w/5',
        name: 'film.mp4',
        outcome: 'failed',
        source: { bucket: 'w-media', key: 'autumn/5.mp4' },
      },
      { watch: 'a1:w/6', source: null, problem: { kind: 'not-found' } },
    ]);
    expect(wishes()).toEqual([]);
    expect(requests.registerAgain({ plan: planned.plan })).toEqual({ wished: 1 });
    expect(wishes()).toMatchObject([
      {
        account: 'a1',
        bucket: 'w-media',
        key: 'autumn/5.mp4',
        replaces: 'a1:w/5',
        state: { kind: 'waiting' },
      },
    ]);
  });

  it('registers nothing twice of one plan, nothing of an old one, and nothing that no plan names', async () => {
    const { plan, requests, wishes } = deskWith();
    const first = await plan(5);
    const second = await plan(5);
    expect(() => requests.registerAgain({ plan: first.plan })).toThrow(
      expect.objectContaining(gone) as Error,
    );
    requests.registerAgain({ plan: second.plan });
    expect(() => requests.registerAgain({ plan: second.plan })).toThrow(
      expect.objectContaining(gone) as Error,
    );
    expect(() => requests.registerAgain({ plan: 99 })).toThrow(expect.objectContaining(gone) as Error);
    expect(wishes()).toHaveLength(1);
  });

  it('does nothing for an account whose person has not allowed it, or no longer does', async () => {
    const { plan, requests, allowed, wishes } = deskWith({ mayRegister: false });
    await expect(plan(5)).rejects.toMatchObject(off);
    allowed.mayRegister = true;
    const planned = await plan(5);
    allowed.mayRegister = false;
    expect(() => requests.registerAgain({ plan: planned.plan })).toThrow(
      expect.objectContaining(off) as Error,
    );
    expect(wishes()).toEqual([]);
  });

  it('sends nothing again that the person was asked about, where it is no longer allowed; it may still be looked for', async () => {
    const { plan, requests, allowed, wishes, doubt } = deskWith();
    const planned = await plan(5);
    requests.registerAgain({ plan: planned.plan });
    const { id } = doubt();
    allowed.mayRegister = false;
    expect(() => requests.answerWish({ wish: id, how: 'send' })).toThrow(
      expect.objectContaining(off) as Error,
    );
    expect(wishes()).toMatchObject([{ state: { kind: 'in-doubt' } }]);
    requests.answerWish({ wish: id, how: 'look' });
    expect(wishes()).toMatchObject([{ state: { kind: 'sent' } }]);
  });

  it('says before, which file is still the one that failed', async () => {
    const same = await deskWith({ changedAt: 4_000 }).plan(5, 6);
    expect(same.files).toMatchObject([{ object: { kind: 'same', changedAt: 4_000 } }, { object: null }]);
    const other = await deskWith({ changedAt: 6_000 }).plan(5);
    expect(other.files).toMatchObject([{ object: null }]);
  });

  it('leaves out what has no bucket', async () => {
    const { plan, requests } = deskWith({ bucket: null });
    const planned = await plan(5);
    expect(planned.files).toMatchObject([{ source: null, problem: null }]);
    expect(() => requests.registerAgain({ plan: planned.plan })).toThrow(
      expect.objectContaining(gone) as Error,
    );
  });
});
