import type { QuietHours } from '../../../main/model/monitor-settings.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';

/** What the person chooses for all, and the pause. */
export function createSettings(world: World, { whenAtDesk, after, isCalm }: Desk) {
  let pauses = 0;

  function change(settings: World['settings']['monitor']): void {
    world.settings.monitor = settings;
    world.app.dispatch({ kind: 'settings-changed', settings }, () => (world.settings.obeyed = settings));
  }

  function changeQuiet(quiet: QuietHours): void {
    change({ ...world.settings.monitor, quiet });
  }

  function endPause(): void {
    pauses += 1;
    world.settings.pausedUntil = null;
    world.laws.promptness.disturbed();
    world.app.dispatch({ kind: 'unpaused' });
  }

  return {
    changeSettings(how: string, forMs: number): void {
      whenAtDesk(() => {
        const { monitor } = world.settings;
        const late = world.plan.wantsLate;
        const notices = {
          'no notices of completed': { completed: false, failed: true, late },
          'no notices': { completed: false, failed: false, late: false },
        }[how];
        const floorMs = notices === undefined ? Number.parseInt(how) * 1_000 : monitor.floorMs;
        change({ ...monitor, floorMs, notices: notices ?? monitor.notices });
        if (notices !== undefined)
          after(forMs, () =>
            change({ ...world.settings.monitor, notices: { completed: true, failed: true, late } }),
          );
      });
    },
    tidyAfter: (tidyAfterMs: number | null): void =>
      whenAtDesk(() => change({ ...world.settings.monitor, tidyAfterMs })),
    wantLate: (late: boolean): void =>
      whenAtDesk(() => {
        const { monitor } = world.settings;
        change({ ...monitor, notices: { ...monitor.notices, late } });
      }),
    /** From now on, for so long. */
    keepQuiet: (forMs: number, letsFailuresPass: boolean): void =>
      whenAtDesk(() => {
        const from = world.laptop.now();
        if (!isCalm()) changeQuiet({ spans: [{ from, until: from + forMs }], letsFailuresPass });
      }),
    letFailuresPass: (letsFailuresPass: boolean): void =>
      whenAtDesk(() => changeQuiet({ ...world.settings.monitor.quiet, letsFailuresPass })),
    endQuiet: (): void => whenAtDesk(() => changeQuiet({ ...world.settings.monitor.quiet, spans: [] })),
    endQuietHours: (): void => changeQuiet({ spans: [], letsFailuresPass: false }),
    pause(lengthMs: number, resumesAfterMs: number, isLength: boolean): void {
      whenAtDesk(() => {
        if (isCalm()) return;
        const until = world.laptop.now() + lengthMs;
        world.settings.pausedUntil = until;
        world.clockSeen.look();
        world.app.dispatch({ kind: 'paused', until, isLength });
        const mine = (pauses += 1);
        after(resumesAfterMs, () => {
          if (pauses === mine) endPause();
        });
      });
    },
    endPause,
  };
}
