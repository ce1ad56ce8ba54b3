import { describe, expect, it } from 'vitest';
import type { ListedAsset } from '../../../main/model/asset.ts';
import type { ProblemKind } from '../../../main/model/problem.ts';
import type { NewWish, Wish } from '../../../main/model/wish.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import { countsOf, wishCards } from '../../../main/monitor/view/rows.ts';
import { savedBy } from './importing-stage.ts';
import {
  answerOf,
  asksFor,
  createStage,
  ofKind,
  newWatchOf,
  problemOf,
  someSettings,
  startAt,
} from './stage.ts';

const minute = 60_000;
const key = 'autumn/film.mp4';

const wishOf = (number: number, other: Partial<NewWish> = {}): NewWish => ({
  id: `wish-${number}`,
  account: 'a1',
  workspace: 'w',
  projectId: 1,
  bucket: 'w-media',
  key: number === 1 ? key : `autumn/${number}.mp4`,
  label: null,
  replaces: null,
  ...other,
});

const listed = (assetId: number, fileName: string | null = 'film.mp4'): ListedAsset => ({
  assetId,
  fileName,
  complete: false,
  size: null,
});

/** A project whose list shows these assets, and what each was made of. */
function createProject(beginning: Parameters<typeof createStage>[0] = {}, saves = true) {
  const stage = createStage(beginning, { saves });
  const assets: ListedAsset[] = [listed(7, 'older.mp4')];
  const origins = new Map<number, string | null>();
  /** In progress where nothing else is said. */
  const statuses = new Map<number, string>();
  /** What was sent, and is answered by the test itself. */
  const sent: { request: number; key: string }[] = [];
  let listMeets: ProblemKind | null = null;
  let originsMeet: ProblemKind | null = null;

  function serve(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'ask') continue;
      const { request, ask } = effect;
      const value = { assets: [...assets], skipped: 0, totalCount: assets.length, pages: 1 };
      const say = (reply: Parameters<typeof stage.send>[0] & { kind: 'replied' }) => serve(stage.send(reply));
      if (ask.for === 'registration') sent.push({ request, key: ask.key });
      const meets = { survey: listMeets, origin: originsMeet }[ask.for as string] ?? null;
      if (meets !== null)
        say({ kind: 'replied', request, reply: { kind: 'problem', problem: problemOf(meets) } });
      else if (ask.for === 'survey' || ask.for === 'page')
        say({ kind: 'replied', request, reply: { kind: 'answer', for: ask.for, value } });
      if (meets === null && (ask.for === 'origin' || ask.for === 'details')) {
        const from = origins.get(ask.reference.assetId) ?? null;
        const details = { fileName: 'film.mp4', projectId: 1, metaData: null, key: from, registeredAt: null };
        say({ kind: 'replied', request, reply: { kind: 'answer', for: ask.for, value: details } });
      }
      if (ask.for === 'status') {
        const { assetId } = ask.reference;
        const said = statuses.get(assetId) ?? 'IN_PROGRESS';
        const value = answerOf(assetId, said, stage.now);
        if (said === 'not-found')
          say({ kind: 'replied', request, reply: { kind: 'problem', problem: problemOf(said) } });
        else say({ kind: 'replied', request, reply: { kind: 'answer', for: 'status', value } });
      }
    }
  }

  const project = {
    stage,
    assets,
    origins,
    statuses,
    sent,
    breakList: (kind: ProblemKind = 'unreadable') => void (listMeets = kind),
    breakOrigins: (kind: ProblemKind) => void (originsMeet = kind),
    wish: (...wishes: NewWish[]) => serve(stage.send({ kind: 'wished', wishes })),
    pass(ms: number): void {
      const end = stage.now + ms;
      for (let at = stage.wakeAt(); at !== null && at <= end; at = stage.wakeAt()) {
        stage.now = Math.max(stage.now, at);
        serve(stage.send({ kind: 'tick' }));
      }
      stage.now = end;
    },
    send: (event: Parameters<typeof stage.send>[0]) => serve(stage.send(event)),
    meet(kind: ProblemKind, { untaken = false, code = null as string | null } = {}): void {
      const { request } = sent.at(-1)!;
      const problem = { ...problemOf(kind), code };
      const reply = { kind: 'problem', problem, ...(untaken && { untaken }) } as const;
      serve(stage.send({ kind: 'replied', request, reply }));
    },
    meetAt: (request: number, kind: ProblemKind) =>
      serve(
        stage.send({
          kind: 'replied',
          request,
          reply: { kind: 'problem', problem: problemOf(kind), untaken: true },
        }),
      ),
    take: (assetId: number) =>
      serve(
        stage.send({
          kind: 'replied',
          request: sent.at(-1)!.request,
          reply: { kind: 'answer', for: 'registration', value: { assetId } },
        }),
      ),
    /** The service answered a file just now, so that several may be sent at once. */
    answeredLately() {
      stage.state.answeredFiles.put({ account: 'a1', at: stage.state.newestClock.value });
      stage.state.store.commit();
    },
    stateOf: (number: number) => stage.state.wishes.get(`wish-${number}`)?.state,
  };
  serve(stage.ready());
  return project;
}

describe('a file that is to be registered', () => {
  it('is on the disk as sent before its request leaves', () => {
    const project = createProject({}, false);
    project.wish(wishOf(1));
    project.pass(minute);
    expect(project.stateOf(1)).toEqual({ kind: 'sent', above: 7 });
    expect(project.sent).toEqual([]);
    project.send({ kind: 'saved', revision: project.stage.state.revision.value });
    expect(project.sent).toHaveLength(1);
  });

  it('is watched as the asset that it becomes', () => {
    const project = createProject();
    project.wish(wishOf(1, { label: 'Trailer' }));
    project.pass(1_000);
    project.take(8);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.stage.watch(8)).toMatchObject({ label: 'Trailer', reference: { assetId: 8 } });
  });

  it('goes alone until the service has answered one, and then with three others at once at the most', () => {
    const project = createProject();
    project.wish(...Array.from({ length: 12 }, (_, index) => wishOf(index + 1)));
    project.pass(minute);
    expect(project.sent).toHaveLength(1);
    project.take(20);
    project.pass(2_000);
    expect(project.sent).toHaveLength(5);
    project.take(21);
    project.pass(2_000);
    expect(project.sent).toHaveLength(6);
  });

  it.each([
    ['refused', 4],
    ['rate-limit', 0],
  ] as const)('goes with others also where the service refuses one alone: %s', (kind, more) => {
    const project = createProject();
    project.wish(...Array.from({ length: 12 }, (_, index) => wishOf(index + 1)));
    project.pass(1_000);
    project.meet(kind, { untaken: true, code: '10001' });
    project.pass(2_000);
    expect(project.sent).toHaveLength(1 + more);
  });

  it('is sent where its project takes longer to be read through than what was read stays fresh', () => {
    const stage = createStage();
    stage.ready();
    stage.send({ kind: 'wished', wishes: [wishOf(1)] });
    const [pages, pageTakesMs] = [120, 3_000];
    const asked = () => stage.onTheWire().map(({ question }) => question.for);
    for (let read = 0; read < 2 * pages && !asked().includes('registration'); read += 1) {
      const { request, question } = stage.onTheWire()[0]!;
      expect(question.for).toBe('survey');
      stage.now += pageTakesMs;
      const value = { assets: [listed(read + 1, 'older.mp4')], skipped: 0, totalCount: pages, pages };
      stage.send({ kind: 'replied', request, reply: { kind: 'answer', for: 'survey', value } });
      stage.pass(1_000);
    }
    expect(asked()).toEqual(['registration']);
    expect(stage.state.wishes.get('wish-1')?.state).toEqual({ kind: 'sent', above: pages });
  });

  it('waits without an alarm that has passed, where the account and its list are in trouble, each for its own time', () => {
    const project = createProject();
    const { stage } = project;
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(2 * minute);
    project.breakList();
    project.pass(2 * minute);
    project.wish(wishOf(2));
    project.pass(1_000);
    project.meet('intercepted');
    for (let alarms = 0; alarms < 10; alarms += 1) {
      stage.now = stage.wakeAt()!;
      project.send({ kind: 'tick' });
      expect(stage.wakeAt()).toBeGreaterThan(stage.now);
    }
  });

  it('is wished once, however often the person asks while it is under way', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.wish(wishOf(2, { key }));
    expect(project.stage.state.wishes.size).toBe(1);
  });

  it('does not keep imports from being asked for', () => {
    const project = createProject();
    project.wish(...Array.from({ length: 50 }, (_, index) => wishOf(index + 1)));
    const asks = project.stage.effects.length;
    project.send({
      kind: 'added',
      watches: [
        {
          account: 'a1',
          reference: { workspace: 'w', projectId: 1, assetId: 3 },
          label: null,
          fileName: 'x.mp4',
        },
      ],
    });
    project.pass(2_000);
    const later = project.stage.effects.slice(asks).filter((effect) => effect.kind === 'ask');
    expect(later.map(({ ask }) => ask.for)).toContain('status');
  });

  it.each(['COMPLETED', 'FAILED'])(
    'is told of although its import has ended by the first look: %s',
    (status) => {
      const project = createProject();
      project.wish(wishOf(1));
      project.pass(1_000);
      project.statuses.set(9, status);
      project.take(9);
      expect(project.stage.watch(9).known).toMatchObject({ status: 'IN_PROGRESS' });
      project.pass(minute);
      const told = [...project.stage.state.notices.values()].map(
        (notice) => 'status' in notice && notice.status,
      );
      expect(told).toEqual([status]);
    },
  );
});

describe('a reply that is lost', () => {
  it('is looked for in the list once things have calmed down, and the file is not sent again', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8), listed(9));
    project.origins.set(8, 'winter/film.mp4');
    project.origins.set(9, key);
    project.pass(2 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    expect(project.stage.state.watches.has('a1:w/9')).toBe(true);
    expect(project.sent).toHaveLength(1);
  });

  it.each(['COMPLETED', 'FAILED'])('is found, and its end by then is told once: %s', (status) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(9));
    project.origins.set(9, key);
    project.statuses.set(9, status);
    project.pass(20 * minute);
    expect(project.stage.watch(9).known?.status).toBe(status);
    expect([...project.stage.state.notices.values()]).toMatchObject([{ about: 'import', status }]);
    expect(ofKind(project.stage.effects, 'show')).toHaveLength(1);
  });

  it('is no asset of another project that the list shows as well', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push({ ...listed(9), isElsewhere: true });
    project.origins.set(9, key);
    project.pass(20 * minute);
    expect(project.stateOf(1)).toMatchObject({ kind: 'in-doubt' });
  });

  it('is no asset that was there before', () => {
    const project = createProject();
    project.assets.push(listed(6));
    project.origins.set(6, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('service');
    project.pass(60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
  });

  it.each(['IN_PROGRESS', 'COMPLETED'])(
    'is no import of the same object that was watched before, %s, and that the list hid until then',
    (status) => {
      const project = createProject();
      project.origins.set(8, key).set(9, key);
      project.statuses.set(8, status);
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(minute);
      project.wish(wishOf(1));
      project.pass(1_000);
      project.meet('service');
      project.assets.push(listed(8), listed(9));
      project.pass(20 * minute);
      expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    },
  );

  it('is found also below an id that the person watches and the service does not know', () => {
    const project = createProject();
    project.statuses.set(99_999, 'not-found');
    project.send({ kind: 'added', watches: [newWatchOf(99_999)] });
    project.pass(minute);
    project.wish(wishOf(1));
    project.pass(1_000);
    expect(project.stateOf(1)).toEqual({ kind: 'sent', above: 7 });
  });

  it.each(['list', 'reply', 'list of a later run', 'list, looked through once more'] as const)(
    'is settled by what the person has taken out of the list, which stays out: told by the %s',
    (teller) => {
      const project = createProject();
      project.origins.set(8, key);
      project.wish(wishOf(1));
      project.pass(1_000);
      if (teller !== 'reply') project.meet('offline');
      if (teller === 'list, looked through once more') project.pass(20 * minute);
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(10_000);
      expect(project.stage.watch(8).known?.status).toBe('IN_PROGRESS');
      project.send({ kind: 'removed', watches: ['a1:w/8'] });
      project.assets.push(listed(8));
      if (teller === 'reply') project.take(8);
      if (teller === 'list, looked through once more')
        project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
      const later = teller === 'list of a later run' ? createProject(savedBy(project.stage)) : project;
      later.assets.push(listed(8));
      later.origins.set(8, key);
      later.statuses.set(8, 'COMPLETED');
      later.pass(20 * minute);
      expect(later.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
      expect(later.stage.state.watches.size).toBe(0);
      const told = [...later.stage.state.notices.values()].map(({ about }) => about);
      expect(told).not.toContain('import');
    },
  );

  it.each(['list', 'reply'])(
    'is of one that was added meanwhile and not heard of yet, whose end by the first look is told: by the %s',
    (teller) => {
      const project = createProject();
      project.origins.set(8, key);
      project.wish(wishOf(1));
      project.pass(1_000);
      if (teller === 'list') project.meet('offline');
      project.pass(5_000);
      project.statuses.set(8, 'not-found');
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(1_000);
      project.assets.push(listed(8));
      if (teller === 'list') project.pass(27_000);
      else project.take(8);
      expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
      project.statuses.set(8, 'COMPLETED');
      project.pass(20 * minute);
      const told = [...project.stage.state.notices.values()].map(
        (notice) => 'status' in notice && notice.status,
      );
      expect(told).toEqual(['COMPLETED']);
    },
  );

  it('is settled by what had ended, was told of, and was tidied away, which is not told of again', () => {
    const project = createProject({ settings: { ...someSettings, tidyAfterMs: minute } });
    project.origins.set(8, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(60 * minute);
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(10_000);
    project.statuses.set(8, 'COMPLETED');
    project.pass(150 * minute);
    expect(project.stage.state.watches.size).toBe(0);
    project.assets.push(listed(8));
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    const ends = [...project.stage.state.notices.values()].filter(({ about }) => about === 'import');
    expect(ends).toHaveLength(1);
  });

  it('is not of what was taken out before the file was sent again, and that the list hid until then', () => {
    const project = createProject();
    project.origins.set(8, key).set(9, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(20 * minute);
    project.send({ kind: 'removed', watches: ['a1:w/8'] });
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8), listed(9));
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    expect([...project.stage.state.watches.keys()]).toEqual(['a1:w/9']);
  });

  it('is settled by what was taken out and put back, whose end is told', () => {
    const project = createProject();
    project.origins.set(8, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(10_000);
    project.send({ kind: 'removed', watches: ['a1:w/8'], undo: 1 });
    project.send({ kind: 'undone', undo: 1 });
    project.assets.push(listed(8));
    project.statuses.set(8, 'COMPLETED');
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(ofKind(project.stage.effects, 'show')).toHaveLength(1);
  });

  it('remembers no more of what left the list meanwhile than can be it, and not without bound', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    const before = Array.from({ length: 7 }, (_, index) => newWatchOf(index + 1));
    const others = Array.from({ length: 50 }, (_, index) => newWatchOf(index + 8, 'other.mp4'));
    const alike = Array.from({ length: 500 }, (_, index) => newWatchOf(index + 1_000));
    const watches = [...before, ...others, ...alike];
    project.send({ kind: 'added', watches });
    for (const { reference } of watches)
      project.send({ kind: 'removed', watches: [`a1:w/${reference.assetId}`] });
    const state = project.stateOf(1);
    const left = state?.kind === 'sent' ? (state.left ?? []) : [];
    expect(left[0]).toBe(1_000);
    expect(left.length).toBeLessThanOrEqual(100);
  });

  it('that no list shows is no proof: the person is asked, and nothing is sent', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('unreadable');
    project.pass(24 * 60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
    expect(project.sent).toHaveLength(1);
  });

  it.each(['intercepted', 'offline', 'rate-limit', 'service'] as const)(
    'that cannot be looked for, since its list or details alone meet %s, is asked about, and slows nothing else',
    (kind) => {
      for (const place of ['list', 'details']) {
        const project = createProject();
        project.send({ kind: 'added', watches: [newWatchOf(5)] });
        project.wish(wishOf(1));
        project.pass(1_000);
        project.meet('unreadable');
        project.assets.push(listed(9));
        if (place === 'list') project.breakList(kind);
        else project.breakOrigins(kind);
        const from = project.stage.effects.length;
        project.pass(90 * minute);
        expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
        const later = project.stage.effects.slice(from);
        expect(asksFor(later, 'survey').length + asksFor(later, 'origin').length).toBeLessThan(20);
        expect(project.stage.account().slowdown).toBeNull();
      }
    },
  );

  it('that the person knows of is sent again, looked for again, or left', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(60 * minute);
    project.assets.push(listed(8));
    project.origins.set(8, 'winter/film.mp4');
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
    expect(project.stateOf(1)?.kind).toBe('sent');
    project.pass(60 * minute);
    expect(project.stateOf(1)?.kind).toBe('in-doubt');
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(minute);
    expect(project.sent).toHaveLength(2);
    project.take(10);
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1'] });
    expect(project.stage.state.wishes.size).toBe(0);
  });

  it.each(['suspended', 'offline'] as const)('is heard out where the machine is %s', (kind) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind });
    project.take(8);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });

  it('over a sleep that was announced does not make the wake look like one that was not', () => {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind: 'suspended' });
    project.stage.now += 60 * minute;
    project.send({ kind: 'resumed' });
    project.pass(10_000);
    expect(project.stage.watch(5).isAgeDoubtful).toBe(false);
    project.take(8);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });

  it('of an earlier run is looked for, and the file is not sent again', () => {
    const wish: Wish = { ...wishOf(1), wishedAt: startAt, state: { kind: 'sent', above: 7 } };
    const project = createProject({ wishes: [wish] });
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.sent).toEqual([]);
  });
});

it.each(['rate-limit', 'service', 'offline', 'intercepted', 'credentials'] as const)(
  'where registering alone meets %s, imports are asked for as ever, and what waits is not sent into it',
  (kind) => {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.pass(minute);
    project.wish(...Array.from({ length: 40 }, (_, index) => wishOf(index + 1)));
    const from = project.stage.effects.length;
    for (let seconds = 0; seconds < 600; seconds += 1) {
      project.pass(1_000);
      for (const { request, question } of project.stage.onTheWire())
        if (question.for === 'registration') project.meetAt(request, kind);
    }
    expect(project.sent.length).toBeLessThan(20);
    const asked = asksFor(project.stage.effects.slice(from), 'status');
    expect(asked.length).toBeGreaterThan(15);
    expect(project.stage.state.wishes.get('wish-40')?.state.kind).toBe('waiting');
  },
);

it('that is about to leave as another meets an outage waits with the rest, and is not sent into it', () => {
  const project = createProject();
  project.answeredLately();
  project.wish(...Array.from({ length: 4 }, (_, index) => wishOf(index + 1)));
  project.pass(300);
  expect(project.sent).toHaveLength(1);
  expect(project.stateOf(4)?.kind).toBe('sent');
  project.meet('intercepted');
  expect([1, 2, 3, 4].map((number) => project.stateOf(number)?.kind)).toEqual([
    ...['sent', 'waiting', 'waiting', 'waiting'],
  ]);
  project.pass(29_000);
  expect(project.sent).toHaveLength(1);
  project.pass(minute);
  expect(project.sent).toHaveLength(2);
});

it.each(['offline', 'intercepted', 'service', 'unreadable', 'permission'] as const)(
  'where registering alone gets no reply but %s, one after another is lost, ever more rarely, until one is taken',
  (kind) => {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.answeredLately();
    project.wish(...Array.from({ length: 40 }, (_, index) => wishOf(index + 1)));
    project.pass(1_000);
    for (const { request, question } of project.stage.onTheWire())
      if (question.for === 'registration')
        project.send({
          ...{ kind: 'replied', request },
          reply: { kind: 'problem', problem: problemOf(kind) },
        });
    const first = project.sent.length;
    for (let seconds = 0; seconds < 3_600; seconds += 1) {
      project.pass(1_000);
      if (project.stage.onTheWire().some(({ question }) => question.for === 'registration'))
        project.meet(kind);
    }
    expect(project.sent.length - first).toBeLessThan(9);
    const before = project.sent.length;
    while (project.sent.length === before) project.pass(1_000);
    project.take(1_000);
    project.pass(2_000);
    expect(project.sent).toHaveLength(before + 5);
  },
);

it('that waits because of what another met goes on once the account has another key', () => {
  const project = createProject();
  project.wish(...Array.from({ length: 6 }, (_, index) => wishOf(index + 1)));
  for (let round = 0; round < 600; round += 1) {
    project.pass(1_000);
    for (const { request, question } of project.stage.onTheWire())
      if (question.for === 'registration') project.meetAt(request, 'credentials');
  }
  const before = project.sent.length;
  project.send({ kind: 'account-ready', account: 'a1', keptAt: project.stage.now });
  project.pass(3_000);
  expect(project.sent.length).toBeGreaterThan(before);
});

describe('what was surely not registered', () => {
  it.each([
    ['offline', null],
    ['rate-limit', '420'],
    ['refused', '10023'],
  ] as const)('as %s %s is sent again after a rest', (kind, code) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet(kind, { untaken: true, code });
    expect(project.stateOf(1)).toEqual({ kind: 'waiting' });
    project.pass(5 * minute);
    expect(project.sent).toHaveLength(2);
  });

  it.each([
    ['permission', '210'],
    ['refused', '10016'],
    ['not-found', '300'],
  ] as const)('as %s %s is told, and troubles nothing else', (kind, code) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet(kind, { untaken: true, code });
    project.pass(minute);
    expect(project.stateOf(1)).toMatchObject({ kind: 'refused', problem: { kind, code } });
    expect(project.stage.account()).toMatchObject({ slowdown: null, stopped: null });
    expect(project.sent).toHaveLength(1);
  });

  it('is refused where its account goes, and asked about where it may have left', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.wish(wishOf(2, { projectId: 2 }));
    project.send({ kind: 'account-removed', account: 'a1' });
    expect(project.stateOf(1)?.kind).toBe('in-doubt');
    expect(['refused', 'in-doubt']).toContain(project.stateOf(2)?.kind);
  });
});

describe('a file whose account has gone', () => {
  it('stays as it is until it is dropped, whatever the person wants done, since no key is there for it', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind: 'suspended' });
    project.wish(wishOf(2, { projectId: 2 }));
    project.send({ kind: 'account-removed', account: 'a1' });
    const wishes = ['wish-1', 'wish-2'];
    for (const how of ['look', 'send'] as const) project.send({ kind: 'wishes-answered', wishes, how });
    expect([project.stateOf(1)?.kind, project.stateOf(2)?.kind]).toEqual(['in-doubt', 'refused']);
    project.send({ kind: 'wishes-dropped', wishes });
    expect(project.stage.state.wishes.size).toBe(0);
  });
});

describe('a file that was refused, and is wished anew', () => {
  const refusedProject = () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    project.pass(minute);
    return project;
  };
  const tryAgain = (...wishes: string[]) => ({ kind: 'wishes-answered', wishes, how: 'send' }) as const;

  it('is taken up again, so that nothing is left of it to be tried once it is registered', () => {
    const project = refusedProject();
    project.wish(wishOf(2, { key, label: 'Trailer' }));
    expect([...project.stage.state.wishes.values()]).toMatchObject([{ id: 'wish-1', label: 'Trailer' }]);
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8)).toMatchObject({ label: 'Trailer' });
    project.send(tryAgain('wish-1', 'wish-2'));
    project.pass(minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.sent).toHaveLength(2);
  });

  it('is the same file in either Unicode form, and sent as it was wished last', () => {
    const project = createProject();
    project.wish(wishOf(1, { key: '가을/영화.mp4'.normalize('NFC') }));
    project.wish(wishOf(2, { key: '가을/영화.mp4'.normalize('NFD') }));
    expect(project.stage.state.wishes.size).toBe(1);
    project.pass(1_000);
    project.meet('refused', { untaken: true, code: '10001' });
    project.wish(wishOf(2, { key: '가을/영화.mp4'.normalize('NFD') }));
    project.pass(1_000);
    expect(project.stage.state.wishes.size).toBe(1);
    expect(project.sent.at(-1)!.key).toBe('가을/영화.mp4'.normalize('NFD'));
  });

  it('is another file in another bucket, and waits for that one to be settled', () => {
    const project = refusedProject();
    project.wish(wishOf(2, { key, bucket: 'w-masters' }));
    project.pass(1_000);
    project.send(tryAgain('wish-1'));
    expect(project.stateOf(1)?.kind).toBe('refused');
    project.take(8);
    project.send(tryAgain('wish-1', 'wish-1'));
    project.pass(1_000);
    expect(project.stateOf(1)?.kind).toBe('sent');
    expect(project.sent).toHaveLength(3);
  });

  it('is made anew where the person has dismissed it', () => {
    const project = refusedProject();
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1'] });
    project.wish(wishOf(2, { key }));
    project.send(tryAgain('wish-1'));
    expect([...project.stage.state.wishes.keys()]).toEqual(['wish-2']);
  });

  it('leaves alone what was registered before it was wished', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.take(8);
    project.wish(wishOf(2, { key }));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    project.wish(wishOf(3, { key }));
    expect([...project.stage.state.wishes.keys()]).toEqual(['wish-1', 'wish-2']);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });
});

describe('a file that is registered again', () => {
  /** An import of the list that was in progress, and has failed. */
  function withFailed(assetId: number) {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(assetId)] });
    project.pass(minute);
    project.statuses.set(assetId, 'FAILED');
    project.pass(10 * minute);
    return project;
  }

  it('takes the place of the failed one, in its group and under its label', () => {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: true };
    const reference = { workspace: 'w', projectId: 1, assetId: 5 };
    project.send({
      kind: 'added',
      watches: [{ account: 'a1', reference, label: 'Trailer', fileName: 'film.mp4' }],
      group,
    });
    const { addedAt } = project.stage.watch(5);
    project.pass(1_000);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    expect(project.stage.state.watches.has('a1:w/5')).toBe(true);
    project.take(8);
    expect(project.stage.state.watches.has('a1:w/5')).toBe(false);
    expect(project.stage.watch(8)).toMatchObject({
      ...{ label: 'Trailer', fileName: 'film.mp4', addedAt, formerIds: [5] },
      group: { id: 'g' },
      known: { status: 'IN_PROGRESS' },
    });
    expect([...project.stage.state.groups.keys()]).toEqual(['g']);
  });

  it.each([
    ['the failed one', 'a1:w/8', 0],
    ['one of the list that had ended', null, 0],
    ['one that had ended by a clock which was set back since', null, 60 * minute],
  ] as const)('and becomes %s is told of again, once', (_what, replaces, setBackMs) => {
    const project = withFailed(8);
    const { stage } = project;
    project.send({ kind: 'handled', watches: ['a1:w/8'], isHandled: true });
    stage.now -= setBackMs;
    project.wish(wishOf(1, { replaces }));
    project.pass(1_000);
    project.take(8);
    expect(stage.watch(8)).toMatchObject({ attempt: 2, endedAt: null, isHandled: false });
    expect(stage.watch(8).formerIds).toBeUndefined();
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    project.pass(60 * minute);
    const told = () => [...stage.state.notices.values()].map((notice) => 'status' in notice && notice.status);
    expect(told()).toEqual(['FAILED', 'FAILED']);
    project.pass(60 * minute);
    expect(told()).toHaveLength(2);
  });

  it('and becomes the one that it was is not told by an answer that left before', () => {
    const project = withFailed(8);
    const { stage } = project;
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    stage.send({ kind: 'check-now', watches: ['a1:w/8'] });
    const { request } = stage.requestOf(8)!;
    project.take(8);
    stage.say(request, answerOf(8, 'FAILED', stage.now));
    expect(stage.state.notices.size).toBe(1);
    expect(stage.watch(8).known?.status).toBe('IN_PROGRESS');
  });

  it.each([
    ['FAILED', 'COMPLETED'],
    ['FAILED', 'FAILED'],
  ])(
    'and becomes the one that it was is not told by a server that is behind, and still says %s',
    (former, end) => {
      const project = withFailed(8);
      const { stage } = project;
      project.wish(wishOf(1, { replaces: 'a1:w/8' }));
      project.pass(1_000);
      project.take(8);
      project.pass(20_000);
      expect(stage.watch(8)).toMatchObject({ attempt: 2, endedAt: null, known: { status: 'IN_PROGRESS' } });
      project.statuses.set(8, 'IN_PROGRESS');
      project.pass(5 * minute);
      expect(stage.state.notices.size).toBe(1);
      project.statuses.set(8, end);
      project.pass(20 * minute);
      expect([...stage.state.notices.values()]).toMatchObject([{ status: former }, { status: end }]);
    },
  );

  it('and fails at once as before is told of within a minute', () => {
    const project = withFailed(8);
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    project.take(8);
    project.pass(minute);
    expect(project.stage.state.notices.size).toBe(2);
    const asked = asksFor(project.stage.effects, 'status').length;
    project.pass(60 * minute);
    expect(asksFor(project.stage.effects, 'status')).toHaveLength(asked);
  });

  it.each([
    ['its import has ended', ['IN_PROGRESS', 'FAILED'], 2],
    ['its import has ended otherwise', ['COMPLETED'], 2],
    ['its import is in progress', ['IN_PROGRESS'], 1],
  ])(
    'and becomes the one that it was is told once where %s before the reply comes',
    (_what, answers, notices) => {
      const project = withFailed(8);
      const { stage } = project;
      project.wish(wishOf(1, { replaces: 'a1:w/8' }));
      project.pass(1_000);
      for (const status of answers) {
        project.statuses.set(8, status);
        project.send({ kind: 'check-now', watches: ['a1:w/8'] });
        project.pass(status === 'IN_PROGRESS' ? 2_000 : 45_000);
      }
      expect(stage.state.notices.size).toBe(notices);
      project.take(8);
      expect(stage.watch(8).attempt).toBe(2);
      project.pass(60 * minute);
      expect(stage.state.notices.size).toBe(notices);
    },
  );

  it('and becomes one that was never heard of is in progress by that word, and its end is told', () => {
    const project = createProject();
    const { stage } = project;
    stage.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.wish(wishOf(1));
    project.pass(1_000);
    expect(stage.watch(8).known).toBeNull();
    project.statuses.set(8, 'COMPLETED');
    project.take(8);
    project.pass(minute);
    expect(stage.state.notices.size).toBe(1);
  });

  it('is not taken for the failed one, where the list shows that only after its reply was lost', () => {
    const project = createProject();
    project.statuses.set(8, 'FAILED');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(minute);
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 8 });
  });

  it('leaves the one that began again meanwhile in the list, and its end is told', () => {
    const project = withFailed(5);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.statuses.set(5, 'IN_PROGRESS');
    project.send({ kind: 'check-now', watches: ['a1:w/5'] });
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8).known?.status).toBe('IN_PROGRESS');
    expect(project.stage.watch(5)).toMatchObject({ attempt: 2, endedAt: null });
    project.statuses.set(5, 'COMPLETED');
    project.pass(20 * minute);
    const told = [...project.stage.state.notices.values()].map(
      (notice) => 'status' in notice && notice.status,
    );
    expect(told).toEqual(['FAILED', 'COMPLETED']);
  });

  it('is as muted as the failed one was', () => {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.pass(1_000);
    const mute = { kind: 'until', at: project.stage.now + 60 * minute, isLength: false } as const;
    project.send({ kind: 'muted', of: 'watch', ids: ['a1:w/5'], mute });
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8).mute).toEqual(mute);
    project.statuses.set(8, 'COMPLETED');
    project.pass(50 * minute);
    expect(project.stage.fates()).toEqual(['postponed']);
    project.pass(20 * minute);
    expect(project.stage.fates()).toEqual(['showing']);
  });

  it.each([
    ['is in progress', 'IN_PROGRESS', 2],
    ['has ended', 'COMPLETED', 1],
  ] as const)('does so too where a followed project listed it first, and it %s', (_how, status, round) => {
    const project = createProject();
    const { stage } = project;
    project.statuses.set(5, 'FAILED').set(8, status);
    const reference = { workspace: 'w', projectId: 1, assetId: 5 };
    const watches = [{ account: 'a1', reference, label: 'Trailer', fileName: 'film.mp4' }];
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: false };
    project.send({ kind: 'added', watches, group });
    project.pass(1_000);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [{ ...watches[0]!, reference: { ...reference, assetId: 8 } }] });
    project.pass(20_000);
    expect(stage.watch(8)).toMatchObject({ group: null, known: { status } });
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(2 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(stage.watch(8)).toMatchObject({ formerIds: [5], group: { id: 'g', round } });
    expect([...stage.state.groups.keys()]).toEqual(['g']);
  });
});

describe('a file that is registered again in a followed project, which lists it first', () => {
  const follow = 'follow:a1:w/projects/1';

  /** Asset 5 of a group of two has failed, and the reply that it is 8 now is lost. */
  function registeredAgain() {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    project.assets.push(listed(5), listed(6));
    project.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: false };
    const watches = [5, 6].map((assetId) => newWatchOf(assetId));
    project.send({ kind: 'added', watches, group });
    project.pass(2 * minute);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.send({ kind: 'look-now', follows: 'all' });
    project.pass(5_000);
    expect(project.stage.watch(8).group?.id).toBe(follow);
    return project;
  }

  const told = ({ stage }: ReturnType<typeof createProject>) =>
    [...stage.state.notices.values()].map((notice) =>
      notice.about === 'group-done' ? `${notice.groupName}: ${notice.completed}` : notice.about,
    );

  it('stays in the group of the failed one, which is not told as done before it is', () => {
    const project = registeredAgain();
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.stage.watch(8).group?.id).toBe('g');
    project.statuses.set(6, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import']);
    project.statuses.set(8, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import', 'import', 'Batch: 2']);
  });

  it('stays in the group of the project where that has yet to tell of its end', () => {
    const project = registeredAgain();
    const tell = { allDone: true, firstFailure: false };
    project.send({ kind: 'group-changed', group: follow, tell, eachAsset: false });
    project.statuses.set(7, 'IN_PROGRESS').set(8, 'COMPLETED');
    project.send({
      kind: 'added',
      watches: [newWatchOf(7)],
      group: { id: follow, name: 'Films', tell, eachAsset: false },
    });
    project.send({ kind: 'check-now', watches: ['a1:w/8'] });
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    project.statuses.set(7, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import', 'import', 'Films: 2']);
  });
});

describe('a file that is written as sent and has not left', () => {
  const announced = () => {
    const project = createProject();
    project.answeredLately();
    project.wish(wishOf(1), wishOf(2));
    project.pass(0);
    while (project.sent.length === 0) project.pass(100);
    expect([project.stateOf(1)?.kind, project.stateOf(2)?.kind]).toEqual(['sent', 'sent']);
    expect(project.sent).toHaveLength(1);
    return project;
  };

  it('is surely not registered where its account goes', () => {
    const project = announced();
    project.send({ kind: 'account-removed', account: 'a1' });
    expect([project.stateOf(1)?.kind, project.stateOf(2)?.kind]).toEqual(['in-doubt', 'refused']);
  });

  it('is dropped where the person wants that, and never leaves', () => {
    const project = announced();
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1', 'wish-2'] });
    project.pass(60 * minute);
    expect([...project.stage.state.wishes.keys()]).toEqual(['wish-1']);
    expect(project.sent).toHaveLength(1);
  });
});

describe('what became of files', () => {
  const settings = { ...someSettings, mostOutcomes: 3 };
  const outcomeOf = (number: number, wishedAt: number, state: Wish['state']): Wish => ({
    ...wishOf(number),
    wishedAt,
    state,
  });
  const registered = { kind: 'registered', assetId: 5 } as const;
  const numbers = ({ stage }: ReturnType<typeof createProject>) =>
    [...stage.state.wishes.keys()].map((id) => Number(id.slice('wish-'.length)));
  const told = ({ stage }: ReturnType<typeof createProject>) =>
    [...stage.state.notices.values()].map((notice) => 'refused' in notice && notice.refused);

  it('is kept of the newest, by when they were wished and not by where they stand', () => {
    const wishes = [2, 3, 4].map((number) => outcomeOf(number, startAt - number, registered));
    const project = createProject({ settings, wishes });
    project.wish(wishOf(1));
    project.pass(1_000);
    project.take(8);
    expect(numbers(project)).toEqual([2, 3, 1]);
  });

  it('is told of one that was in doubt for long, while many others were settled', () => {
    const inDoubt = outcomeOf(1, startAt - minute, { kind: 'in-doubt', above: 7 });
    const others = [2, 3, 4].map((number) => outcomeOf(number, startAt - 1, registered));
    const project = createProject({ settings, wishes: [inDoubt, ...others] });
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    expect(project.stateOf(1)?.kind).toBe('refused');
    expect(told(project)).toEqual([1]);
  });

  it('is kept, and told of, of all that was wished together, however many', () => {
    const project = createProject({ settings });
    project.wish(...[1, 2, 3, 4, 5, 6].map((number) => wishOf(number)));
    for (const number of [1, 2, 3, 4, 5, 6]) {
      project.pass(1_000);
      const { request, key: of } = project.sent[number - 1]!;
      const problem = { ...problemOf('refused'), code: '10001' };
      const answer = { kind: 'answer', for: 'registration', value: { assetId: 20 + number } } as const;
      const reply = of === key ? ({ kind: 'problem', problem, untaken: true } as const) : answer;
      project.send({ kind: 'replied', request, reply });
      expect(project.stateOf(1)?.kind).toBe(number < 6 ? 'refused' : undefined);
    }
    expect(told(project)).toEqual([1]);
    expect(numbers(project)).toEqual([4, 5, 6]);
  });
});

describe('what the window is told of wishes', () => {
  const cardsOf = (project: ReturnType<typeof createProject>) =>
    wishCards(project.stage.state).map(({ id, state }) => `${id} ${state.kind}`);

  it('is what is under way with all that was wished with it, what needs the person, and what was wished last', () => {
    const project = createProject();
    project.answeredLately();
    project.wish(wishOf(1), wishOf(2));
    project.pass(1_000);
    project.take(8);
    expect(cardsOf(project)).toEqual(['wish-1 sent', 'wish-2 registered']);
    project.wish(wishOf(3));
    expect(cardsOf(project)).toEqual(['wish-1 sent', 'wish-2 registered', 'wish-3 sent']);
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    expect(cardsOf(project)).toEqual(['wish-1 sent', 'wish-2 registered', 'wish-3 refused']);
    // Nothing says what became of the first, and nothing else is under way.
    project.pass(24 * 60 * minute);
    expect(cardsOf(project)).toEqual(['wish-1 in-doubt', 'wish-3 refused']);
    project.send({ kind: 'wishes-answered', wishes: ['wish-1', 'wish-3'], how: 'send' });
    project.pass(1_000);
    project.take(9);
    expect(cardsOf(project)).toEqual(['wish-1 registered', 'wish-3 sent']);
  });
});

describe('the person is told', () => {
  const told = (project: ReturnType<typeof createProject>) =>
    [...project.stage.state.notices.values()].map((notice) =>
      notice.about === 'not-registered' ? `${notice.refused} of ${notice.object}` : notice.about,
    );

  it('once of each file that nobody knows of, and again where a second look finds nothing', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['in-doubt']);
    expect(countsOf(project.stage.state)).toMatchObject({ inDoubt: 1, unread: 1 });
    project.pass(24 * 60 * minute);
    expect(told(project)).toEqual(['in-doubt']);
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
    expect(countsOf(project.stage.state).inDoubt).toBe(0);
    project.pass(60 * minute);
    expect(told(project)).toEqual(['in-doubt', 'in-doubt']);
  });

  it('once of what was refused, when nothing that was wished with it is under way', () => {
    const project = createProject();
    project.answeredLately();
    project.wish(wishOf(1), wishOf(2));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    expect(told(project)).toEqual([]);
    project.send({ kind: 'account-removed', account: 'a1' });
    expect(told(project)).toEqual(['in-doubt', '1 of autumn/2.mp4']);
    expect(countsOf(project.stage.state)).toMatchObject({ unreadFailures: 1 });
  });

  it('also where the last that was under way is dropped, and anew of what is tried again', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('permission', { untaken: true });
    expect(told(project)).toEqual([`1 of ${key}`]);
    project.pass(minute);
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(1_000);
    project.meet('refused', { untaken: true, code: '10001' });
    expect(told(project)).toEqual([`1 of ${key}`, `1 of ${key}`]);
    project.send({ kind: 'suspended' });
    project.wish(wishOf(2), wishOf(3));
    project.send({ kind: 'wishes-dropped', wishes: ['wish-2', 'wish-3'] });
    expect(told(project)).toHaveLength(2);
  });

  it('after quiet hours only of what still needs them by then', () => {
    const project = createProject();
    const quietUntil = (until: number) => ({
      ...someSettings,
      quiet: { spans: [{ from: startAt, until }], letsFailuresPass: false },
    });
    project.send({ kind: 'settings-changed', settings: quietUntil(Infinity) });
    project.answeredLately();
    project.wish(wishOf(1), wishOf(2));
    project.pass(1_000);
    for (const { request } of project.sent)
      project.send({
        ...{ kind: 'replied', request },
        reply: { kind: 'problem', problem: problemOf('offline') },
      });
    for (const number of [3, 4]) {
      project.wish(wishOf(number));
      project.pass(minute);
      project.meet('refused', { untaken: true, code: '10016' });
    }
    project.pass(60 * minute);
    expect([1, 2, 3, 4].map((number) => project.stateOf(number)?.kind)).toEqual([
      ...['in-doubt', 'in-doubt', 'refused', 'refused'],
    ]);
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1', 'wish-3'] });
    const from = project.stage.effects.length;
    project.send({ kind: 'settings-changed', settings: quietUntil(startAt) });
    project.pass(minute);
    const shown = ofKind(project.stage.effects.slice(from), 'show').flatMap(({ notices }) => notices);
    expect(shown.map((notice) => 'object' in notice && notice.object)).toEqual([
      ...['autumn/4.mp4', 'autumn/2.mp4'],
    ]);
    const fates = [...project.stage.state.notices.values()].map(({ fate }) => fate.kind);
    expect(fates.toSorted()).toEqual(['held', 'held', 'showing', 'showing']);
  });
});
