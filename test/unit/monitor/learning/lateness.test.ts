import { describe, expect, it } from 'vitest';
import { countsOf } from '../../../../main/monitor/view/rows.ts';
import { addToGroup } from '../groups/group-stage.ts';
import { savedRows, someSettings } from '../stage.ts';
import { minute, someObservations } from './observations.ts';
import { createTheatre } from './theatre.ts';

const durations = someObservations(100);
const settings = { ...someSettings, notices: { ...someSettings.notices, late: true } };
type Theatre = ReturnType<typeof createTheatre>;
const told = ({ state }: Theatre) => [...state.notices.values()].map(({ about }) => about);

describe('the notice that an import takes longer than usual', () => {
  it('is there only where the person wants it', () => {
    const theatre = createTheatre({ observations: durations });
    theatre.play({ 1: 120 }, 60);
    expect(theatre.row(1).isLate).toBe(true);
    expect(told(theatre)).toEqual([]);
  });

  it('is told once, is no failure, and leaves the end to be told', () => {
    const theatre = createTheatre({ observations: durations, settings });
    theatre.play({ 1: 60 });
    theatre.pass(minute);
    expect(told(theatre)).toEqual(['late', 'import']);
    const shown = theatre.effects.filter((effect) => effect.kind === 'show').map(({ notices: some }) => some);
    expect(shown.map((some) => some.map(({ about }) => about))).toEqual([['late'], ['import']]);
    expect(countsOf(theatre.state).unreadFailures).toBe(0);
  });

  it('is on the disk before it is shown', () => {
    const theatre = createTheatre({ observations: durations, settings });
    theatre.play({ 1: 120 }, 60);
    const { effects } = theatre;
    const shownAt = effects.findIndex((effect) => effect.kind === 'show');
    const saved = savedRows(effects.slice(0, shownAt), 'notices').map(([key]) => key);
    expect(shownAt).toBeGreaterThan(0);
    expect(saved).toEqual(expect.arrayContaining([...theatre.state.notices.keys()]));
  });

  it('is not told again after a restart with an empty inbox', () => {
    const first = createTheatre({ observations: durations, settings });
    first.play({ 1: 120 }, 60);
    const watches = [first.watch(1)];
    const next = createTheatre({ at: first.now, observations: durations, settings, watches });
    next.askAndAnswer(1, 'IN_PROGRESS');
    expect(next.row(1).isLate).toBe(true);
    expect(told(next)).toEqual([]);
  });

  it('is not told where the group tells for its imports', () => {
    const theatre = createTheatre({ observations: durations, settings });
    addToGroup(theatre, [1]);
    for (let looks = 0; looks < 100; looks += 1) theatre.askAndAnswer(1, 'IN_PROGRESS');
    expect(theatre.row(1).isLate).toBe(true);
    expect(told(theatre)).toEqual([]);
  });

  describe.each([
    ['put ahead', 65],
    ['set back', -65],
  ])('where the clock was %s meanwhile', (_how, minutes) => {
    function afterTheJump() {
      const theatre = createTheatre({ observations: durations, settings });
      theatre.play({ 1: 120 }, 2);
      theatre.now += minutes * minute;
      theatre.send({ kind: 'tick' });
      theatre.askAndAnswer(1, 'IN_PROGRESS');
      return theatre;
    }

    it('is not there, because the age of the import is not known any more', () => {
      const theatre = afterTheJump();
      for (let looks = 0; looks < 300; looks += 1) theatre.askAndAnswer(1, 'IN_PROGRESS');
      expect(theatre.row(1)).toMatchObject({ isLate: false, usual: null });
      expect(told(theatre)).toEqual([]);
    });

    it('and after a restart it is not there either', () => {
      const theatre = afterTheJump();
      expect(savedRows(theatre.effects, 'watches').at(-1)).toEqual([theatre.watch(1).id, theatre.watch(1)]);
      const at = theatre.now + 120 * minute;
      const next = createTheatre({ at, observations: durations, settings, watches: [theatre.watch(1)] });
      next.askAndAnswer(1, 'IN_PROGRESS');
      expect(told(next)).toEqual([]);
    });

    it('and nothing is learned of how long it took', () => {
      const theatre = afterTheJump();
      const { size } = theatre.state.observations;
      theatre.askAndAnswer(1, 'IN_PROGRESS');
      theatre.askAndAnswer(1, 'COMPLETED');
      expect(theatre.state.observations.size).toBe(size);
    });
  });

  it('is there after a sleep that was told, in which the import went on', () => {
    const theatre = createTheatre({ observations: durations, settings });
    theatre.play({ 1: 300 }, 2);
    theatre.send({ kind: 'suspended' });
    theatre.now += 120 * minute;
    theatre.send({ kind: 'resumed' });
    theatre.askAndAnswer(1, 'IN_PROGRESS');
    expect(told(theatre)).toEqual(['late']);
  });
});
