import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ListedAsset } from '../../../../main/model/asset.ts';
import { isTerminal } from '../../../../main/model/import-status.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import type { Happening, Reply, RequestNumber } from '../../../../main/monitor/kernel/events.ts';
import { savedBy } from '../importing-stage.ts';
import { answerOf, createStage, idOf, newWatchOf, problemOf, type Stage } from '../stage.ts';

const minute = 60_000;
const follow = 'a1:w/projects/1';

/** Keys that are like each other: of one name, in other letters, and in either Unicode form. */
const keys = [
  ...['a/film.mp4', 'b/film.mp4', 'a/Film.mp4'],
  ...['a/영화.mp4'.normalize('NFC'), 'a/영화.mp4'.normalize('NFD')],
];

/** What the service made of a file. */
interface Made {
  readonly assetId: number;
  readonly key: string;
  readonly wish: string;
  status: string;
  isListed: boolean;
}

/** The service writes it in its own Unicode form. */
const nameOf = ({ key }: Pick<Made, 'key'>) => key.slice(2).normalize('NFC');

type Fate = 'answered' | 'late' | 'taken, and lost' | 'lost' | 'refused' | 'not sent';

/** The service, whose lists may hide what is new, the person, and an app that may die. */
function createScene() {
  let stage: Stage = createStage();
  const made: Made[] = [];
  const late: { readonly request: RequestNumber; readonly reply: Reply }[] = [];
  /** How often each wish may be registered, by the person's word. */
  const allowed = new Map<string, number>();
  const takenOut = new Set<number>();
  const mayBeBack = new Set<number>();
  const seenEnded = new Set<number>();
  const stopped = new Set<string>();
  let wishes = 0;
  let fate: Fate = 'answered';
  let isHiding = false;

  const shown = (): ListedAsset[] =>
    made
      .filter(({ isListed }) => isListed)
      .map(({ assetId, key }) => ({
        ...{ assetId, complete: false, size: null },
        fileName: nameOf({ key }),
      }));
  const madeFor = (wish: string) => made.filter((each) => each.wish === wish);
  const assetOf = (assetId: number) => made.find((each) => each.assetId === assetId);

  function takeFile(request: RequestNumber, key: string): Reply {
    const question = stage.state.requests.get(request)?.question;
    const wish = question?.for === 'registration' ? question.wish : '';
    const assetId = 100 + made.length;
    made.push({ assetId, key, wish, status: 'IN_PROGRESS', isListed: !isHiding });
    expect(madeFor(wish).length, `${wish} is registered`).toBeLessThanOrEqual(allowed.get(wish)!);
    return { kind: 'answer', for: 'registration', value: { assetId } };
  }

  function replyOfFile(request: RequestNumber, key: string): Reply | null {
    if (fate === 'refused') return { kind: 'problem', problem: problemOf('permission'), untaken: true };
    if (fate === 'not sent') return { kind: 'problem', problem: problemOf('offline'), untaken: true };
    if (fate === 'lost') return { kind: 'problem', problem: problemOf('service') };
    const reply = takeFile(request, key);
    if (fate === 'taken, and lost') return { kind: 'problem', problem: problemOf('offline') };
    if (fate === 'answered') return reply;
    late.push({ request, reply });
    return null;
  }

  function replyTo({ request, ask }: Extract<Effect, { kind: 'ask' }>): Reply | null {
    if (ask.for === 'registration') return replyOfFile(request, ask.key);
    if (ask.for === 'survey' || ask.for === 'page') {
      const older = { assetId: 7, fileName: 'older.mp4', complete: false, size: null };
      const assets = [older, ...shown()];
      return {
        ...{ kind: 'answer', for: ask.for },
        value: { assets, skipped: 0, totalCount: assets.length, pages: 1 },
      };
    }
    const { assetId } = ask.reference;
    const asset = assetOf(assetId);
    if (asset === undefined) return { kind: 'problem', problem: problemOf('not-found') };
    if (ask.for !== 'status') {
      const details = { fileName: nameOf(asset), projectId: 1, metaData: null, registeredAt: null };
      return { kind: 'answer', for: ask.for, value: { ...details, key: asset.key.normalize('NFD') } };
    }
    if (isTerminal(asset.status) && (stage.watch(assetId)?.known ?? null) === null) seenEnded.add(assetId);
    return { kind: 'answer', for: 'status', value: answerOf(assetId, asset.status, stage.now) };
  }

  function serve(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'ask' || !stage.state.requests.has(effect.request)) continue;
      const reply = replyTo(effect);
      if (reply !== null) send({ kind: 'replied', request: effect.request, reply });
    }
  }

  function send(event: Happening): void {
    // What runs in a project is watched where that is followed anew.
    if (event.kind === 'followed') for (const assetId of takenOut) mayBeBack.add(assetId);
    serve(stage.send(event));
  }

  const idsOf = (kind: string) =>
    [...stage.state.wishes.values()].filter(({ state }) => state.kind === kind).map(({ id }) => id);

  const scene = {
    send,
    wish(number: number): void {
      const [key, bucket] = [keys[number % keys.length]!, number < keys.length ? 'w-media' : 'w-masters'];
      const id = `wish-${(wishes += 1)}`;
      allowed.set(id, 1);
      const place = { account: 'a1', workspace: 'w', projectId: 1 };
      send({ kind: 'wished', wishes: [{ ...place, id, bucket, key, label: null, replaces: null }] });
    },
    /** The person sees in the console what is there, and says so. */
    settle(): void {
      for (const id of idsOf('in-doubt')) {
        const how = madeFor(id).length === 0 ? 'send' : 'look';
        send({ kind: 'wishes-answered', wishes: [id], how });
      }
    },
    /** It is there. Where the list hides it, nothing tells it from what becomes of the same file later. */
    leave(): void {
      const wishes = idsOf('in-doubt').filter((id) => madeFor(id).some(({ isListed }) => isListed));
      send({ kind: 'wishes-dropped', wishes });
    },
    /** The person has it sent again, whatever is there. */
    sendAgain(): void {
      for (const id of [...idsOf('in-doubt'), ...idsOf('refused')]) {
        allowed.set(id, madeFor(id).length + 1);
        send({ kind: 'wishes-answered', wishes: [id], how: 'send' });
      }
    },
    drop: () => send({ kind: 'wishes-dropped', wishes: idsOf('refused') }),
    stop(): void {
      const wishes = [...stage.state.wishes.keys()];
      for (const id of wishes) stopped.add(id);
      send({ kind: 'wishes-dropped', wishes });
    },
    setFate: (next: Fate) => void (fate = next),
    hide: () => void (isHiding = true),
    show(): void {
      isHiding = false;
      for (const asset of made) asset.isListed = true;
    },
    endOne(number: number): void {
      const asset = made[number % Math.max(1, made.length)];
      if (asset !== undefined) asset.status = number % 2 === 0 ? 'COMPLETED' : 'FAILED';
    },
    add(number: number): void {
      const asset = made[number % Math.max(1, made.length)];
      if (asset === undefined) return;
      takenOut.delete(asset.assetId);
      mayBeBack.delete(asset.assetId);
      send({ kind: 'added', watches: [newWatchOf(asset.assetId, nameOf(asset))] });
    },
    takeOut(number: number): void {
      const watch = [...stage.state.watches.values()][number % Math.max(1, stage.state.watches.size)];
      if (watch === undefined) return;
      takenOut.add(watch.reference.assetId);
      mayBeBack.delete(watch.reference.assetId);
      send({ kind: 'removed', watches: [watch.id] });
    },
    deliver(number: number): void {
      const [reply] = late.splice(number % Math.max(1, late.length), 1);
      if (reply !== undefined) send({ kind: 'replied', ...reply });
    },
    expire(): void {
      const [reply] = late.splice(0, 1);
      if (reply === undefined) return;
      send({
        ...{ kind: 'replied', request: reply.request },
        reply: { kind: 'problem', problem: problemOf('offline') },
      });
    },
    die(): void {
      late.length = 0;
      const { now } = stage;
      stage = createStage({ ...savedBy(stage), at: now });
      serve(stage.ready());
    },
    ready: () => serve(stage.ready()),
    pass(ms: number): void {
      const end = stage.now + ms;
      for (let at = stage.wakeAt(); at !== null && at <= end; at = stage.wakeAt()) {
        stage.now = Math.max(stage.now, at);
        send({ kind: 'tick' });
      }
      stage.now = end;
    },
    check(): void {
      for (const { id, key, state } of stage.state.wishes.values()) {
        if (state.kind !== 'registered') continue;
        const asset = assetOf(state.assetId);
        // Nothing tells what a request made that was on its way as the person stopped it from what the same file becomes later.
        const isOfStopped = asset !== undefined && stopped.has(asset.wish) && asset.key === key;
        if (!isOfStopped) expect(asset?.wish, `${id} counts as ${state.assetId}`).toBe(id);
      }
    },
    /** All is well again, and the person looks at what is in doubt. */
    mend(): void {
      fate = 'answered';
      scene.show();
      while (late.length > 0) scene.deliver(0);
      for (const kind of ['online', 'resumed', 'unpaused'] as const) send({ kind });
      scene.ready();
      scene.pass(40 * minute);
      scene.settle();
      scene.pass(40 * minute);
    },
    checkEnd(): void {
      for (const { id, state } of stage.state.wishes.values())
        expect(['registered', 'refused'], `${id} is ${state.kind}`).toContain(state.kind);
      for (const asset of made) asset.status = 'COMPLETED';
      scene.pass(40 * minute);
      for (const { state } of stage.state.wishes.values()) {
        if (state.kind !== 'registered') continue;
        const { assetId } = state;
        const isWatched = stage.state.watches.has(idOf(assetId));
        if (!mayBeBack.has(assetId)) expect(isWatched, `${assetId} is watched`).toBe(!takenOut.has(assetId));
        const told = [...stage.state.notices.values()].filter(
          (notice) => notice.about === 'import' && notice.watch === idOf(assetId),
        );
        if (isWatched && !seenEnded.has(assetId)) expect(told.length, `${assetId} is told`).toBe(1);
      }
    },
  };
  serve(stage.ready());
  return scene;
}

type Scene = ReturnType<typeof createScene>;

const number = fc.nat({ max: 9 });
const fates: readonly Fate[] = [
  ...(['answered', 'late', 'late', 'taken, and lost', 'taken, and lost'] as const),
  ...(['lost', 'refused', 'not sent'] as const),
];
const place = { account: 'a1', workspace: 'w', projectId: 1 } as const;
const events = {
  followed: { kind: 'followed', ...place, projectName: 'Films' },
  unfollowed: { kind: 'unfollowed', follow },
  'looked at': { kind: 'look-now', follows: 'all' },
  suspended: { kind: 'suspended' },
  resumed: { kind: 'resumed' },
  offline: { kind: 'offline' },
  online: { kind: 'online' },
  'account removed': { kind: 'account-removed', account: 'a1' },
  'key taken': { kind: 'account-not-ready', account: 'a1' },
} as const satisfies Record<string, Happening>;

const waits = fc.constantFrom(300, 1_000, 10_000, 40_000, 2 * minute, 10 * minute);
const of = <Does extends string>(weight: number, ...does: readonly Does[]) => ({
  weight,
  arbitrary: fc.record({
    does: fc.constantFrom(...does),
    number,
    ms: waits,
    fate: fc.constantFrom(...fates),
  }),
});

const happening = fc.oneof(
  of(6, 'wish'),
  of(5, 'add', 'takeOut', 'endOne', 'deliver', 'expire'),
  of(4, 'hide', 'show', 'settle', 'leave', 'sendAgain'),
  of(2, 'die', 'ready', 'stop', 'drop'),
  of(4, ...(Object.keys(events) as (keyof typeof events)[])),
);
type Drawn = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

function act(scene: Scene, { does, number: which, ms, fate }: Drawn): void {
  scene.setFate(fate);
  if (does in events) scene.send(events[does as keyof typeof events]);
  else scene[does as 'wish'](which);
  scene.pass(ms);
}

it('each file is registered once, becomes its own asset, and is told once, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 3, maxLength: 20 }), (story) => {
      const scene = createScene();
      for (const drawn of story) {
        act(scene, drawn);
        scene.check();
      }
      scene.mend();
      scene.check();
      scene.checkEnd();
    }),
    { numRuns: 100 },
  );
}, 600_000);
