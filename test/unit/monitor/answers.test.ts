import { describe, expect, it } from 'vitest';
import type { Answer, MetaData } from '../../../main/model/asset.ts';
import { unreadableStatus } from '../../../main/model/import-status.ts';
import { rowOf } from '../../../main/monitor/view/rows.ts';
import { answerOf, asksFor, createStage, idOf, ofKind } from './stage.ts';

const open = ['IN_PROGRESS', 'TRANSCODING', unreadableStatus];
const ended = ['COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'];

/** The notices after this course of answers, each to a look of its own. */
function noticesAfter(...course: string[]) {
  const stage = createStage();
  stage.ready();
  stage.add(1);
  for (const status of course) {
    // By then no server can be behind that tells of an attempt before.
    stage.pass(11 * 60_000);
    if (stage.requestOf(1) === null) stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.answer(1, status);
  }
  return [...stage.state.notices.values()].flatMap((notice) =>
    notice.about === 'import' ? notice.status : [],
  );
}

const courses: [string[], string[]][] = [
  ...open.map((status): [string[], string[]] => [[status], []]),
  ...ended.map((status): [string[], string[]] => [[status], []]),
  ...open.flatMap((from) => ended.map((to): [string[], string[]] => [[from, to], [to]])),
  [['IN_PROGRESS', 'COMPLETED', 'COMPLETED'], ['COMPLETED']],
  [
    ['IN_PROGRESS', 'FAILED', 'COMPLETED'],
    ['FAILED', 'COMPLETED'],
  ],
  [
    ['IN_PROGRESS', 'FAILED', 'IN_PROGRESS', 'FAILED'],
    ['FAILED', 'FAILED'],
  ],
  [['COMPLETED', 'IN_PROGRESS', 'COMPLETED'], ['COMPLETED']],
  [['COMPLETED', 'FAILED'], ['FAILED']],
  [['IN_PROGRESS', 'COMPLETED', 'MAINTENANCE', 'COMPLETED'], ['COMPLETED']],
  [['IN_PROGRESS', 'FAILED', 'MAINTENANCE', 'QUEUED', 'FAILED'], ['FAILED']],
  [['COMPLETED', 'MAINTENANCE', 'COMPLETED'], []],
  [[unreadableStatus, 'IN_PROGRESS', unreadableStatus, 'COMPLETED'], ['COMPLETED']],
  [['IN_PROGRESS', 'COMPLETED', unreadableStatus, 'COMPLETED'], ['COMPLETED']],
  [
    ['IN_PROGRESS', 'COMPLETED', 'MAINTENANCE', 'FAILED'],
    ['COMPLETED', 'FAILED'],
  ],
  [
    ['IN_PROGRESS', 'FAILED', 'MAINTENANCE', 'IN_PROGRESS', 'FAILED'],
    ['FAILED', 'FAILED'],
  ],
];

describe('answers', () => {
  it.each(courses)('%j raise the notices %j', (course, notices) => {
    expect(noticesAfter(...course)).toEqual(notices);
  });

  it('are not taken for a request that is not on the wire any more', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    const { request } = stage.requestOf(1)!;
    stage.answer(1, 'IN_PROGRESS');
    stage.say(request, answerOf(1, 'FAILED'));
    expect(stage.watch(1).known?.status).toBe('IN_PROGRESS');
  });

  it('that say nothing new are not written', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    const effects = stage.askAndAnswer(1, 'IN_PROGRESS');
    expect(ofKind(effects, 'save')).toEqual([]);
  });

  it('of an unknown status after an end are shown and asked on, and the same end is no news, also after a restart', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'COMPLETED');
    const { endedAt } = stage.watch(1);
    stage.pass(60_000);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.answer(1, 'MAINTENANCE');
    expect(rowOf(stage.state, stage.watch(1))).toMatchObject({ status: 'MAINTENANCE', outcome: 'unknown' });
    const next = createStage({ at: stage.now, watches: [stage.watch(1)] });
    next.now = stage.now;
    next.ready();
    next.askAndAnswer(1, 'COMPLETED');
    expect(next.watch(1)).toMatchObject({ attempt: 1, endedAt });
    expect(next.state.notices.size).toBe(0);
    expect(next.state.running.size()).toBe(0);
    expect(asksFor(next.pass(3_600_000), 'status')).toEqual([]);
  });

  it('that end an import end the asking', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'COMPLETED');
    expect(asksFor(stage.pass(3_600_000), 'status')).toEqual([]);
  });
});

describe('an asset that is imported again', () => {
  const film: MetaData = { resolution: '1920x1080', durationMs: 60_000, size: 1_000, format: 'mp4' };

  /** The number of notices after these looks, each at the person's wish. */
  function noticesAfterLooks(...looks: Partial<Answer>[]) {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    for (const look of looks) {
      stage.pass(1_000);
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.say(stage.requestOf(1)!.request, { ...answerOf(1, 'COMPLETED', stage.now), ...look });
    }
    return stage.state.notices.size;
  }

  it('is watched again by itself once it was seen in progress, and its end is told by a banner of its own', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'FAILED');
    stage.pass(3_600_000);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.answer(1, 'IN_PROGRESS');
    expect(stage.watch(1)).toMatchObject({ attempt: 2, startedAt: stage.now, endedAt: null });
    stage.endAgain(1, 'FAILED');
    stage.pass(10_000);
    const told = ofKind(stage.effects, 'show').map(({ notices }) => notices.map(({ key }) => key));
    expect(told).toEqual([[`${idOf(1)}#1000000000.1`], [`${idOf(1)}#1000000000.2`]]);
  });

  it('is told also where only its second end was seen, as far as that can be told from the first', () => {
    expect(noticesAfterLooks({ metaData: film }, { metaData: { ...film, size: 2_000 } })).toBe(2);
    expect(noticesAfterLooks({ status: 'FAILED' }, { status: 'COMPLETED' })).toBe(2);
  });

  it('is not told anew by a server that is behind, and is asked for again until that is clear', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'FAILED');
    for (const status of ['COMPLETED', 'FAILED']) {
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.askAndAnswer(1, status);
    }
    stage.askAndAnswer(1, 'COMPLETED');
    expect(stage.state.notices.size).toBe(2);
    expect(stage.watch(1)).toMatchObject({ attempt: 2, known: { status: 'COMPLETED' } });
    expect(asksFor(stage.pass(3_600_000), 'status')).toEqual([]);
  });

  it('and has ended like before is known to have ended as soon as that is said once more', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    for (const status of ['IN_PROGRESS', 'FAILED', 'IN_PROGRESS']) {
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.askAndAnswer(1, status);
    }
    stage.endAgain(1, 'FAILED');
    for (const status of ['TRANSCODING', 'FAILED']) {
      stage.send({ kind: 'check-now', watches: [idOf(1)] });
      stage.askAndAnswer(1, status);
    }
    expect(stage.watch(1)).toMatchObject({ attempt: 2, known: { status: 'FAILED' } });
    expect(stage.state.notices.size).toBe(2);
  });

  it.each<[string, Partial<Answer>[]]>([
    ['is complete only later', [{ metaData: null }, { metaData: film }]],
    ['is complete in part', [{ metaData: { ...film, size: null } }, { metaData: film }]],
    ['is told in another form', [{ metaData: film }, { metaData: { ...film, resolution: '1080p' } }]],
    ['is left out once', [{ metaData: film }, { metaData: null }, { metaData: film }]],
    ['is told in other words', [{ text: 'done' }, { text: '완료' }]],
  ])('is not taken for one whose end %s', (_name, looks) => {
    expect(noticesAfterLooks(...looks)).toBe(1);
  });
});
