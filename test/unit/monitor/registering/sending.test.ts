import { describe, expect, it } from 'vitest';
import { asksFor, createStage, newWatchOf, problemOf } from '../stage.ts';
import { createProject, key, listed, minute, wishOf } from './project.ts';

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
