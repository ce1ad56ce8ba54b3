import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import {
  createElectronNotifier,
  type NativeBanner,
} from '../../../../main/adapters/notifiers/electron-notifier.ts';
import { Notification } from '../../../stand-in/rooms/notification.ts';

const banner = { title: 'Import <1>', body: 'a < b', urgent: true, sound: true, receipt: null, labels: null };

function setTimer(delayMs: number, run: () => void) {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

function system(
  onShow: (events: EventEmitter) => void,
  part: { silent?: boolean; supported?: boolean; platform?: NodeJS.Platform; after?: typeof setTimer } = {},
) {
  const seen = {
    options: [] as Electron.NotificationConstructorOptions[],
    closed: 0,
    clickedOfBefore: 0,
  };
  const events = new EventEmitter();
  const waited: number[] = [];
  const native: NativeBanner = {
    on: (event: string, listener: (event: unknown, error: string) => void) => events.on(event, listener),
    show: () => onShow(events),
    close: () => (seen.closed += 1),
  };
  const notifier = createElectronNotifier({
    platform: part.platform ?? 'linux',
    isSupported: () => part.supported ?? true,
    create: (options) => {
      seen.options.push(options);
      return native;
    },
    onActivation: (listener) => events.on('activation', listener),
    clickedOfBefore: () => (seen.clickedOfBefore += 1),
    after:
      part.after ??
      ((delayMs, run) => {
        waited.push(delayMs);
        let isOver = !part.silent;
        queueMicrotask(() => isOver || run());
        return () => (isOver = true);
      }),
  });
  return { notifier, seen, events, waited };
}

test('the real Notification fits the port', () => {
  const fits = (native: Electron.Notification): NativeBanner => native;
  expect(fits).toBeTypeOf('function');
});

test('it is shown when the system says so, with the body as markup on Linux', async () => {
  const { notifier, seen } = system((events) => events.emit('show'));
  expect(await notifier.show(banner, () => {})).toEqual({ kind: 'shown', by: 'electron' });
  expect(seen.options).toEqual([
    { title: 'Import <1>', body: 'a &lt; b', silent: false, urgency: 'critical', timeoutType: 'never' },
  ]);
});

test('it is closed by its receipt, and no other', async () => {
  const { notifier, seen } = system((events) => events.emit('show'));
  await notifier.show({ ...banner, receipt: '1-1' }, () => {});
  notifier.close('1-2');
  expect(seen.closed).toBe(0);
  notifier.close('1-1');
  notifier.close('1-1');
  expect(seen.closed).toBe(1);
});

test('a click after it was shown is told', async () => {
  const { notifier, events } = system((shown) => shown.emit('show'));
  let clicks = 0;
  await notifier.show(banner, () => (clicks += 1));
  events.emit('click');
  expect(clicks).toBe(1);
});

test.each([
  ['of this run is its own', ['click', 'activation'], 0],
  ['of this run is its own, in whatever order Windows tells of it', ['activation', 'click'], 0],
  ['of an earlier run is told', ['activation'], 1],
] as const)('a click on a banner %s', async (_whose, told, ofBefore) => {
  vi.useFakeTimers();
  const { notifier, seen, events } = system(() => {}, { platform: 'win32', after: setTimer });
  const clicked = vi.fn();
  void notifier.show(banner, clicked);
  for (const event of told) events.emit(event);
  await vi.advanceTimersByTimeAsync(5_000);
  vi.useRealTimers();
  expect(seen.clickedOfBefore).toBe(ofBefore);
  expect(clicked).toHaveBeenCalledTimes(1 - ofBefore);
});

/** Whatever nothing refers to is gone after this, as Node collects it in its own time. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // What a WeakRef has given out stays until the present task is over.
  await new Promise((resolve) => setImmediate(resolve));
  (runInNewContext('gc') as () => void)();
}

test('a toast that timed out can still be clicked on Windows, where it waits in the Action Center', async () => {
  const notifier = createElectronNotifier({
    platform: 'win32',
    isSupported: () => true,
    create: (options) => new Notification(options),
    onActivation: () => undefined,
    clickedOfBefore: () => undefined,
    after(_delayMs, run) {
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
  });
  const clicked = vi.fn();
  const showing = notifier.show(banner, clicked);
  Notification.newest()?.emit('show', {});
  await showing;
  Notification.newest()?.timeOut();
  await collectGarbage();
  Notification.newest()?.click();
  expect(clicked).toHaveBeenCalledOnce();
  await collectGarbage();
  expect(Notification.newest()).toBeNull();
});

test.for([
  ['a failure', (events: EventEmitter) => void events.emit('failed', {}, 'not allowed')],
  [
    'a throw',
    () => {
      throw new Error('no permission');
    },
  ],
] as const)('%s is a reason', async ([, onShow]) => {
  const { notifier } = system(onShow);
  const outcome = { kind: 'not-shown', reasons: [{ by: 'electron', reason: 'refused' }] };
  expect(await notifier.show(banner, () => {})).toEqual(outcome);
});

test('silence is a reason, and the banner is taken back so that it cannot come up late', async () => {
  const { notifier, seen } = system(() => {}, { silent: true });
  expect(await notifier.show(banner, () => {})).toMatchObject({ kind: 'not-shown' });
  expect(seen.closed).toBe(1);
});

test('on Windows a refusal that comes after it was shown is one, for Windows says both', async () => {
  const { notifier, waited } = system(
    (events) => {
      events.emit('show');
      events.emit('failed', {}, 'turned off');
    },
    { silent: true, platform: 'win32' },
  );
  const outcome = { kind: 'not-shown', reasons: [{ by: 'electron', reason: 'refused' }] };
  expect(await notifier.show(banner, () => {})).toEqual(outcome);
  expect(waited).toEqual([30_000, 1_000]);
  const quiet = system((events) => events.emit('show'), { silent: true, platform: 'win32' });
  expect(await quiet.notifier.show(banner, () => {})).toEqual({ kind: 'shown', by: 'electron' });
});

test('on Windows silence is no refusal: the toast cannot be taken back, may come up later, and is clicked then', async () => {
  const { notifier, seen, events } = system(() => {}, { silent: true, platform: 'win32' });
  const clicked = vi.fn();
  expect(await notifier.show(banner, clicked)).toEqual({ kind: 'unsure', by: 'electron' });
  expect(seen.closed).toBe(0);
  events.emit('click');
  expect(clicked).toHaveBeenCalledOnce();
});

test('a system without notifications is not asked', async () => {
  const { notifier, seen } = system(() => {}, { supported: false });
  expect(await notifier.show(banner, () => {})).toMatchObject({ kind: 'not-shown' });
  expect(seen.options).toEqual([]);
});
