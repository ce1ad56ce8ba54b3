import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../../main/model/wish.ts';
import { countsOf, wishCards } from '../../../../main/monitor/view/rows.ts';
import { ofKind, problemOf, someSettings, startAt } from '../stage.ts';
import { createProject, key, minute, wishOf } from './project.ts';

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
