import { describe, expect, it } from 'vitest';
import { historyLimit } from '../../../../main/monitor/learning/history.ts';
import { goneStatus } from '../../../../main/model/import-status.ts';
import { nextLook } from '../../../../main/monitor/imports/imports.ts';
import { answerOf, asksFor, idOf, newWatchOf, savedRows, someSettings, startAt } from '../stage.ts';
import { minute, someObservations } from './observations.ts';
import { createTheatre } from './theatre.ts';

const alike = (from: number, count: number, spreadMinutes = 4) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [from + index, 10 + (spreadMinutes * index) / count]),
  );

describe('the history of durations', () => {
  it('keeps between which looks an import ended', () => {
    const { play, state } = createTheatre();
    play({ 1: 3 });
    const [observation] = state.observations.values();
    expect(observation).toMatchObject({ account: 'a1', workspace: 'w', projectId: 1, format: 'mp4' });
    expect(observation!.completed).toBe(true);
    expect(observation!.atLeastMs).toBeLessThan(3 * minute);
    expect(observation!.atMostMs).toBeGreaterThanOrEqual(3 * minute);
    expect(observation!.atMostMs - observation!.atLeastMs).toBeLessThan(20_000);
  });

  it('is saved, and outlives the watch', () => {
    const { play, state, effects, send } = createTheatre();
    play({ 1: 3 });
    const [key] = state.observations.keys();
    expect(savedRows(effects, 'observations').map(([saved]) => saved)).toEqual([key]);
    send({ kind: 'removed', watches: [idOf(1)] });
    expect([...state.observations.keys()]).toEqual([key]);
  });

  it('forgets the oldest, and says so to the disk', () => {
    const { play, state, effects } = createTheatre({ observations: someObservations(historyLimit) });
    const [oldest] = state.observations.keys();
    play({ 1: 3 });
    expect(state.observations.size).toBe(historyLimit);
    expect(state.observations.has(oldest!)).toBe(false);
    expect(savedRows(effects, 'observations')).toContainEqual([oldest, null]);
  });

  it('does not learn of an end that came while nobody looked', () => {
    const { play, state, send, pass, askAndAnswer } = createTheatre();
    play({ 1: 60 }, 3);
    send({ kind: 'suspended' });
    pass(8 * 60 * minute);
    send({ kind: 'resumed' });
    askAndAnswer(1, 'COMPLETED');
    expect(state.observations.size).toBe(0);
  });

  it('does not learn of a first look, of a deleted asset, or of a further attempt', () => {
    const { state, add, answer, send, askAndAnswer, pass } = createTheatre();
    add(1, 2, 3);
    pass(1_000);
    answer(1, 'COMPLETED');
    answer(2, 'IN_PROGRESS');
    askAndAnswer(2, goneStatus);
    send({ kind: 'check-now', watches: [idOf(1)] });
    pass(1_000);
    answer(1, 'IN_PROGRESS');
    askAndAnswer(1, 'COMPLETED');
    expect(state.observations.size).toBe(0);
  });
});

describe('the size that an answer of the running import tells', () => {
  it('is used for its estimate', () => {
    const observations = someObservations(40).map((each, index) => {
      const gigabytes = 1 + (index % 10);
      const [atLeastMs, atMostMs] = [2 * gigabytes * minute, 2 * gigabytes * minute + 10_000];
      return { ...each, size: gigabytes * 1e9, atLeastMs, atMostMs };
    });
    const usualOf = (size: number | null) => {
      const { add, say, requestOf, row } = createTheatre({ observations });
      add(1);
      const metaData = { resolution: null, durationMs: null, size, format: null };
      say(requestOf(1)!.request, { ...answerOf(1, 'IN_PROGRESS'), metaData });
      return row(1).usual?.toMs ?? Infinity;
    };
    expect(usualOf(1e9)).toBeLessThan(4 * minute);
    expect(usualOf(8e9)).toBeGreaterThan(14 * minute);
    expect(usualOf(null)).toBeGreaterThan(20 * minute);
  });
});

describe('a file of no bytes', () => {
  const withSize = (size: number) => ({ resolution: null, durationMs: 0, size, format: null });

  it('that ends is remembered without a size', () => {
    const { add, pass, answer, say, state, requestOf, now } = createTheatre();
    add(1);
    pass(1_000);
    answer(1, 'IN_PROGRESS');
    pass(30_000);
    const ended = { ...answerOf(1, 'COMPLETED', now + 31_000), metaData: withSize(0) };
    say(requestOf(1)!.request, ended);
    expect(state.observations.size).toBe(1);
    expect([...state.observations.values()][0]!.size).toBeNull();
  });

  it('is estimated as one of unknown size, also where a former version remembered some', () => {
    const observations = someObservations(40).map((each, index) => ({
      ...each,
      size: index % 4 === 0 ? 0 : 1e9,
    }));
    const { send, say, state, row, pass, requestOf } = createTheatre({
      observations,
      settings: { ...someSettings, notices: { ...someSettings.notices, late: true } },
    });
    send({ kind: 'added', watches: [{ ...newWatchOf(1), size: 0 }] });
    pass(1_000);
    say(requestOf(1)!.request, { ...answerOf(1, 'IN_PROGRESS'), metaData: withSize(0) });
    expect(row(1).usual!.fromMs / minute).toBeCloseTo(10.2, 0);
    expect(row(1).isLate).toBe(false);
    expect(state.notices.size).toBe(0);
  });
});

describe('the estimate in the monitor', () => {
  it('claims nothing until five imports were seen to complete', () => {
    const few = createTheatre({ observations: someObservations(4) });
    few.add(1);
    few.answer(1, 'IN_PROGRESS');
    expect(few.row(1)).toMatchObject({ usual: null, isLate: false });
  });

  it('asks seldom while the end is unlikely, and never below the floor', () => {
    const settings = { ...someSettings, floorMs: 30_000 };
    const { add, answer, state, watch, poll, row } = createTheatre({
      observations: someObservations(50),
      settings,
    });
    add(1);
    answer(1, 'IN_PROGRESS');
    expect(poll(1).dueAt! - startAt).toBeGreaterThan(minute);
    expect(row(1).usual).not.toBeNull();
    for (let at = startAt; at < startAt + 60 * minute; at += minute)
      expect(
        nextLook(state, watch(1), { at, clock: at, effects: [], facts: [] }).dueAt,
      ).toBeGreaterThanOrEqual(at + 30_000);
  });

  it('needs fewer requests than before', () => {
    const requestsOf = (count: number) => {
      const { play, effects } = createTheatre({ observations: someObservations(count) });
      play({ 1: 14 });
      return asksFor(effects, 'status').length;
    };
    expect(requestsOf(100)).toBeLessThan(requestsOf(0) * 0.6);
  });

  it('calls an import late by what was heard of it, and not by the time that passes', () => {
    const { play, row, send, pass } = createTheatre({ observations: someObservations(100) });
    play({ 1: 120 }, 15);
    expect(row(1).isLate).toBe(false);
    send({ kind: 'offline' });
    pass(30 * minute);
    expect(row(1).isLate).toBe(false);
    send({ kind: 'online' });
    pass(minute);
    send({ kind: 'tick' });
    expect(row(1).isLate).toBe(false);
  });

  it('calls an import late that is in progress at an age that few reach, until it ends', () => {
    const { play, row, askAndAnswer } = createTheatre({ observations: someObservations(100) });
    play({ 1: 120 }, 25);
    expect(row(1).isLate).toBe(true);
    askAndAnswer(1, 'COMPLETED');
    expect(row(1)).toMatchObject({ isLate: false, usual: null });
  });

  it('learns anew where one of fifty ends is new, and not at every end', () => {
    const { play, state, row } = createTheatre({ observations: someObservations(100) });
    play({ 1: 60 }, 1);
    const fit = state.learned.value.fit;
    expect(fit?.count).toBe(100);
    play({ 2: 3, 3: 3 });
    expect(row(1).usual).not.toBeNull();
    expect(state.learned.value.fit).toBe(fit);
    play({ 4: 3 });
    expect(row(1).usual).not.toBeNull();
    expect(state.learned.value.fit.count).toBe(103);
  });

  it('does not take the quick half of a batch for all of it', () => {
    const { play, row } = createTheatre();
    play(alike(1, 40, 20), 20);
    expect(row(40)).toMatchObject({ usual: null, isLate: false });
  });

  it('learns from a batch when all but a few of it have ended, and is the same after a restart', () => {
    const first = createTheatre();
    first.play(alike(1, 40), 15);
    first.play({ 100: 60 }, 1);
    const { usual } = first.row(100);
    expect(usual).not.toBeNull();
    const next = createTheatre({ observations: [...first.state.observations.values()] });
    next.play({ 200: 60 }, 1);
    expect(next.row(200).usual).toEqual(usual);
  });
});
