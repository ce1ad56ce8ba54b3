import { describe, expect, it } from 'vitest';
import { followIdOf } from '../../../main/model/follow.ts';
import type { TimelineLine } from '../../../main/model/timeline.ts';
import { timelineOf, timelineOfWatch } from '../../../main/monitor/view/timeline.ts';
import { mostOfAll, note, timelineKey } from '../../../main/monitor/timelines/timelines.ts';
import { importing, savedBy } from './importing-stage.ts';
import {
  createStage,
  idOf,
  newWatchOf,
  ofKind,
  problemOf,
  savedRows,
  someSettings,
  startAt,
  type Stage,
} from './stage.ts';

const minute = 60_000;
const timeline = ({ state }: Stage, assetId = 1) => timelineOfWatch(state, state.watches.get(idOf(assetId))!);
const said = (line: TimelineLine): string => {
  switch (line.kind) {
    case 'added':
      return 'added';
    case 'status':
      return line.status;
    case 'problem':
      return `${line.problem} ${line.until === null ? 'goes on' : 'is over'}`;
    case 'notice':
      return `${line.about} ${line.fate.kind} ${'reason' in line.fate ? line.fate.reason : ''}`.trim();
    case 'delivery':
      return line.delivery.to;
    case 'muted':
      return `${line.of} ${line.mute === null ? 'heard again' : 'muted'}`;
  }
};
const story = (stage: Stage, assetId = 1) => timeline(stage, assetId).map(said);
const show = (stage: Stage) => {
  const { banner } = ofKind(stage.effects, 'show').at(-1)!;
  stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
};

describe('the timeline of a watch', () => {
  it('tells what was learned and what was told, in the order of time', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(minute);
    show(stage);
    expect(story(stage)).toEqual(['added', 'IN_PROGRESS', 'FAILED', 'import shown']);
    const times = timeline(stage).map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(timeline(stage)[2]).toMatchObject({ outcome: 'failed' });
  });

  it('is written with what it tells of, and the next run goes on with it', () => {
    const stage = importing([1]);
    expect(savedRows(stage.effects, 'timelines').at(-1)).toEqual([
      `watch ${idOf(1)}`,
      { key: `watch ${idOf(1)}`, entries: [expect.objectContaining({ status: 'IN_PROGRESS' })] },
    ]);
    const again = createStage(savedBy(stage), { lists: false });
    again.ready();
    again.askAndAnswer(1, 'COMPLETED');
    expect(story(again)).toEqual(['added', 'IN_PROGRESS', 'COMPLETED']);
  });

  it('says of a problem when it began and when it was over, once', () => {
    const stage = importing([1]);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.pass(1_000);
    stage.problem(1, problemOf('unreadable'));
    expect(story(stage)).toEqual(['added', 'IN_PROGRESS', 'unreadable goes on']);
    stage.askAndAnswer(1, 'IN_PROGRESS');
    expect(story(stage)).toEqual(['added', 'IN_PROGRESS', 'unreadable is over']);
  });

  it('ends a problem that the last run left open with the first answer of this one', () => {
    const stage = importing([1]);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.pass(1_000);
    stage.problem(1, problemOf('unreadable'));
    const again = createStage(savedBy(stage), { lists: false });
    again.ready();
    again.askAndAnswer(1, 'IN_PROGRESS');
    expect(story(again).at(-1)).toBe('unreadable is over');
  });

  it('has the trouble of its account and of the machine while it was in progress, kept once for all imports', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(2, 'COMPLETED');
    stage.pass(minute);
    stage.send({ kind: 'offline' });
    stage.pass(minute);
    stage.send({ kind: 'online' });
    expect(story(stage)).toEqual(['added', 'IN_PROGRESS', 'offline is over']);
    expect(story(stage, 2)).not.toContain('offline is over');
    expect([...stage.state.timelines.keys()].filter((key) => !key.startsWith('watch'))).toEqual(['machine ']);
  });

  it('says what held a notice back and that it came afterwards', () => {
    const stage = importing([1]);
    const quiet = { spans: [{ from: startAt, until: startAt + 10 * minute }], letsFailuresPass: false };
    stage.send({ kind: 'settings-changed', settings: { ...someSettings, quiet } });
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(11 * minute);
    show(stage);
    expect(story(stage).slice(3)).toEqual(['import postponed quiet-hours', 'import shown']);
  });

  it('says why nothing was told', () => {
    const stage = importing([1]);
    const notices = { completed: false, failed: true, late: false };
    stage.send({ kind: 'settings-changed', settings: { ...someSettings, notices } });
    stage.askAndAnswer(1, 'COMPLETED');
    expect(story(stage).at(-1)).toBe('import held turned-off');
  });

  it('says when it, its group and its project were muted and heard again', () => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: true }, eachAsset: true };
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    stage.send({ kind: 'added', watches: [newWatchOf(1)], group });
    stage.askAndAnswer(1, 'IN_PROGRESS');
    const subjects = [
      ['watch', idOf(1)],
      ['group', 'g'],
      ['project', followIdOf('a1', 'w', 1)],
    ] as const;
    for (const [of, id] of subjects) {
      stage.pass(1_000);
      stage.send({
        kind: 'muted',
        of,
        ids: [id],
        mute: { kind: 'until', at: stage.now + minute, isLength: true },
      });
    }
    stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute: null });
    expect(story(stage)).toEqual(
      ['added', 'IN_PROGRESS', 'watch muted', 'group muted', 'watch heard again', 'project muted'].toSorted(
        (one, other) => story(stage).indexOf(one) - story(stage).indexOf(other),
      ),
    );
  });

  it('goes with the watch, and comes back with it', () => {
    const stage = importing([1]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    expect(stage.state.timelines.size).toBe(0);
    stage.send({ kind: 'undone', undo: 1 });
    expect(story(stage)).toEqual(['added', 'IN_PROGRESS']);
  });

  it('comes back with what was told of it meanwhile', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    const { banner } = ofKind(stage.pass(minute), 'show').at(-1)!;
    stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
    stage.send({ kind: 'undone', undo: 1 });
    expect(timeline(stage).at(-1)).toMatchObject({ kind: 'notice', fate: { kind: 'shown' } });
  });

  it('comes back with what is muted of it as it was', () => {
    const stage = importing([1]);
    const mute = { kind: 'until', at: stage.now + 60 * minute, isLength: true } as const;
    stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute });
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect(story(stage).slice(-2)).toEqual(['FAILED', 'import postponed muted']);
  });

  it('tells when a banner was shown, though only the next run learns of it', () => {
    const before = importing([1]);
    before.askAndAnswer(1, 'FAILED');
    before.pass(minute);
    const { receipt } = ofKind(before.effects, 'show').at(-1)!;
    const receipts = [{ name: receipt, at: before.now }];
    const stage = createStage({ ...savedBy(before), receipts, at: before.now + 360 * minute });
    stage.ready();
    expect(timeline(stage).at(-1)).toMatchObject({ kind: 'notice', at: before.now });
  });

  it('of one import is bounded', () => {
    const stage = importing([1]);
    for (let attempt = 1; attempt <= 60; attempt += 1) {
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.endAgain(1, attempt % 2 === 0 ? 'IN_PROGRESS' : 'FAILED');
    }
    expect(stage.state.timelines.get(`watch ${idOf(1)}`)?.entries).toHaveLength(40);
    expect(story(stage)[0]).toBe('added');
  });

  it('of all together are bounded, and the oldest are forgotten', () => {
    const { state } = createStage();
    const entries = Array.from({ length: 40 }, (_, at) => ({ kind: 'added', at }) as const);
    for (let id = 0; id < mostOfAll / 40; id += 1)
      state.timelines.put({ key: timelineKey('watch', String(id)), entries });
    note(state, timelineKey('machine'), { kind: 'added', at: 1 });
    expect(state.timelineEntries.all()).toBeLessThanOrEqual(mostOfAll);
    expect(['watch 0', 'watch 1', 'machine '].map((key) => state.timelines.has(key))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

it('books of other rooms are merged by time, and what came at one moment stays in the order of the books', () => {
  expect(
    timelineOf(
      [
        { at: 1, of: 'a' },
        { at: 3, of: 'a' },
      ],
      [
        { at: 1, of: 'b' },
        { at: 2, of: 'b' },
      ],
    ),
  ).toEqual([
    { at: 1, of: 'a' },
    { at: 1, of: 'b' },
    { at: 2, of: 'b' },
    { at: 3, of: 'a' },
  ]);
});
