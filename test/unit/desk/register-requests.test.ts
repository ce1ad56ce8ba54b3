import { describe, expect, it } from 'vitest';
import { limits } from '../../../main/contract.ts';
import { createRegisterRequests } from '../../../main/desk/register-requests.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';
import type { Wish } from '../../../main/model/wish.ts';
import { readObjectList } from '../../../main/paste/object-keys.ts';
import { answerOf, createStage, newWatchOf, problemOf } from '../monitor/stage.ts';

/** Failed imports 5, 6 and 8 of account a1, and what is known of where they came from: 8 from the same object as 5. */
function deskWith({
  mayRegister = true,
  bucket = 'w-media' as string | null,
  changedAt = null as number | null,
  key = null as string | null,
} = {}) {
  const stage = createStage({}, { lists: false });
  stage.connect();
  stage.send({ kind: 'added', watches: [5, 6, 7, 8].map((assetId) => newWatchOf(assetId)) });
  for (const assetId of [5, 6, 7, 8])
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
                key: key ?? `autumn/${assetId === 8 ? 5 : assetId}.mp4`,
                registeredAt: 5_000,
              },
            },
      ),
  } as unknown as MediaIntelligenceClient;
  const requests = createRegisterRequests(
    { state: stage.state, dispatch: (event) => stage.send(event).length > 0, stop: () => Promise.resolve() },
    {
      client: () => client,
      bucketClient: () => ({
        list: () => Promise.reject(new Error('not asked here')),
        stateOf: () => Promise.resolve({ kind: 'answer', value: { isThere: true, changedAt } }),
      }),
      mayRegister: () => allowed.mayRegister,
      allowRegistering({ isAllowed }) {
        allowed.mayRegister = isAllowed;
        return Promise.resolve(null);
      },
    },
    { bucketOf: () => Promise.resolve(bucket) },
    (text, wishes) => Promise.resolve(readObjectList(text, wishes)),
  );
  const wishes = () => [...stage.state.wishes.values()];
  function enterWish(wish: Wish): void {
    stage.state.wishes.put(wish);
    stage.state.store.commit();
  }
  return {
    stage,
    requests,
    allowed,
    wishes,
    enterWish,
    /** Nobody knows what became of the one wish. */
    doubt(): Wish {
      const [wish] = wishes();
      const inDoubt: Wish = { ...wish!, state: { kind: 'in-doubt', above: 7 } };
      enterWish(inDoubt);
      return inDoubt;
    },
    fillList(room = 0) {
      for (let id = 100; stage.state.watches.size < limits.watches - room; id += 1)
        stage.state.watches.put({ ...stage.state.watches.get('a1:w/5')!, id: `a1:w/${id}` });
      stage.state.store.commit();
    },
    planKeys: (text: string, chosen: string | null = 'w-media') =>
      requests.planRegister({ account: 'a1', workspace: 'w', projectId: 1, bucket: chosen, text }),
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
    expect(requests.register({ plan: planned.plan })).toEqual({ wished: 1 });
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
    expect(() => requests.register({ plan: first.plan })).toThrow(expect.objectContaining(gone) as Error);
    requests.register({ plan: second.plan });
    expect(() => requests.register({ plan: second.plan })).toThrow(expect.objectContaining(gone) as Error);
    expect(() => requests.register({ plan: 99 })).toThrow(expect.objectContaining(gone) as Error);
    expect(wishes()).toHaveLength(1);
  });

  it('does nothing for an account whose person has not allowed it, or no longer does', async () => {
    const { plan, requests, allowed, wishes } = deskWith({ mayRegister: false });
    await expect(plan(5)).rejects.toMatchObject(off);
    allowed.mayRegister = true;
    const planned = await plan(5);
    allowed.mayRegister = false;
    expect(() => requests.register({ plan: planned.plan })).toThrow(expect.objectContaining(off) as Error);
    expect(wishes()).toEqual([]);
  });

  it('sends nothing again that the person was asked about, where it is no longer allowed; it may still be looked for', async () => {
    const { plan, requests, allowed, wishes, doubt } = deskWith();
    const planned = await plan(5);
    requests.register({ plan: planned.plan });
    const { id } = doubt();
    allowed.mayRegister = false;
    expect(() => requests.answerWishes({ wishes: [id], how: 'send' })).toThrow(
      expect.objectContaining(off) as Error,
    );
    expect(wishes()).toMatchObject([{ state: { kind: 'in-doubt' } }]);
    requests.answerWishes({ wishes: [id], how: 'look' });
    expect(wishes()).toMatchObject([{ state: { kind: 'sent' } }]);
  });

  it('neither sends nor looks for a file whose account has gone, and says so', async () => {
    const { plan, requests, stage, doubt } = deskWith();
    const planned = await plan(5);
    requests.register({ plan: planned.plan });
    const { id } = doubt();
    stage.send({ kind: 'account-removed', account: 'a1' });
    for (const how of ['send', 'look'] as const)
      expect(() => requests.answerWishes({ wishes: [id], how })).toThrow(
        expect.objectContaining({ error: { code: 'account-gone' } }) as Error,
      );
  });

  it('says before, of which file the object was not written again', async () => {
    const unchanged = await deskWith({ changedAt: 4_000 }).plan(5, 6);
    expect(unchanged.files).toMatchObject([
      { object: { kind: 'unchanged', changedAt: 4_000 } },
      { object: null },
    ]);
    const other = await deskWith({ changedAt: 6_000 }).plan(5);
    expect(other.files).toMatchObject([{ object: null }]);
  });

  it('registers one of two that came from the same object, and says so before', async () => {
    const { plan, requests, wishes } = deskWith();
    const planned = await plan(5, 8);
    expect(planned.files).toMatchObject([{ fault: null }, { watch: 'a1:w/8', fault: 'same-key' }]);
    expect(requests.register({ plan: planned.plan })).toEqual({ wished: 1 });
    expect(wishes()).toMatchObject([{ replaces: 'a1:w/5' }]);
  });

  it('leaves out what is under way, or waits for the person, and counts nothing that came to be so meanwhile', async () => {
    const { plan, planKeys, requests, wishes, doubt, enterWish } = deskWith();
    requests.register({ plan: (await planKeys('autumn/5.mp4')).plan });
    const planned = await plan(5);
    expect(planned.files).toMatchObject([{ source: { key: 'autumn/5.mp4' }, fault: 'underway' }]);
    expect(() => requests.register({ plan: planned.plan })).toThrow(expect.objectContaining(gone) as Error);
    const inDoubt = doubt();
    expect((await plan(5)).files).toMatchObject([{ fault: 'underway' }]);
    requests.dropWishes({ wishes: [inDoubt.id] });
    const late = await plan(5);
    expect(late.files).toMatchObject([{ fault: null }]);
    enterWish(inDoubt);
    expect(requests.register({ plan: late.plan })).toEqual({ wished: 0 });
    expect(wishes()).toEqual([inDoubt]);
  });

  const registered = (assetId: number, parts: Partial<Wish> = {}): Wish => ({
    ...{ id: `wish ${parts.bucket}`, account: 'a1', workspace: 'w', projectId: 1, bucket: 'rushes' },
    ...{ key: 'autumn/5.mp4', label: null, replaces: null, wishedAt: 1 },
    ...{ state: { kind: 'registered', assetId }, ...parts },
  });

  it.each(['w-media', null])(
    'an asset that we registered from another bucket is registered again from that one, where the workspace has %s',
    async (bucket) => {
      const { plan, requests, wishes, enterWish } = deskWith({ bucket });
      enterWish(registered(5));
      enterWish(registered(5, { bucket: 'earlier', wishedAt: 0 }));
      const planned = await plan(5);
      expect(planned.files).toMatchObject([{ source: { bucket: 'rushes', key: 'autumn/5.mp4' } }]);
      requests.register({ plan: planned.plan });
      expect(wishes().at(-1)).toMatchObject({ bucket: 'rushes', replaces: 'a1:w/5' });
    },
  );

  it.each<[string, Wish]>([
    ['became another asset', registered(6)],
    ['is of another object', registered(5, { key: 'winter/5.mp4' })],
    ['is of another project', registered(5, { projectId: 2 })],
    ['is of another workspace', registered(5, { workspace: 'v' })],
    ['is of another account', registered(5, { account: 'a2' })],
    ['was refused', registered(5, { state: { kind: 'refused', problem: problemOf('refused') } })],
  ])('takes no bucket of a wish that %s', async (_, wish) => {
    const { plan, enterWish } = deskWith();
    enterWish(wish);
    expect((await plan(5)).files).toMatchObject([{ source: { bucket: 'w-media' } }]);
  });

  it('registers what we registered by the very key: the service may tell it in the other Unicode form', async () => {
    const [composed, decomposed] = ['가.mp4'.normalize('NFC'), '가.mp4'.normalize('NFD')];
    const { plan, enterWish } = deskWith({ key: composed });
    enterWish(registered(5, { key: decomposed }));
    expect((await plan(5)).files).toMatchObject([{ source: { bucket: 'rushes', key: decomposed } }]);
  });

  it('leaves out what has no bucket', async () => {
    const { plan, requests } = deskWith({ bucket: null });
    const planned = await plan(5);
    expect(planned.files).toMatchObject([{ source: null, problem: null }]);
    expect(() => requests.register({ plan: planned.plan })).toThrow(expect.objectContaining(gone) as Error);
  });
});

describe('registering files', () => {
  it('registers just what it read, in the buckets that it told, and once', async () => {
    const { planKeys, requests, wishes } = deskWith();
    const planned = await planKeys('autumn/1.mp4\ns3://other-media/2.mov\nnotes.txt');
    expect(planned).toMatchObject({
      found: [
        { bucket: 'w-media', key: 'autumn/1.mp4' },
        { bucket: 'other-media', key: '2.mov' },
      ],
      faulty: [{ line: 3, fault: 'extension' }],
    });
    expect(wishes()).toEqual([]);
    expect(requests.register({ plan: planned.plan })).toEqual({ wished: 2 });
    expect(wishes()).toMatchObject([
      { account: 'a1', workspace: 'w', projectId: 1, bucket: 'w-media', key: 'autumn/1.mp4', replaces: null },
      { bucket: 'other-media', key: '2.mov' },
    ]);
    expect(() => requests.register({ plan: planned.plan })).toThrow(expect.objectContaining(gone) as Error);
  });

  it('registers what it read also where a plan for failed imports, given up meanwhile, comes late, and that plan after it', async () => {
    const { planKeys, plan, requests, wishes } = deskWith();
    const files = await planKeys('1.mp4');
    const again = await plan(5);
    expect(requests.register({ plan: files.plan })).toEqual({ wished: 1 });
    expect(requests.register({ plan: again.plan })).toEqual({ wished: 1 });
    for (const { plan: old } of [files, again])
      expect(() => requests.register({ plan: old })).toThrow(expect.objectContaining(gone) as Error);
    expect(wishes()).toHaveLength(2);
  });

  it('registers what was asked for last, whichever is ready first', async () => {
    const { plan, requests, wishes } = deskWith();
    const [long, short] = [plan(8, 6), plan(5)];
    const { plan: last } = await short;
    const { plan: first } = await long;
    expect(() => requests.register({ plan: first })).toThrow(expect.objectContaining(gone) as Error);
    expect(requests.register({ plan: last })).toEqual({ wished: 1 });
    expect(wishes()).toMatchObject([{ replaces: 'a1:w/5' }]);
  });

  it('says what has no bucket, and what is under way or waits for the person', async () => {
    const { planKeys, requests, doubt } = deskWith();
    expect((await planKeys('1.mp4\ns3://w-media/2.mp4', null)).faulty).toMatchObject([
      { text: '1.mp4', line: 1, fault: 'no-bucket' },
    ]);
    requests.register({ plan: (await planKeys('1.mp4')).plan });
    const underway = [{ text: '1.mp4', line: 2, fault: 'underway' }];
    expect((await planKeys('\n1.mp4')).faulty).toEqual(underway);
    doubt();
    expect((await planKeys('\n1.mp4')).faulty).toEqual(underway);
  });

  it('reads nothing where the person has not allowed it, and registers nothing where that was taken back', async () => {
    const { planKeys, requests, allowed, wishes } = deskWith();
    const planned = await planKeys('1.mp4');
    allowed.mayRegister = false;
    await expect(planKeys('1.mp4')).rejects.toMatchObject(off);
    expect(() => requests.register({ plan: planned.plan })).toThrow(expect.objectContaining(off) as Error);
    expect(wishes()).toEqual([]);
  });

  it('registers no more of what is under way once that is turned off, and forgets none that may have left', async () => {
    const { stage, planKeys, requests, wishes, enterWish } = deskWith();
    const survey = { for: 'survey', value: { assets: [], skipped: 0, totalCount: 0, pages: 1 } } as const;
    const status = answerOf(7, 'IN_PROGRESS');
    /** Lists are answered and imports go on; a file is sent and heard of no more. */
    function pass(ms: number): void {
      for (let passed = 0; passed < ms; passed += 1_000) {
        stage.pass(1_000);
        for (const { request, question } of stage.onTheWire()) {
          const value = { for: 'status', value: status } as const;
          if (question.for === 'registration') continue;
          const answer = question.for === 'survey' ? survey : question.for === 'status' ? value : null;
          const reply =
            answer === null ? ({ kind: 'aborted' } as const) : ({ kind: 'answer', ...answer } as const);
          stage.send({ kind: 'replied', request, reply });
        }
      }
    }
    const sent = () =>
      stage.effects.filter((effect) => effect.kind === 'ask' && effect.ask.for === 'registration').length;
    pass(5_000);
    // The service answered a file just now, so that several may be sent at once.
    stage.state.answeredFiles.put({ account: 'a1', at: stage.state.newestClock.value });
    stage.state.store.commit();
    requests.register({ plan: (await planKeys('1.mp4\n2.mp4\n3.mp4\n4.mp4\n5.mp4')).plan });
    const [wish] = wishes();
    const others = [
      { ...wish!, id: 'of another', account: 'a2' },
      { ...wish!, id: 'in doubt', key: '6.mp4', state: { kind: 'in-doubt', above: 7 } },
    ] as const;
    others.forEach(enterWish);
    pass(5_000);
    expect(sent()).toBe(4);
    await requests.allowRegistering({ account: 'a1', isAllowed: true });
    expect(wishes()).toHaveLength(7);
    await requests.allowRegistering({ account: 'a1', isAllowed: false });
    expect(
      wishes()
        .map(({ state }) => state.kind)
        .toSorted(),
    ).toEqual([...['in-doubt', 'sent', 'sent', 'sent', 'sent', 'waiting']]);
    for (const { request, question } of stage.onTheWire())
      if (question.for === 'registration')
        stage.send({
          kind: 'replied',
          request,
          reply: { kind: 'answer', for: 'registration', value: { assetId: 100 + request } },
        });
    pass(600_000);
    expect(sent()).toBe(4);
  });

  it('registers nothing for which the list has no room once all is registered that is under way', async () => {
    const { planKeys, plan, requests, fillList, wishes, enterWish } = deskWith();
    const full = expect.objectContaining({ error: { code: 'list-full' } }) as Error;
    fillList(1);
    requests.register({ plan: (await planKeys('1.mp4')).plan });
    const second = await planKeys('2.mp4');
    expect(() => requests.register({ plan: second.plan })).toThrow(full);
    const [wish] = wishes();
    enterWish({
      ...wish!,
      id: 'no',
      key: 'no.mp4',
      state: { kind: 'refused', problem: problemOf('refused') },
    });
    expect(() => requests.answerWishes({ wishes: ['no'], how: 'send' })).toThrow(full);
    expect(wishes()).toHaveLength(2);
    // It takes the place of another.
    expect(requests.register({ plan: (await plan(5)).plan })).toEqual({ wished: 1 });
  });

  it('registers nothing for which the list has no room', async () => {
    const { planKeys, requests, fillList, wishes } = deskWith();
    fillList();
    const planned = await planKeys('1.mp4');
    expect(() => requests.register({ plan: planned.plan })).toThrow(
      expect.objectContaining({ error: { code: 'list-full' } }) as Error,
    );
    expect(wishes()).toEqual([]);
  });
});
