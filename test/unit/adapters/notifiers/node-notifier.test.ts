import { expect, test } from 'vitest';
import {
  createNodeNotifier,
  type NodeNotifierModule,
  type NodeNotifierPorts,
} from '../../../../main/adapters/notifiers/node-notifier.ts';

const noClicks = {
  arePossible: () => Promise.resolve(false),
  during: () => undefined,
  close: () => undefined,
};

const banner = {
  title: '--icon=/etc/passwd',
  body: '<b>C:\\new</b>',
  urgent: true,
  sound: false,
  receipt: null,
  labels: null,
};
type After = NodeNotifierPorts['after'];
const never: After = () => () => {};
const atOnce: After = (_delayMs, run) => {
  run();
  return () => {};
};

/** A node-notifier that calls back with these errors, one after the other, and records what it was given. */
function moduleThatSays(...errors: unknown[]) {
  const given: Parameters<NodeNotifierModule['notify']>[0][] = [];
  const notifier: NodeNotifierModule = {
    notify(options, callback) {
      given.push(options);
      for (const error of errors) callback(error);
    },
  };
  return { given, load: () => Promise.resolve(notifier) };
}

const show = (
  platform: NodeJS.Platform,
  load: () => Promise<NodeNotifierModule>,
  after = never,
  given = banner,
) =>
  createNodeNotifier({
    platform,
    load,
    after,
    receipts: { during: (_name, start) => start() },
    clicks: noClicks,
  }).show(given, () => {});

const shown = { kind: 'shown', by: 'node-notifier' };
const notShown = (reason: string) => ({ kind: 'not-shown', reasons: [{ by: 'node-notifier', reason }] });

test('on Linux remote text is neither an option nor markup nor an escape', async () => {
  const { given, load } = moduleThatSays('');
  expect(await show('linux', load)).toEqual(shown);
  expect(given).toEqual([
    {
      title: '\u2010-icon=/etc/passwd',
      message: '&lt;b&gt;C:\\\\new&lt;/b&gt;',
      urgency: 'critical',
      'app-name': 'Import Watch',
      hint: 'boolean:suppress-sound:true',
    },
  ]);
});

test('on Linux a banner that may sound is the app’s, by the name of its desktop entry', async () => {
  const { given, load } = moduleThatSays('');
  await show('linux', load, never, { ...banner, sound: true });
  expect(given).toMatchObject([{ hint: 'string:desktop-entry:com.importwatch.app' }]);
});

test('a banner of the ledger is started so that it leaves a receipt, on Linux only', async () => {
  const names: string[] = [];
  const receipts: NodeNotifierPorts['receipts'] = {
    during(name, start) {
      names.push(name);
      start();
    },
  };
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { load } = moduleThatSays('');
    const notifier = createNodeNotifier({ platform, load, after: never, receipts, clicks: noClicks });
    expect(await notifier.show({ ...banner, receipt: '17-1' }, () => {})).toEqual(shown);
  }
  expect(names).toEqual(['17-1']);
});

test('elsewhere the body is plain text', async () => {
  const { given, load } = moduleThatSays(null);
  expect(await show('darwin', load)).toEqual(shown);
  expect(given[0]).toMatchObject({ message: '<b>C:\\new</b>', sound: false, timeout: false });
});

test.for([
  [new Error('not found: notify-send'), 'notify-send-missing'],
  [new Error('notify-send must be installed on the system.'), 'notify-send-missing'],
  [
    new Error('Command failed: notify-send "a"\nnotify-send: 3: notify-send: not found'),
    'notify-send-missing',
  ],
  [
    new Error('Command failed: notify-send "a"\nCannot autolaunch D-Bus without X11 $DISPLAY\n'),
    'no-session-bus',
  ],
  // With a display and no bus; Debian 12, without dbus-x11.
  ['Failed to execute child process “dbus-launch” (No such file or directory)', 'no-session-bus'],
  [
    'Error calling StartServiceByName for org.freedesktop.Notifications: Process received signal 5',
    'no-notification-service',
  ],
  [new Error('Command failed: notify-send "Secret reel failed"'), 'program-failed'],
])('%s is not shown, with a reason that quotes no notice', async ([error, reason]) => {
  expect(await show('linux', moduleThatSays(error).load)).toEqual(notShown(reason as string));
});

test('a daemon that took it and never answered may show it yet', async () => {
  const error = new Error('Command failed: notify-send "a"\nTimeout was reached\n');
  expect(await show('linux', moduleThatSays(error).load)).toEqual({ kind: 'unsure', by: 'node-notifier' });
});

test.for([[null], [''], [undefined], ['(notify-send:1): Gtk-WARNING **: no theme']])(
  'the error %j means that it was shown',
  async ([error]) => {
    expect(await show('linux', moduleThatSays(error).load)).toEqual(shown);
  },
);

test('only the first of several callbacks counts', async () => {
  expect(await show('win32', moduleThatSays(null, new Error('late')).load)).toEqual(shown);
});

test('after silence nobody knows on Linux and macOS, and a toast is still up on Windows', async () => {
  const unsure = { kind: 'unsure', by: 'node-notifier' };
  expect(await show('linux', moduleThatSays().load, atOnce)).toEqual(unsure);
  expect(await show('darwin', moduleThatSays().load, atOnce)).toEqual(unsure);
  expect(await show('win32', moduleThatSays().load, atOnce)).toEqual(shown);
});

test('notify-send is heard out for longer than a call over D-Bus may take', async () => {
  const waits: number[] = [];
  await show('linux', moduleThatSays('').load, (delayMs) => {
    waits.push(delayMs);
    return () => {};
  });
  expect(waits).toEqual([30_000]);
});

test('a module that is missing or throws is a reason, not an exception', async () => {
  const missing = () => Promise.reject(new Error('Cannot find module'));
  expect(await show('linux', missing)).toEqual(notShown('program-failed'));
  const throws: NodeNotifierModule = {
    notify() {
      throw new Error('spawn Unknown system error -86');
    },
  };
  expect(await show('darwin', () => Promise.resolve(throws))).toEqual(notShown('wrong-processor'));
});
