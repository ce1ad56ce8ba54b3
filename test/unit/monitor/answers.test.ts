import { describe, expect, it } from 'vitest';
import { answerOf, createStage, idOf, ofKind } from './stage.ts';

const open = ['IN_PROGRESS', 'TRANSCODING'];
const ended = ['COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'];

/** The notices after this course of answers, each to a look of its own. */
function noticesAfter(...course: string[]) {
  const stage = createStage();
  stage.ready();
  stage.add(1);
  for (const status of course) {
    stage.pass(1_000);
    if (stage.watch(1).inFlight === null) stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.answer(1, status);
  }
  return [...stage.state.notices.values()].map((notice) => notice.status);
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
];

describe('answers', () => {
  it.each(courses)('%j raise the notices %j', (course, notices) => {
    expect(noticesAfter(...course)).toEqual(notices);
  });

  it('are not taken for a request that is not on the wire any more', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    const { request } = stage.watch(1).inFlight!;
    stage.answer(1, 'IN_PROGRESS');
    stage.send({ kind: 'answered', watch: idOf(1), request, answer: answerOf(1, 'FAILED') });
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

  it('that end an import end the asking', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'COMPLETED');
    expect(ofKind(stage.pass(3_600_000), 'ask')).toEqual([]);
  });
});
