import { describe, expect, it } from 'vitest';
import { importing, savedBy } from './importing-stage.ts';
import { answerOf, createStage, newWatchOf, ofKind, problemOf, type Stage } from './stage.ts';

const hours = 3_600_000;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const banners = (stage: Stage) =>
  ofKind(stage.effects, 'show').map(({ digest, notices }) => [digest, notices.length]);

/** The start of a run after a night in which nothing was asked. */
function nextMorning(count: number): Stage {
  const before = importing(numbered(count));
  const stage = createStage({ ...savedBy(before), at: before.now + 8 * hours });
  stage.now = before.now + 8 * hours;
  return stage;
}

function sleepThroughTheNight(stage: Stage): void {
  stage.send({ kind: 'suspended' });
  stage.now += 8 * hours;
  stage.send({ kind: 'resumed' });
}

/** Answers each question in the next `ms` as ended, a tenth of a second after it was asked. */
function endAll(stage: Stage, ms: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    for (const { request } of stage.onTheWire()) stage.say(request, answerOf(1, 'COMPLETED', stage.now));
    stage.pass(100);
  }
}

describe('a digest counts its time from when something can be asked', () => {
  it('where the key comes late', () => {
    const stage = nextMorning(6);
    stage.send({ kind: 'tick' });
    stage.pass(90_000);
    stage.ready();
    endAll(stage, 60_000);
    expect(banners(stage)).toEqual([[true, 6]]);
  });

  it('where the keyring is locked at first', () => {
    const stage = nextMorning(6);
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    stage.pass(90_000);
    stage.ready();
    endAll(stage, 60_000);
    expect(banners(stage)).toEqual([[true, 6]]);
  });

  it.each([25_000, 3 * hours])('where the network comes %i ms late', (ms) => {
    const stage = nextMorning(60);
    stage.send({ kind: 'offline' });
    stage.ready();
    stage.pass(ms);
    stage.send({ kind: 'online' });
    endAll(stage, 60_000);
    expect(banners(stage)).toEqual([[true, 60]]);
  });

  it('where the app starts paused', () => {
    const stage = nextMorning(6);
    stage.send({ kind: 'paused', until: stage.now + hours, isLength: false });
    stage.ready();
    stage.pass(hours);
    endAll(stage, 60_000);
    expect(banners(stage)).toEqual([[true, 6]]);
  });

  it('but does not keep back for more than half a minute what is there to tell', () => {
    const before = importing([1, 2]);
    before.askAndAnswer(1, 'FAILED');
    const stage = createStage(savedBy(before));
    stage.now = before.now;
    stage.send({ kind: 'offline' });
    stage.ready();
    stage.pass(29_000);
    expect(banners(stage)).toEqual([]);
    stage.pass(2_000);
    expect(banners(stage)).toEqual([[true, 1]]);
    stage.pass(hours);
    stage.send({ kind: 'online' });
    endAll(stage, 60_000);
    expect(banners(stage)).toEqual([
      [true, 1],
      [true, 1],
    ]);
  });
});

it('where a key comes later than a digest that could not wait for it, the first of many to be heard of are told in their time', () => {
  const before = importing(numbered(400));
  before.pass(60_000);
  before.say(before.onTheWire()[0]!.request, answerOf(1, 'FAILED', before.now));
  const stage = createStage(savedBy(before));
  stage.now = before.now;
  stage.send({ kind: 'tick' });
  stage.pass(60_000);
  expect(banners(stage)).toEqual([[true, 1]]);
  stage.ready();
  endAll(stage, 22_000);
  expect(banners(stage).map(([digest]) => digest)).toEqual([true, true]);
});

it('what was heard of and ends soon after a digest that could not wait for a late key is news, told at once, however much waits for another account', () => {
  const before = importing([1, 2, 3]);
  before.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
  before.send({ kind: 'added', watches: [newWatchOf(4, 'film.mp4', 'a2')] });
  before.say(before.requestOf(4, 'a2')!.request, answerOf(4, 'IN_PROGRESS'));
  before.askAndAnswer(1, 'FAILED');
  const stage = createStage(savedBy(before));
  stage.now = before.now;
  stage.send({ kind: 'tick' });
  const from = stage.now;
  stage.pass(17_000);
  stage.ready();
  stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
  stage.meet(stage.requestOf(4, 'a2')!.request, problemOf('rate-limit', hours));
  for (const assetId of [2, 3]) stage.askAndAnswer(assetId, 'IN_PROGRESS');
  stage.pass(from + 31_000 - stage.now);
  expect(banners(stage)).toEqual([[true, 1]]);
  stage.askAndAnswer(2, 'COMPLETED');
  stage.pass(from + 37_200 - stage.now);
  stage.askAndAnswer(3, 'COMPLETED');
  stage.pass(30_000);
  expect(banners(stage)).toEqual([
    [true, 1],
    [false, 2],
  ]);
});

it('what a key that comes just before a digest is told brings to light is no news either', () => {
  const before = importing([1]);
  before.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
  before.send({ kind: 'added', watches: [newWatchOf(4, 'film.mp4', 'a2')] });
  before.say(before.requestOf(4, 'a2')!.request, answerOf(4, 'IN_PROGRESS'));
  const stage = createStage(savedBy(before));
  stage.now = before.now;
  stage.ready();
  stage.askAndAnswer(1, 'IN_PROGRESS');
  stage.pass(30_000);
  stage.askAndAnswer(1, 'COMPLETED');
  stage.pass(19_900);
  expect(banners(stage)).toEqual([]);
  stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
  stage.pass(200);
  expect(banners(stage)).toHaveLength(1);
  stage.say(stage.requestOf(4, 'a2')!.request, answerOf(4, 'FAILED'));
  stage.pass(30_000);
  expect(banners(stage)[1]).toEqual([true, 1]);
});

describe('a digest of so many that asking takes minutes', () => {
  it('is told after its time, and the rest with one more', () => {
    const stage = importing(numbered(1_000));
    sleepThroughTheNight(stage);
    const from = stage.effects.length;
    endAll(stage, 300_000);
    const told = ofKind(stage.effects.slice(from), 'show');
    expect(told.map(({ digest }) => digest)).toEqual([true, true]);
    expect(told.flatMap(({ notices }) => notices)).toHaveLength(1_000);
  });

  it('tells the first end that is heard of late within 20 s, though others are heard of all the time', () => {
    const stage = importing(numbered(200));
    sleepThroughTheNight(stage);
    const from = stage.effects.length;
    const hear = (ms: number, status: string) => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        const [request] = stage.onTheWire();
        if (request !== undefined) stage.say(request.request, answerOf(1, status, stage.now));
        stage.pass(1_000);
      }
    };
    hear(40_000, 'IN_PROGRESS');
    hear(21_000, 'COMPLETED');
    expect(ofKind(stage.effects.slice(from), 'show')).toHaveLength(1);
  });

  it('gives up waiting where nothing more is heard, and what ends then is news', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    stage.send({ kind: 'added', watches: [newWatchOf(3, 'film.mp4', 'a2')] });
    sleepThroughTheNight(stage);
    stage.pass(3_500);
    stage.answer(1, 'COMPLETED');
    stage.answer(2, 'IN_PROGRESS');
    stage.meet(stage.requestOf(3, 'a2')!.request, problemOf('rate-limit', hours));
    stage.pass(90_000);
    expect(banners(stage)).toEqual([[true, 1]]);
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(2_000);
    expect(banners(stage)).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });
});

it('a digest and the banner before it do not come together', () => {
  const stage = importing([1, 2]);
  stage.askAndAnswer(1, 'COMPLETED');
  stage.pass(1_100);
  const shownAt = stage.now;
  stage.send({ kind: 'suspended' });
  stage.send({ kind: 'resumed' });
  stage.send({ kind: 'check-now', watches: 'all' });
  stage.send({ kind: 'suspended' });
  stage.send({ kind: 'resumed' });
  stage.pass(3_010);
  stage.answer(2, 'FAILED');
  stage.pass(shownAt + 4_700 - stage.now);
  expect(banners(stage)).toHaveLength(1);
  stage.pass(500);
  expect(banners(stage)).toHaveLength(2);
});
