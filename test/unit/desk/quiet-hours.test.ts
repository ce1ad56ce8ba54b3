import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { quietHoursOf } from '../../../main/desk/quiet-hours.ts';
import { defaultSettings } from '../../../main/contract.ts';
import { asset, deskWith, draft } from './desk-in-memory.ts';

const at = (day: number, hour: number, minutes = 0) => new Date(2026, 8, day, hour, minutes).getTime();
// A Wednesday.
const now = at(16, 12);
const spansOf = (settings: Partial<typeof defaultSettings>) =>
  quietHoursOf({ ...defaultSettings, quietHours: true, ...settings }, now).spans;

it('begin on the chosen days and go over midnight', () => {
  const workdays = 0b0011111;
  const spans = spansOf({ quietDays: workdays, quietFrom: 22 * 60, quietUntil: 7 * 60 + 30 });
  expect(spans.slice(0, 5)).toEqual([
    { from: at(15, 22), until: at(16, 7, 30) },
    { from: at(16, 22), until: at(17, 7, 30) },
    { from: at(17, 22), until: at(18, 7, 30) },
    { from: at(18, 22), until: at(19, 7, 30) },
    { from: at(21, 22), until: at(22, 7, 30) },
  ]);
});

it('end on the same day where their end is later', () => {
  expect(spansOf({ quietFrom: 12 * 60, quietUntil: 13 * 60 + 30 })[1]).toEqual({
    from: at(16, 12),
    until: at(16, 13, 30),
  });
});

it('last a whole day where they end when they begin, and days on end are one', () => {
  const weekend = 0b1100000;
  expect(spansOf({ quietDays: weekend, quietFrom: 0, quietUntil: 0 })[0]).toEqual({
    from: at(19, 0),
    until: at(21, 0),
  });
});

it('are none where they are off, or on no day', () => {
  expect(spansOf({ quietHours: false })).toEqual([]);
  expect(spansOf({ quietDays: 0 })).toEqual([]);
});

it('end at the same time of day where the clocks change in the night', () => {
  // Another process, since one keeps the time zone that it was started in.
  const program = `
    const { quietHoursOf } = await import('./main/desk/quiet-hours.ts');
    const settings = { quietHours: true, quietDays: 127, quietFrom: 1320, quietUntil: 480, quietLetsFailuresPass: false };
    const nights = ['2026-03-28T12:00+01:00', '2026-10-24T12:00+02:00'].map((day) => quietHoursOf(settings, Date.parse(day)).spans[1]);
    process.stdout.write(JSON.stringify(nights.map(({ from, until }) => [new Date(from).toISOString(), new Date(until).toISOString()])));`;
  const environment = { ...process.env, TZ: 'Europe/Berlin' };
  const words = ['--input-type=module', '--eval', program];
  expect(JSON.parse(execFileSync(process.execPath, words, { env: environment, encoding: 'utf8' }))).toEqual([
    ['2026-03-28T21:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z'],
  ]);
});

describe('are reckoned anew', () => {
  function inAnotherZone(now: number, play: () => void): void {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = new Date(now).getTimezoneOffset() === 0 ? 'Asia/Seoul' : 'UTC';
      play();
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  }

  it.each([
    ['as the computer wakes, which may be in another time zone', { kind: 'resumed' }],
    ['where the zone changes some moments later, which nobody says', { kind: 'tick' }],
  ] as const)('%s', (_when, event) => {
    const { desk, world } = deskWith();
    desk.changeSettings({ quietHours: true });
    const spans = () => desk.state.settings.value.quiet.spans;
    const before = spans();
    inAnotherZone(world.now, () => {
      expect(spans()).toEqual(before);
      if (event.kind === 'resumed') desk.power(event);
      else desk.runner.dispatch(event);
      expect(spans()).toEqual(quietHoursOf(world.settings, world.now).spans);
      expect(spans()).not.toEqual(before);
    });
  });

  it.each([16, 400])(
    'where the clock is found %d days later, and nobody says that it slept',
    async (days) => {
      const { desk, world, show, requests } = deskWith();
      world.now = now;
      desk.changeSettings({ quietHours: true });
      await desk.accounts.save(draft);
      requests.add({ account: 'a1', assets: [asset], group: null });
      await vi.waitFor(() => expect(desk.projection.rows()).toMatchObject([{ outcome: 'importing' }]));
      world.now = at(16 + days, 23);
      world.status = 'COMPLETED';
      desk.runner.dispatch({ kind: 'tick' });
      // It asks for what it missed some moments after it noticed.
      world.now += 60_000;
      desk.runner.dispatch({ kind: 'tick' });
      const postponed = { outcome: 'completed', fate: { kind: 'postponed', reason: 'quiet-hours' } };
      await vi.waitFor(() => expect(desk.projection.inbox()).toMatchObject([postponed]));
      expect(show).not.toHaveBeenCalled();
      world.now = at(17 + days, 8);
      desk.runner.dispatch({ kind: 'tick' });
      await vi.waitFor(() => expect(show).toHaveBeenCalledOnce());
    },
  );
});
