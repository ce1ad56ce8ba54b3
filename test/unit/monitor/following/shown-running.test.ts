import { describe, expect, it } from 'vitest';
import type { Appearance, Listing } from '../../../../main/model/listing.ts';
import type { Observation } from '../../../../main/model/observation.ts';
import { rowOf } from '../../../../main/monitor/view/rows.ts';
import { asksFor, newWatchOf, problemOf } from '../stage.ts';
import { asked, createProjects, ids, sendPage, type Projects } from './projects.ts';

const [second, minute] = [1_000, 60_000];
const none = { absent: 0, bare: 0, whole: 0 };

/** As earlier imports of the account were listed. */
function learned(running: Appearance, part: Partial<Listing> = {}): Listing {
  const completed = { ...none, whole: 20 };
  return { account: 'a1', running: { ...none, [running]: 20 }, completed, failed: none, ...part };
}

/** An account that has learned this, and a project with so many running imports that nobody watches yet. */
function createLearned(listing: Listing | null, count = 60): Projects {
  const listsRunning = listing === null || listing.running.absent === 0;
  const world = createProjects({ listsRunning, pageSize: 1_000 });
  world.put('IN_PROGRESS', ...ids(count));
  world.restart({ listings: listing === null ? [] : [listing] });
  return world;
}

/** Adds them all; after a second the list was read, and four of them were asked for. */
function addAll(world: Projects, count = 60) {
  world.stage.add(...ids(count));
  world.play(second);
  expect(world.stage.watch(8).known).toBeNull();
  return world;
}

function tell(world: Projects): readonly string[] {
  world.play(minute);
  return world.told().map(([watch, status]) => `${watch} ${status}`);
}

const both = [
  { shown: 'absent', running: 'absent' },
  { shown: 'without metadata', running: 'bare' },
] as const;

describe.each(both)('an import that its list showed $shown after it was added', ({ running }) => {
  it('is told once when its first answer says that it has completed', () => {
    const world = addAll(createLearned(learned(running)));
    expect(world.stage.watch(8).shownAs).toBe(running);
    expect(rowOf(world.stage.state, world.stage.watch(8))).toMatchObject({
      outcome: 'waiting',
      usual: null,
    });
    world.put('COMPLETED', 8);
    expect(tell(world)).toEqual(['a1:w/8 COMPLETED']);
    expect(world.stage.watch(8)).toMatchObject({ shownAs: null, attempt: 1 });
    world.stage.send({ kind: 'check-now', watches: ['a1:w/8'] });
    expect(tell(world)).toHaveLength(1);
  });

  it('is told after a restart in between', () => {
    const world = addAll(createLearned(learned(running)));
    world.crash();
    world.put('COMPLETED', 8);
    expect(tell(world)).toEqual(['a1:w/8 COMPLETED']);
  });

  it('is told once its account is connected again', () => {
    const world = addAll(createLearned(learned(running)));
    world.stage.send({ kind: 'account-removed', account: 'a1' });
    world.put('COMPLETED', 8);
    expect(tell(world)).toEqual([]);
    world.stage.ready();
    expect(tell(world)).toEqual(['a1:w/8 COMPLETED']);
  });

  it('is told after its removal was undone', () => {
    const world = addAll(createLearned(learned(running)));
    world.stage.send({ kind: 'removed', watches: ['a1:w/8'], undo: 1 });
    world.put('COMPLETED', 8);
    world.stage.send({ kind: 'undone', undo: 1 });
    expect(tell(world)).toEqual(['a1:w/8 COMPLETED']);
  });

  it('counts in the round of its group', () => {
    const world = createLearned(learned(running));
    const group = { id: 'g1', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: false };
    world.stage.send({ kind: 'added', watches: ids(60).map((id) => newWatchOf(id)), group });
    world.play(second);
    world.put('COMPLETED', ...ids(60));
    world.play(minute);
    const done = [...world.stage.state.notices.values()].find(({ about }) => about === 'group-done');
    expect(done).toMatchObject({ completed: 60, failed: 0 });
    expect(world.told()).toHaveLength(60);
  });

  it('teaches how long it took, between the last reading that showed it so and the answer', () => {
    const world = addAll(createLearned(learned(running), 120), 120);
    const { startedAt } = world.stage.watch(110);
    world.play(9 * second);
    const endedMs = world.stage.now - startedAt;
    world.put('COMPLETED', 110);
    world.play(12 * second);
    expect(world.told()).toHaveLength(1);
    const [{ key, atLeastMs, atMostMs }] = [...world.stage.state.observations.values()] as [Observation];
    expect(key).toContain('a1:w/110#');
    expect([0 < atLeastMs, atLeastMs <= endedMs, endedMs <= atMostMs]).toEqual([true, true, true]);
  });

  it.each([
    ['nothing was learned', null],
    ['too little was learned of running ones', learned(running, { running: none })],
    ['too little was learned of ended ones', learned(running, { completed: { ...none, whole: 9 } })],
    [
      'one that had ended was listed so',
      learned(running, { completed: { ...none, whole: 20, [running]: 1 } }),
    ],
    [
      'one that ran was listed otherwise',
      learned(running, { running: { ...none, [running]: 100, whole: 100 } }),
    ],
  ] as const)('is a baseline as before where %s', (_, listing) => {
    const world = createLearned(listing);
    world.listsRunning = running === 'bare';
    addAll(world);
    world.put('COMPLETED', 8);
    expect(tell(world)).toEqual([]);
    expect(world.stage.watch(8)).toMatchObject({ known: { status: 'COMPLETED' }, shownAs: null });
  });

  it('is a baseline where that was contradicted by the time of the answer', () => {
    const world = addAll(createLearned(learned(running)));
    const { state } = world.stage;
    state.listings.put(learned(running, { completed: { ...none, whole: 10, [running]: 1 } }));
    state.store.commit();
    world.put('COMPLETED', 8);
    world.stage.send({ kind: 'check-now', watches: ['a1:w/8'] });
    world.play(second);
    expect([world.stage.watch(8).known?.status, world.told()]).toEqual(['COMPLETED', []]);
  });

  it('is told of a failure only where failed ones were never listed so', () => {
    for (const failed of [none, { ...none, [running]: 20 }]) {
      const world = addAll(createLearned(learned(running, { failed })));
      world.put('FAILED', 8);
      expect(tell(world)).toEqual([]);
    }
    const world = addAll(createLearned(learned(running, { failed: { ...none, whole: 20 } })));
    world.put('FAILED', 8);
    expect(tell(world)).toEqual(['a1:w/8 FAILED']);
  });

  it('has its first look after those of which nothing was heard, and after what rings', () => {
    const world = addAll(createLearned(learned(running), 120), 120);
    world.put('COMPLETED', 110);
    world.play(12 * second);
    expect(asked(world.stage.effects)).toContain(110);
    expect(asked(world.stage.effects)).not.toContain(109);
    world.put('IN_PROGRESS', ...ids(5, 201));
    world.stage.add(...ids(5, 201));
    expect(asked(world.play(second))).toEqual(ids(5, 201));
  });

  it('has its first look before all else where nothing was learned', () => {
    const world = addAll(createLearned(null));
    world.put('COMPLETED', 50);
    world.play(30 * second);
    expect(asked(world.stage.effects).slice(0, 60)).toEqual(ids(60));
  });
});

describe('what a list shows of an import', () => {
  const pageOnTheWire = ({ stage }: Projects) =>
    stage.onTheWire().find(({ question }) => question.for === 'page')?.request ?? null;

  /** So many are added, and their list is being read. */
  function addAndRead(world: Projects, count: number): number {
    world.stage.add(...ids(count));
    return readOn(world);
  }

  /** The request for the next page. */
  function readOn(world: Projects): number {
    const { stage } = world;
    for (let waited = 0; pageOnTheWire(world) === null && waited < 20; waited += 1) {
      for (const { question } of stage.onTheWire())
        if (question.for === 'status') stage.answer(question.reference.assetId, 'IN_PROGRESS');
      stage.pass(200);
    }
    return pageOnTheWire(world)!;
  }

  it.each(both)('proves nothing where that was asked for before it was added: $shown', ({ running }) => {
    const world = createLearned(learned(running));
    const page = addAndRead(world, 60);
    world.stage.pass(100);
    world.stage.add(70);
    const bare = { fileName: null, size: null, complete: false };
    const assets = running === 'bare' ? [...ids(60), 70].map((assetId) => ({ assetId, ...bare })) : [];
    sendPage(world.stage, page, { assets, skipped: 0, totalCount: assets.length, pages: 1 });
    expect(world.stage.watch(60).shownAs).toBe(running);
    expect(world.stage.watch(70).shownAs).toBeNull();
    world.put('COMPLETED', 70);
    expect(tell(world)).toEqual([]);
    expect(world.stage.watch(70).known?.status).toBe('COMPLETED');
  });

  it('proves nothing by leaving it out where it cannot be read whole', () => {
    const world = createLearned(learned('absent'));
    const page = addAndRead(world, 60);
    sendPage(world.stage, page, { assets: [], skipped: 1, totalCount: 1, pages: 1 });
    expect(world.stage.watch(60).shownAs).toBeNull();
  });

  it('proves nothing by leaving it out where a page had listed it while it was out of the list', () => {
    const world = createLearned(learned('absent'));
    const page = addAndRead(world, 60);
    const listed = (assetId: number) => ({
      ...{ assets: [{ assetId, fileName: null, size: null, complete: true }], skipped: 0 },
      ...{ totalCount: 2, pages: 2 },
    });
    world.stage.send({ kind: 'removed', watches: ['a1:w/50'], undo: 1 });
    sendPage(world.stage, page, listed(50));
    world.stage.pass(100);
    world.stage.send({ kind: 'undone', undo: 1 });
    sendPage(world.stage, readOn(world), listed(999));
    expect(world.stage.watch(60).shownAs).toBe('absent');
    expect(world.stage.watch(50).shownAs).toBeNull();
  });

  it('is forgotten where it stands in another project', () => {
    const world = createLearned(learned('absent'));
    world.assets.set(50, { projectId: 2, status: 'COMPLETED' });
    addAll(world);
    expect(world.stage.watch(50).shownAs).toBe('absent');
    world.follows(2);
    expect(tell(world)).toEqual([]);
    expect(world.stage.watch(50)).toMatchObject({
      reference: { projectId: 2 },
      known: { status: 'COMPLETED' },
    });
  });

  it('tells nothing of one that is not there', () => {
    const world = createLearned(learned('absent', { failed: { ...none, whole: 20 } }));
    world.assets.delete(50);
    addAll(world);
    world.play(60 * minute);
    expect(world.stage.watch(50).known?.status).toBe('not there');
    expect(world.told()).toEqual([]);
  });

  it('shows it ended from the start: a baseline', () => {
    const world = createLearned(learned('bare'));
    world.put('COMPLETED', 50);
    world.stage.add(...ids(60));
    expect(tell(world)).toEqual([]);
    expect(world.stage.watch(50).known?.status).toBe('COMPLETED');
  });

  it('is read at once where a crowd is added to a project that nobody follows', () => {
    const world = createLearned(learned('absent'), 1_000);
    world.stage.add(...ids(1_000));
    const first = world.play(second);
    expect(asksFor(first, 'page')).toHaveLength(1);
    expect([...world.stage.state.watches.values()].every(({ shownAs, known }) => shownAs ?? known)).toBe(
      true,
    );
  });

  it('waits for a list that can be read', () => {
    const world = createLearned(learned('absent'));
    world.unlisted.set(1, { ...problemOf('not-found'), code: '300' });
    addAll(world);
    world.put('COMPLETED', 50);
    expect(tell(world)).toEqual([]);
  });
});
