import type Electron from 'electron';
import type { NotShownCause } from '../../model/notice.ts';
import { asMarkup, bannerBody, bannerTitle } from './banner-text.ts';
import { notShown, type Notifier, type SoundingBanner } from './notifier.ts';

/** The part of an Electron `Notification` that is used here. */
export interface NativeBanner {
  on(event: 'show' | 'click' | 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
}

export interface ElectronNotifierPorts {
  readonly platform: NodeJS.Platform;
  readonly isSupported: () => boolean;
  readonly create: (options: Electron.NotificationConstructorOptions) => NativeBanner;
  /** Has Windows call the listener at each click on a banner of the app, also on one that an earlier run left in the Action Center. */
  readonly onActivation: (listener: () => void) => void;
  /** A banner of an earlier run was clicked. Nobody knows any more what it was about. */
  readonly clickedOfBefore: () => void;
  /** Calls `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

interface Answers {
  /** Without any answer for so long, there is none. */
  readonly silenceMs: number;
  /** After `show`, a refusal may still come for so long. */
  readonly settlesMs: number;
  /** Whether what nobody answered for can be taken back, so that it does not come up later beside that of the next notifier. */
  readonly canTakeBack: boolean;
}

/** macOS reports neither `show` nor `failed` for an unsigned bundle. */
const otherwise: Answers = { silenceMs: 3_000, settlesMs: 0, canTakeBack: true };
/**
 * Windows says `show` as soon as it has taken the toast, and `failed` afterward where the person has turned notifications off. A slow
 * service hangs for seconds before it makes the toast, which until then `close` does not find (Electron 45, windows_toast_notification.cc).
 */
const answersOf: Partial<Record<NodeJS.Platform, Answers>> = {
  win32: { silenceMs: 30_000, settlesMs: 1_000, canTakeBack: false },
};
/** Windows tells of a click twice where the banner is of this run, and in no order that is promised. */
const togetherMs = 500;
/** Bounds the references. `close` is no end of one: Windows closes a toast that timed out, and it can be clicked later on. */
const keptAtMost = 100;

/** Shows banners with Electron's own `Notification`, which has clicks and the app's identity on every system. */
export function createElectronNotifier(ports: ElectronNotifierPorts): Notifier {
  // Without a reference the banner is garbage-collected and its click is lost (Electron 45, Notification).
  const kept = new Map<NativeBanner, SoundingBanner>();
  const { silenceMs, settlesMs, canTakeBack } = answersOf[ports.platform] ?? otherwise;

  let isTaken = false;

  function take(): void {
    isTaken = true;
    ports.after(2 * togetherMs, () => (isTaken = false));
  }

  ports.onActivation(() => {
    ports.after(togetherMs, () => isTaken || ports.clickedOfBefore());
  });

  function keep(native: NativeBanner, banner: SoundingBanner): void {
    kept.set(native, banner);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptAtMost) return;
      kept.delete(oldest);
    }
  }

  return {
    show: (banner, onClick) =>
      new Promise((resolve) => {
        try {
          if (!ports.isSupported()) return resolve(notShown('electron', 'not-supported'));
          const native = ports.create(optionsOf(banner, ports.platform));
          const fail = (reason: NotShownCause) => {
            cancel();
            kept.delete(native);
            resolve(notShown('electron', reason));
          };
          const shown = () => resolve({ kind: 'shown', by: 'electron' });
          let cancel = ports.after(silenceMs, () => {
            if (!canTakeBack) return resolve({ kind: 'unsure', by: 'electron' });
            fail('no-answer');
            native.close();
          });
          native.on('show', () => {
            cancel();
            if (settlesMs === 0) shown();
            else cancel = ports.after(settlesMs, shown);
          });
          native.on('failed', () => fail('refused'));
          native.on('click', () => {
            kept.delete(native);
            take();
            onClick('open');
          });
          keep(native, banner);
          native.show();
        } catch {
          resolve(notShown('electron', 'refused'));
        }
      }),
    close(receipt) {
      for (const [native, banner] of kept) {
        if (banner.receipt !== receipt) continue;
        kept.delete(native);
        native.close();
      }
    },
  };
}

function optionsOf(
  banner: SoundingBanner,
  platform: NodeJS.Platform,
): Electron.NotificationConstructorOptions {
  const body = bannerBody(banner.body);
  return {
    title: bannerTitle(banner.title),
    body: platform === 'linux' ? asMarkup(body) : body,
    // Not on Linux, where Electron does not tell the service (45, libnotify_notification.cc); the system program does.
    silent: !banner.sound,
    urgency: banner.urgent ? 'critical' : 'normal',
    timeoutType: banner.urgent ? 'never' : 'default',
  };
}
