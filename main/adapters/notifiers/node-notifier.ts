import type { NotShownCause } from '../../model/notice.ts';
import { appId } from '../identity.ts';
import { asMarkup, bannerBody, bannerTitle, notAnOption, withBackslashesKept } from './banner-text.ts';
import type { Clicks } from './clicks.ts';
import type { Receipts } from './receipts.ts';
import {
  notShown,
  type Clicked,
  type Notifier,
  type NotifierOutcome,
  type SoundingBanner,
} from './notifier.ts';

/** The part of the node-notifier module that is used here. `error` is null, '', the text of stderr, or an Error. */
export interface NodeNotifierModule {
  notify(
    options: Record<string, string | boolean>,
    callback: (error: unknown, response?: unknown) => void,
  ): unknown;
}

export interface NodeNotifierPorts {
  readonly platform: NodeJS.Platform;
  /** Imports the module, which includes programs of 5.5 MB and may be missing from a package. */
  readonly load: () => Promise<NodeNotifierModule>;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Receipts of notify-send; other systems leave none. */
  readonly receipts: Pick<Receipts, 'during'>;
  /** Clicks on banners of notify-send. */
  readonly clicks: Pick<Clicks, 'arePossible' | 'during' | 'close'>;
}

interface Habit {
  readonly options: (banner: SoundingBanner) => Record<string, string | boolean>;
  readonly silenceMs: number;
  /** The meaning of silence: SnoreToast reports only when the toast has gone, the others report at once. */
  readonly silence: 'shown' | 'unsure';
  readonly leavesReceipts?: true;
}

/** A call over D-Bus is given up after 25 s. Where a daemon hangs, notify-send makes three of them (libnotify 0.8). */
const silenceOfBusMs = 30_000;

const linux: Habit = {
  options: ({ title, body, urgent, sound }) => ({
    title: notAnOption(bannerTitle(title)),
    message: withBackslashesKept(asMarkup(notAnOption(bannerBody(body)))),
    urgency: urgent ? 'critical' : 'normal',
    'app-name': 'Import Watch',
    hint: sound ? `string:desktop-entry:${appId}` : 'boolean:suppress-sound:true',
  }),
  silenceMs: silenceOfBusMs,
  silence: 'unsure',
  leavesReceipts: true,
};

const plain: Habit['options'] = ({ title, body, sound }) => ({
  title: notAnOption(bannerTitle(title)),
  message: notAnOption(bannerBody(body)),
  sound,
});

const habits: Partial<Record<NodeJS.Platform, Habit>> = {
  // Without `timeout: false` terminal-notifier reports only after the banner has gone.
  darwin: {
    options: (banner) => ({ ...plain(banner), timeout: false }),
    silenceMs: 10_000,
    silence: 'unsure',
  },
  win32: { options: plain, silenceMs: 3_000, silence: 'shown' },
};

/** Shows banners with node-notifier: notify-send on Linux, terminal-notifier on macOS, SnoreToast on Windows. Only the first tells of clicks. */
export function createNodeNotifier(ports: NodeNotifierPorts): Notifier {
  const habit = habits[ports.platform] ?? linux;
  return {
    async show(banner, onClick) {
      try {
        const begin = await beginning(habit, banner, onClick, ports);
        return await notify(await ports.load(), habit, banner, begin, ports);
      } catch (error) {
        // Without Rosetta on Apple silicon, starting the helper throws at once (node-notifier issue 361).
        return notShown('node-notifier', reasonOf(error) ?? 'program-failed');
      }
    },
    // The other programs give nothing by which a banner could be closed.
    close: ports.clicks.close,
  };
}

function notify(
  notifier: NodeNotifierModule,
  habit: Habit,
  banner: SoundingBanner,
  begin: (start: () => void) => void,
  { after }: NodeNotifierPorts,
): Promise<NotifierOutcome> {
  return new Promise((resolve, reject) => {
    const cancel = after(habit.silenceMs, () => resolve({ kind: habit.silence, by: 'node-notifier' }));
    const start = () =>
      // SnoreToast calls back twice; the second time changes nothing, because the promise is settled.
      notifier.notify(habit.options(banner), (error) => {
        cancel();
        const reason = reasonOf(error);
        if (reason === null) resolve({ kind: 'shown', by: 'node-notifier' });
        else if (reason === 'no-answer') resolve({ kind: 'unsure', by: 'node-notifier' });
        else resolve(notShown('node-notifier', reason));
      });
    try {
      begin(() => inEnglish(start));
    } catch (error) {
      cancel();
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** How the program is started, so that it leaves a receipt and tells of clicks where it can. */
async function beginning(
  { leavesReceipts }: Habit,
  { receipt, labels }: SoundingBanner,
  onClick: (what: Clicked) => void,
  { receipts, clicks }: NodeNotifierPorts,
): Promise<(start: () => void) => void> {
  if (!leavesReceipts || receipt === null) return (start) => start();
  const isClickable = labels !== null && (await clicks.arePossible());
  if (!isClickable) return (start) => receipts.during(receipt, start);
  return (start) => receipts.during(receipt, () => clicks.during(receipt, labels, onClick, start));
}

/** The words of the program are read, and those of the D-Bus library would follow the person's language. */
function inEnglish(start: () => void): void {
  const { LANGUAGE } = process.env;
  process.env['LANGUAGE'] = 'en';
  try {
    start();
  } finally {
    if (LANGUAGE === undefined) delete process.env['LANGUAGE'];
    else process.env['LANGUAGE'] = LANGUAGE;
  }
}

/** The causes that a person can do something about, by the messages of notify-send, `which` and the D-Bus library. */
const knownReasons: readonly (readonly [RegExp, NotShownCause])[] = [
  [
    /not found: notify-send|notify-send: (?:command )?not found|notify-send must be installed/i,
    'notify-send-missing',
  ],
  [
    /autolaunch D-Bus|dbus-launch|Could not connect|DBUS_SESSION_BUS|Failed to connect|Address element/i,
    'no-session-bus',
  ],
  [/StartServiceByName|ServiceUnknown|not provided by any/i, 'no-notification-service'],
  // It was handed over and may come up yet: the next notifier would show it a second time.
  [/Timeout was reached|NoReply/i, 'no-answer'],
  [/EBADARCH|errno -86|Unknown system error -86/i, 'wrong-processor'],
];

/**
 * Null if the banner was shown. node-notifier passes on whatever the program wrote to stderr, even if it succeeded. A library's warning
 * there is not a failure: the next notifier would show the banner a second time.
 */
function reasonOf(error: unknown): NotShownCause | null {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  const known = knownReasons.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return known[1];
  // The message of a failed program quotes its command line, and so the notice; only the kind of failure may be passed on.
  return error instanceof Error ? 'program-failed' : null;
}
