import { describe, expect, it } from 'vitest';
import { historyLimit } from '../../../../main/monitor/learning/history.ts';
import { goneStatus } from '../../../../main/monitor/import-status.ts';
import { nextAskAt } from '../../../../main/monitor/schedule.ts';
import { idOf, startAt } from '../stage.ts';
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
    const [observation] = state.history.observations.values();
    expect(observation).toMatchObject({ account: 'a1', workspace: 'w', projectId: 1, format: 'mp4' });
    expect(observation!.completed).toBe(true);
    expect(observation!.atLeastMs).toBeLessThan(3 * minute);
    expect(observation!.atMostMs).toBeGreaterThanOrEqual(3 * minute);
    expect(observation!.atMostMs - observation!.atLeastMs).toBeLessThan(13_000);
  });

  it('is saved, and outlives the watch', () => {
    const { play, state, effects, send } = createTheatre();
    play({ 1: 3 });
    const [key] = state.history.observations.keys();
    expect(effects.flatMap((effect) => (effect.kind === 'save' ? effect.durations : []))).toEqual([key]);
    send({ kind: 'removed', watches: [idOf(1)] });
    expect([...state.history.observations.keys()]).toEqual([key]);
  });

  it('forgets the oldest, and says so to the disk', () => {
    const { play, state, effects } = createTheatre({ durations: someObservations(historyLimit) });
    const [oldest] = state.history.observations.keys();
    play({ 1: 3 });
    expect(state.history.observations.size).toBe(historyLimit);
    expect(state.history.observations.has(oldest!)).toBe(false);
    const saves = effects.filter((effect) => effect.kind === 'save');
    expect(saves.some(({ durations }) => durations.includes(oldest!))).toBe(true);
  });

  it('does not learn of an end that came while nobody looked', () => {
    const { play, state, send, pass, askAndAnswer } = createTheatre();
    play({ 1: 60 }, 3);
    send({ kind: 'suspended' });
    pass(8 * 60 * minute);
    send({ kind: 'resumed' });
    askAndAnswer(1, 'COMPLETED');
    expect(state.history.observations.size).toBe(0);
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
    expect(state.history.observations.size).toBe(0);
  });
});

describe('the size that an answer of the running import tells', () => {
  it('is used for its estimate', () => {
    const durations = someObservations(40).map((each, index) => {
      const gigabytes = 1 + (index % 10);
      const [atLeastMs, atMostMs] = [2 * gigabytes * minute, 2 * gigabytes * minute + 10_000];
      return { ...each, size: gigabytes * 1e9, atLeastMs, atMostMs };
    });
    const usualOf = (size: number | null) => {
      const { add, send, state, row } = createTheatre({ durations });
      add(1);
      const [request] = state.asking.keys();
      const metaData = { resolution: null, durationMs: null, size, format: null };
      const answer = { assetId: 1, status: 'IN_PROGRESS', text: null, metaData, receivedAt: startAt };
      send({ kind: 'answered', watch: idOf(1), request: request!, answer });
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
    const { add, pass, answer, send, state, watch, now } = createTheatre();
    add(1);
    pass(1_000);
    answer(1, 'IN_PROGRESS');
    pass(30_000);
    const { request } = watch(1).inFlight ?? { request: 0 };
    expect(request).toBeGreaterThan(0);
    const metaData = withSize(0);
    const ended = { assetId: 1, status: 'COMPLETED', text: null, metaData, receivedAt: now + 31_000 };
    send({ kind: 'answered', watch: idOf(1), request, answer: ended });
    expect(state.history.observations.size).toBe(1);
    expect([...state.history.observations.values()][0]!.size).toBeNull();
  });

  it('is estimated as one of unknown size, also where a former version remembered some', () => {
    const durations = someObservations(40).map((each, index) => ({
      ...each,
      size: index % 4 === 0 ? 0 : 1e9,
    }));
    const { send, state, row, pass } = createTheatre({
      durations,
      settings: { floorMs: 5_000, notices: { completed: true, failed: true, late: true } },
    });
    const reference = { workspace: 'w', projectId: 1, assetId: 1 };
    const size = { size: 0 };
    send({ kind: 'added', watches: [{ account: 'a1', reference, label: null, fileName: 'a.mp4', ...size }] });
    pass(1_000);
    const [request] = state.asking.keys();
    const answer = {
      assetId: 1,
      status: 'IN_PROGRESS',
      text: null,
      metaData: withSize(0),
      receivedAt: startAt,
    };
    send({ kind: 'answered', watch: idOf(1), request: request!, answer });
    expect(row(1).usual!.fromMs / minute).toBeCloseTo(10.9, 0);
    expect(row(1).isLate).toBe(false);
    expect(state.notices.size).toBe(0);
  });
});

describe('the estimate in the monitor', () => {
  it('leaves the plain schedule as it is until five imports were seen to complete', () => {
    const few = createTheatre({ durations: someObservations(4) });
    const none = createTheatre();
    for (const stage of [few, none]) {
      stage.add(1);
      stage.answer(1, 'IN_PROGRESS');
    }
    expect(few.watch(1).dueAt).toBe(none.watch(1).dueAt);
    expect(few.row(1)).toMatchObject({ usual: null, isLate: false });
  });

  it('asks seldom while the end is unlikely, and never below the floor', () => {
    const settings = { floorMs: 30_000, notices: { completed: true, failed: true } };
    const { add, answer, state, watch, row } = createTheatre({ durations: someObservations(50), settings });
    add(1);
    answer(1, 'IN_PROGRESS');
    expect(watch(1).dueAt! - startAt).toBeGreaterThan(minute);
    expect(row(1).usual).not.toBeNull();
    for (let age = 0; age < 60; age += 1)
      expect(nextAskAt(state, watch(1), startAt + age * minute)).toBeGreaterThanOrEqual(
        startAt + age * minute + 30_000,
      );
  });

  it('needs fewer requests than before', () => {
    const requestsOf = (durations: number) => {
      const { play, effects } = createTheatre({ durations: someObservations(durations) });
      play({ 1: 14 });
      return effects.filter(({ kind }) => kind === 'ask').length;
    };
    expect(requestsOf(100)).toBeLessThan(requestsOf(0) / 2);
  });

  it('calls an import late by what was heard of it, and not by the time that passes', () => {
    const { play, row, send, pass } = createTheatre({ durations: someObservations(100) });
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
    const { play, row, askAndAnswer } = createTheatre({ durations: someObservations(100) });
    play({ 1: 120 }, 25);
    expect(row(1).isLate).toBe(true);
    askAndAnswer(1, 'COMPLETED');
    expect(row(1)).toMatchObject({ isLate: false, usual: null });
  });

  it('learns anew where one of fifty ends is new, and not at every end', () => {
    const { play, state, row } = createTheatre({ durations: someObservations(100) });
    play({ 1: 60 }, 1);
    const fit = state.history.learned?.fit;
    expect(fit?.count).toBe(100);
    play({ 2: 3, 3: 3 });
    expect(row(1).usual).not.toBeNull();
    expect(state.history.learned?.fit).toBe(fit);
    play({ 4: 3 });
    expect(row(1).usual).not.toBeNull();
    expect(state.history.learned?.fit.count).toBe(103);
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
    const next = createTheatre({ durations: [...first.state.history.observations.values()] });
    next.play({ 200: 60 }, 1);
    expect(next.row(200).usual).toEqual(usual);
  });
});
